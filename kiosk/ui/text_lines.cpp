#include "kiosk/ui/text_lines.h"

#include <algorithm>

namespace hallpass {
namespace {

constexpr float kLineSpacing = 1.2F;
constexpr float kHeadlineSpacing = 1.06F;

/// Font metrics round; a hair over the width is still inside.
constexpr float kTolerance = 1.0F;

float widthOf(const ImFont& font, float size, const char* begin, const char* end) {
  return font.CalcTextSizeA(size, 1e9F, 0.0F, begin, end).x;
}

}  // namespace

bool TextLines::fits(const Rect& area) const {
  return height() <= area.h + kTolerance &&
         std::all_of(lines.begin(), lines.end(),
                     [&](const TextLine& line) { return line.width <= area.w + kTolerance; });
}

TextLines breakLines(const ImFont& font, float size, std::string_view text,
                     const LineBreaks& breaks) {
  const float width = breaks.width;
  TextLines broken{{}, size, size * (breaks.headline ? kHeadlineSpacing : kLineSpacing)};
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    const char* const newline = std::find(at, end, '\n');
    const char* stop =
        font.CalcWordWrapPositionA(size / font.FontSize, at, newline, width + kTolerance);
    if (stop == at) stop = std::min(at + 1, newline);
    const char* next = stop;
    while (next < newline && *next == ' ') ++next;
    if (next == newline && next < end) ++next;
    while (stop > at && stop[-1] == ' ') --stop;
    broken.lines.push_back(
        {{at, static_cast<std::size_t>(stop - at)}, widthOf(font, size, at, stop)});
    at = next == at ? at + 1 : next;
  }
  return broken;
}

}  // namespace hallpass

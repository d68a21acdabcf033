#include "kiosk/ui/text_lines.h"

#include <algorithm>
#include <utility>

#include "platform/base/text.h"
#include "platform/display/visual_order.h"

namespace hallpass {
namespace {

constexpr float kLineSpacing = 1.2F;
constexpr float kHeadlineSpacing = 1.06F;

/// Font metrics round; a hair over the width is still inside.
constexpr float kTolerance = 1.0F;

float widthOf(const ImFont& font, float size, std::string_view text) {
  return font.CalcTextSizeA(size, 1e9F, 0.0F, text.data(), text.data() + text.size()).x;
}

/// `text` with an ellipsis for as many of its last characters as the width makes necessary.
std::string shortened(const ImFont& font, float size, std::string_view text, float width) {
  std::u32string points = platform::toCodePoints(text);
  std::string kept(text);
  while (!points.empty() && widthOf(font, size, kept) > width) {
    points.pop_back();
    kept = platform::toUtf8(points) + "…";
  }
  return kept;
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
    std::string drawn = platform::visualOrder({at, static_cast<std::size_t>(stop - at)});
    const float drawnWidth = widthOf(font, size, drawn);
    broken.lines.push_back({std::move(drawn), drawnWidth});
    at = next == at ? at + 1 : next;
  }
  return broken;
}

TextLines clip(const ImFont& font, TextLines lines, const Rect& area) {
  const auto room = static_cast<std::size_t>(
      std::max(1.0F, (area.h + kTolerance) / std::max(1.0F, lines.lineHeight)));
  if (lines.lines.size() > room) {
    lines.lines.resize(room);
    lines.lines.back().text += "…";
  }
  for (TextLine& line : lines.lines) {
    line.text = shortened(font, lines.size, line.text, area.w + kTolerance);
    line.width = widthOf(font, lines.size, line.text);
  }
  return lines;
}

}  // namespace hallpass

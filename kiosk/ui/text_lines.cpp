#include "kiosk/ui/text_lines.h"

#include <algorithm>
#include <utility>

#include "platform/base/locale_text.h"
#include "platform/display/visual_order.h"

namespace hallpass {
namespace {

constexpr float kLineSpacing = 1.2F;
constexpr float kHeadlineSpacing = 1.06F;

/// Font metrics round; a hair over the width is still inside.
constexpr float kTolerance = 1.0F;

constexpr const char* kEllipsis = "…";

float widthOf(const ImFont& font, float size, std::string_view text) {
  return font.CalcTextSizeA(size, 1e9F, 0.0F, text.data(), text.data() + text.size()).x;
}

std::string_view withoutSpacesAtEnd(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Whether only one letter stands before the hyphen with which a line would end: "E-Mail".
bool leavesLetter(std::string_view text, std::size_t end) {
  if (end < 2 || end >= text.size() || text[end - 1] != '-') return false;
  return end == 2 || std::string_view(" -(").find(text[end - 3]) != std::string_view::npos;
}

/// Where a line may end.
std::vector<std::size_t> endsOf(std::string_view text) {
  std::vector<std::size_t> ends = platform::lineEnds(text);
  std::erase_if(ends, [&](std::size_t end) { return leavesLetter(text, end); });
  return ends;
}

/// Measures texts of one font at one size against one width.
struct Ruler {
  const ImFont& font;
  float size;
  float width;

  [[nodiscard]] TextLine line(std::string_view source) const {
    TextLine line{platform::visualOrder(source), 0, std::string(source)};
    line.width = widthOf(font, size, line.text);
    return line;
  }

  /// The longest beginning of `text` that ends at one of `ends` and has room, the first end at
  /// least; offsets in `ends` are counted from `from`.
  [[nodiscard]] std::size_t reach(std::string_view text, std::size_t from,
                                  const std::vector<std::size_t>& ends) const {
    const auto first = std::upper_bound(ends.begin(), ends.end(), from);
    const auto past = std::partition_point(first, ends.end(), [&](std::size_t end) {
      return line(withoutSpacesAtEnd(text.substr(from, end - from))).width <= width;
    });
    return past == first ? *first : *(past - 1);
  }

  [[nodiscard]] std::vector<LinePiece> pieces(std::string_view text,
                                              const std::vector<std::size_t>& ends) const {
    std::vector<LinePiece> pieces;
    pieces.reserve(ends.size());
    std::size_t from = 0;
    for (const std::size_t end : ends) {
      const std::string_view piece = text.substr(from, end - from);
      pieces.push_back(
          {widthOf(font, size, piece), widthOf(font, size, withoutSpacesAtEnd(piece))});
      from = end;
    }
    return pieces;
  }

  /// Most texts are one line, and asked for no places to break.
  void addParagraph(std::string_view text, LineShape shape, TextLines& broken) const {
    std::vector<TextLine>& lines = broken.lines;
    TextLine whole = line(withoutSpacesAtEnd(text));
    if (whole.width <= width) return lines.push_back(std::move(whole));
    const std::vector<std::size_t> ends = endsOf(text);
    const std::vector<std::size_t> shaped = lineEndsOf(pieces(text, ends), width, shape);
    if (shaped.empty()) {
      broken.breaksWord = true;
      return addBroken(text, ends, lines);
    }
    std::size_t from = 0;
    for (const std::size_t count : shaped) {
      const std::size_t end = ends[count - 1];
      lines.push_back(line(withoutSpacesAtEnd(text.substr(from, end - from))));
      from = end;
    }
  }

  /// Where a word is too wide by itself.
  void addBroken(std::string_view text, const std::vector<std::size_t>& ends,
                 std::vector<TextLine>& lines) const {
    std::vector<std::size_t> characters;
    for (std::size_t from = 0; from < text.size();) {
      std::size_t end = reach(text, from, ends);
      TextLine next = line(withoutSpacesAtEnd(text.substr(from, end - from)));
      if (next.width > width) {
        if (characters.empty()) characters = platform::characterEnds(text);
        end = reach(text, from, characters);
        next = line(withoutSpacesAtEnd(text.substr(from, end - from)));
      }
      lines.push_back(std::move(next));
      from = end;
    }
  }

  /// `text` with an ellipsis for as many of its last characters as the width makes necessary.
  [[nodiscard]] TextLine shortened(const std::string& text) const {
    TextLine kept = line(text);
    std::vector<std::size_t> ends = platform::characterEnds(text);
    while (!ends.empty() && kept.width > width) {
      ends.pop_back();
      kept = line(text.substr(0, ends.empty() ? 0 : ends.back()) + kEllipsis);
    }
    return kept;
  }
};

}  // namespace

bool TextLines::fits(const Rect& area) const {
  return height() <= area.h + kTolerance &&
         std::all_of(lines.begin(), lines.end(),
                     [&](const TextLine& line) { return line.width <= area.w + kTolerance; });
}

TextLines breakLines(const ImFont& font, float size, std::string_view text,
                     const LineBreaks& breaks) {
  TextLines broken{{}, size, size * (breaks.headline ? kHeadlineSpacing : kLineSpacing), false};
  const Ruler ruler{font, size, breaks.width + kTolerance};
  while (!text.empty()) {
    const std::size_t newline = std::min(text.find('\n'), text.size());
    ruler.addParagraph(text.substr(0, newline), breaks.shape, broken);
    text.remove_prefix(std::min(newline + 1, text.size()));
  }
  return broken;
}

TextLines clip(const ImFont& font, TextLines lines, const Rect& area) {
  const Ruler ruler{font, lines.size, area.w + kTolerance};
  const auto room = static_cast<std::size_t>(
      std::max(1.0F, (area.h + kTolerance) / std::max(1.0F, lines.lineHeight)));
  if (lines.lines.size() > room) {
    lines.lines.resize(room);
    lines.lines.back() = ruler.shortened(lines.lines.back().source + kEllipsis);
  }
  for (TextLine& line : lines.lines) {
    if (line.width > ruler.width) line = ruler.shortened(line.source);
  }
  return lines;
}

}  // namespace hallpass

#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/even_lines.h"
#include "kiosk/ui/rect.h"

namespace hallpass {

struct TextLine {
  std::string text;  ///< In the order in which it is drawn.
  float width = 0;
  std::string source;  ///< In the order in which it is read.
};

/// A text broken into lines, in pixels.
struct TextLines {
  std::vector<TextLine> lines;
  float size = 0;
  float lineHeight = 0;
  bool breaksWord = false;  ///< Between two characters: the word is wider than the lines.

  [[nodiscard]] float height() const { return lineHeight * static_cast<float>(lines.size()); }
  [[nodiscard]] bool fits(const Rect& area) const;
};

struct LineBreaks {
  float width = 0;
  bool headline = false;  ///< Large type stands closer.
  LineShape shape = LineShape::Full;
};

/// Breaks `text` at its line ends and where its language lets a line end (UAX 14), so that no line
/// is wider than asked; what is wider by itself is broken between two characters.
[[nodiscard]] TextLines breakLines(const ImFont& font, float size, std::string_view text,
                                   const LineBreaks& breaks);

/// What of `lines` has room in `area`: lines that do not are left out, and what is cut off shows as
/// "…". For names and titles longer than anybody's; everything else is made smaller before.
[[nodiscard]] TextLines clip(const ImFont& font, TextLines lines, const Rect& area);

}  // namespace hallpass

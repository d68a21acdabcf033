#pragma once

#include <imgui.h>

#include <string_view>
#include <vector>

#include "kiosk/ui/rect.h"

namespace hallpass {

struct TextLine {
  std::string_view text;
  float width = 0;
};

/// A text broken into lines, in pixels.
struct TextLines {
  std::vector<TextLine> lines;
  float size = 0;
  float lineHeight = 0;

  [[nodiscard]] float height() const { return lineHeight * static_cast<float>(lines.size()); }
  [[nodiscard]] bool fits(const Rect& area) const;
};

struct LineBreaks {
  float width = 0;
  bool headline = false;  ///< Large type stands closer.
};

/// Breaks `text` at its line ends and between words, so that no line is wider than asked; a word
/// that is wider by itself is broken inside. The lines point into `text`.
[[nodiscard]] TextLines breakLines(const ImFont& font, float size, std::string_view text,
                                   const LineBreaks& breaks);

}  // namespace hallpass

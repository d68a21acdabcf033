#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "platform/base/clock.h"

namespace hallpass {

/// A place on a page, in points (1/72 inch) from its upper left corner.
struct Area {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

/// What is drawn on paper; its colours are those of the screens' light theme.
enum class Ink : std::uint8_t { Text, Secondary, Line, Panel, Primary, Tint, Accent, White };

enum class Typeface : std::uint8_t { Regular, Bold, Code };

struct TextLook {
  double points = 9;
  Ink ink = Ink::Text;
  Typeface face = Typeface::Regular;
  enum class At : std::uint8_t { Left, Middle, Right } at = At::Left;
};

/// Pages of A4, drawn one after the other into a PDF. Text is set by Pango in whatever fonts the
/// system has, so that a name of any script can be read; right-to-left ones as they are read.
class Paper {
 public:
  static constexpr double kWidth = 595.28;
  static constexpr double kHeight = 841.89;

  /// `title`, `program` and the time become the document's own facts.
  Paper(const std::string& title, const std::string& program, platform::UtcTime made);
  ~Paper();
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  /// One line in the middle of the area's height; what is too long ends in "…".
  void line(const Area& area, std::string_view text, const TextLook& look);

  /// Lines from the area's top on, as many as the text needs; gives their height.
  double paragraph(const Area& area, std::string_view text, const TextLook& look);

  /// How wide `text` is on one line.
  [[nodiscard]] double widthOf(std::string_view text, const TextLook& look);

  void fill(const Area& area, Ink ink, double corner = 0);
  void outline(const Area& area, Ink ink, double width = 0.75);
  /// Slanting strokes over the area, which tell it from others without colour.
  void hatch(const Area& area, Ink ink);
  void rule(double x, double y, double width, Ink ink);

  void fillCircle(double x, double y, double radius, Ink ink);
  void fillHalfCircle(double x, double y, double radius, Ink ink);
  void outlineCircle(double x, double y, double radius, Ink ink);
  void fillTriangle(double x, double y, double radius, Ink ink);
  void tick(double x, double y, double radius, Ink ink);

  void nextPage();

  /// The bytes of the PDF. Nothing can be drawn afterwards.
  [[nodiscard]] std::string finish();

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace hallpass

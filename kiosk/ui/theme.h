#pragma once

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "kiosk/ui/look.h"
#include "kiosk/ui/rect.h"

namespace hallpass {

/// The colours by what they are for. Text on its ground has a contrast of 10:1 or more, secondary
/// text 7:1 or more, edges, signs and the ring of the focus 3:1 or more (trust.md 8).
struct Theme {
  ImU32 ground;  ///< Behind everything.
  ImU32 panel;   ///< A quiet area on the ground.
  ImU32 card;    ///< A thing to read or to touch.
  ImU32 line;    ///< Edges and rules.
  ImU32 text;
  ImU32 textSecondary;
  ImU32 primary;  ///< The one main action of a screen.
  ImU32 primaryPressed;
  ImU32 onPrimary;
  ImU32 accent;  ///< Signs that draw the eye; never text.
  ImU32 onAccent;
  ImU32 mark;  ///< A sign on `primary`; never text.
  ImU32 bad;   ///< What failed, beside a sign and words that say so.
  ImU32 onBad;
  ImU32 disabled;  ///< What cannot be touched yet.
  ImU32 onDisabled;
  ImU32 shade;   ///< Laid over the screen behind a question.
  ImU32 focus;   ///< The ring around what the keys point at: on ground, panel and card.
  ImU32 shadow;  ///< Below what is raised (Page::shadow()); 0 = its edge alone says it.
};

[[nodiscard]] const Theme& themeNamed(ThemeName name);

[[nodiscard]] const Theme& themeOf(const Look& look);

/// Sizes of text, smallest first. In layout units the capitals of the smallest are 4.8 mm high on
/// the real screen (ADA 707.7.2, trust.md 8).
enum class TextSize : std::uint8_t { Small, Body, Button, Heading, Title };
inline constexpr std::size_t kTextSizes = 5;

enum class Face : std::uint8_t { Regular, SemiBold, Code };

/// How large things are. Lengths in the code are layout units; px() makes pixels of them.
///
/// One unit is at least one millimetre of the real screen, so that a target of 12.7 units is never
/// smaller than 12.7 mm, but on a panel of less than about 200 x 125 mm; on a larger screen it
/// grows so that 338 x 190 units (upright: 190 x 338) fill it. For larger text a unit is larger,
/// and with it everything, as far as such a small panel's screens still fit; small text alone is
/// smaller than its unit (kiosk/decisions/larger-text.md).
class Metrics {
 public:
  Metrics(float widthPx, float heightPx, double pixelsPerMm, const Look& look = {});

  [[nodiscard]] float px(float units) const { return units * pxPerUnit_; }
  [[nodiscard]] float textPx(TextSize size) const;
  [[nodiscard]] bool portrait() const { return areaHeight_ > areaWidth_; }
  /// How much larger text is than its unit would have it; headlines, large already, are not.
  [[nodiscard]] float beyondUnit() const { return std::max(1.0F, textScale_); }
  /// A physically small screen, on which 190 units do not fit: what is not needed gives way.
  [[nodiscard]] bool tight() const;
  /// Whether text of that step has another size here than that of the step before it: a panel of
  /// ten inches has no room for what is larger than normal.
  [[nodiscard]] bool offers(TextStep step) const;
  /// Whether the controls can be any lower: there is room above the screen's own.
  [[nodiscard]] bool offersLow() const { return offersLow_; }
  /// As it was asked for.
  [[nodiscard]] const Look& look() const { return look_; }
  /// The whole picture's, in pixels.
  [[nodiscard]] float width() const { return widthPx_; }
  [[nodiscard]] float height() const { return heightPx_; }
  /// What the screens may draw on: all of it, but its lower part where the controls are low.
  [[nodiscard]] Rect area() const;
  friend bool operator==(const Metrics&, const Metrics&) = default;

 private:
  void moveDown(float unit);

  float widthPx_;
  float heightPx_;
  Look look_;
  float areaWidth_;
  float areaHeight_;
  float pxPerUnit_ = 1;
  float textScale_ = 1;  ///< Of text beyond its unit.
  std::array<float, kTextSteps> sizes_{};
  bool offersLow_ = false;
};

inline constexpr float kTarget = 12.7F;  ///< Smallest side of what is touched (VVSG 7.2-I).
inline constexpr float kGap = 3.0F;      ///< Between two of them; at least 2.54 (VVSG 7.2-I).
inline constexpr float kMargin = 10.0F;  ///< Around every screen.
inline constexpr float kCorner = 3.0F;

}  // namespace hallpass

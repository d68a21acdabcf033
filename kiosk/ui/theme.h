#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>
#include <string>

#include "kiosk/ui/look.h"

namespace hallpass {

/// The colours by what they are for. Text on its ground has a contrast of 10:1 or more, secondary
/// text 7:1 or more (trust.md 8).
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
  ImU32 shade;  ///< Laid over the screen behind a question.
};

[[nodiscard]] const Theme& lightTheme();

/// White and yellow on black: text, signs, edges and main actions at 10:1 or more.
[[nodiscard]] const Theme& highContrastTheme();

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
/// and with it everything, as far as such a small panel's screens still fit
/// (kiosk/decisions/larger-text.md).
class Metrics {
 public:
  Metrics(float widthPx, float heightPx, double pixelsPerMm, const Look& look = {});

  [[nodiscard]] float px(float units) const { return units * pxPerUnit_; }
  [[nodiscard]] float textPx(TextSize size) const;
  [[nodiscard]] bool portrait() const { return heightPx_ > widthPx_; }
  /// A physically small screen, on which 190 units do not fit: what is not needed gives way.
  [[nodiscard]] bool tight() const;
  /// Whether larger text is any larger here: a panel of ten inches has no room for it.
  [[nodiscard]] bool growable() const { return growable_; }
  [[nodiscard]] float width() const { return widthPx_; }
  [[nodiscard]] float height() const { return heightPx_; }
  friend bool operator==(const Metrics&, const Metrics&) = default;

 private:
  float widthPx_;
  float heightPx_;
  float pxPerUnit_;
  bool growable_;
};

inline constexpr float kLargerText = 1.35F;  ///< Small capitals of 6.5 mm (VVSG 7.1-G).
inline constexpr float kTarget = 12.7F;      ///< Smallest side of what is touched (VVSG 7.2-I).
inline constexpr float kGap = 3.0F;          ///< Between two of them; at least 2.54 (VVSG 7.2-I).
inline constexpr float kMargin = 10.0F;      ///< Around every screen.
inline constexpr float kCorner = 3.0F;

}  // namespace hallpass

#include "kiosk/ui/theme.h"

#include <algorithm>

namespace hallpass {
namespace {

/// 0xRRGGBB as ImGui keeps it.
constexpr ImU32 rgb(unsigned colour, unsigned alpha = 0xFF) {
  return (alpha << 24U) | ((colour & 0xFFU) << 16U) | (colour & 0xFF00U) | (colour >> 16U);
}

constexpr Theme kLight{
    .ground = rgb(0xF6F4EE),
    .panel = rgb(0xE7EBE3),
    .card = rgb(0xFFFFFF),
    .line = rgb(0x7C857F),
    .text = rgb(0x14211C),
    .textSecondary = rgb(0x3E4A45),
    .primary = rgb(0x0B4A3B),
    .primaryPressed = rgb(0x062E25),
    .onPrimary = rgb(0xFFFFFF),
    .accent = rgb(0xF8C358),
    .onAccent = rgb(0x14211C),
    .mark = rgb(0xF4B63F),
    .bad = rgb(0x6A0E0E),
    .onBad = rgb(0xFFFFFF),
    .disabled = rgb(0xDFE2DC),
    .onDisabled = rgb(0x3E4A45),
    .shade = rgb(0x14211C, 0xB0),
    .focus = rgb(0x1646C8),
    .shadow = rgb(0x14211C, 0x16),
};

constexpr Theme kDark{
    .ground = rgb(0x0E1412),
    .panel = rgb(0x19211E),
    .card = rgb(0x212B27),
    .line = rgb(0x8B9891),
    .text = rgb(0xF3F5F1),
    .textSecondary = rgb(0xC9D2CC),
    .primary = rgb(0xA3E6CB),
    .primaryPressed = rgb(0xF4FFFB),
    .onPrimary = rgb(0x05231A),
    .accent = rgb(0xF4B63F),
    .onAccent = rgb(0x14211C),
    .mark = rgb(0x05231A),
    .bad = rgb(0xFFB4AC),
    .onBad = rgb(0x350606),
    .disabled = rgb(0x2B3531),
    .onDisabled = rgb(0xC9D2CC),
    .shade = rgb(0x000000, 0xB8),
    .focus = rgb(0x9CC8FF),
    .shadow = rgb(0x000000, 0x50),
};

constexpr Theme kBlackOnWhite{
    .ground = rgb(0xFFFFFF),
    .panel = rgb(0xEDEDED),
    .card = rgb(0xFFFFFF),
    .line = rgb(0x000000),
    .text = rgb(0x000000),
    .textSecondary = rgb(0x000000),
    .primary = rgb(0x000000),
    .primaryPressed = rgb(0x3C3C3C),
    .onPrimary = rgb(0xFFFFFF),
    .accent = rgb(0xFFDD33),
    .onAccent = rgb(0x000000),
    .mark = rgb(0xFFDD33),
    .bad = rgb(0x6E0000),
    .onBad = rgb(0xFFFFFF),
    .disabled = rgb(0xEDEDED),
    .onDisabled = rgb(0x303030),
    .shade = rgb(0x000000, 0xC8),
    .focus = rgb(0x0036C9),
    .shadow = 0,
};

constexpr Theme kWhiteOnBlack{
    .ground = rgb(0x000000),
    .panel = rgb(0x262626),
    .card = rgb(0x000000),
    .line = rgb(0xFFFFFF),
    .text = rgb(0xFFFFFF),
    .textSecondary = rgb(0xFFFFFF),
    .primary = rgb(0xFFE14D),
    .primaryPressed = rgb(0xFFFFFF),
    .onPrimary = rgb(0x000000),
    .accent = rgb(0x7FE3FF),
    .onAccent = rgb(0x000000),
    .mark = rgb(0x000000),
    .bad = rgb(0xFFB0A8),
    .onBad = rgb(0x000000),
    .disabled = rgb(0x262626),
    .onDisabled = rgb(0xD6D6D6),
    .shade = rgb(0x000000, 0xE0),
    .focus = rgb(0x7FE3FF),
    .shadow = 0,
};

/// Font sizes in units; Inter's capitals are 0.727 of its size high, so 6.6 gives 4.8 mm.
constexpr std::array<float, kTextSizes> kTextUnits{6.6F, 7.4F, 8.4F, 12.0F, 18.0F};

/// How much larger than normal each step's text is: from capitals of 3.8 mm to 8.6 mm.
constexpr std::array<float, kTextSteps> kStepScales{0.8F, 1.0F, 1.35F, 1.8F};

/// Of text beyond its unit: what then has no room is set smaller again (Page::text()).
constexpr float kMostText = 1.34F;

/// The least that the screens fit on: a panel of ten inches.
constexpr float kLeastLong = 215.0F;
constexpr float kLeastShort = 134.0F;
constexpr float kLeastLow = 142.0F;   ///< With room for a keyboard of one row more.
constexpr float kLeastWide = 200.0F;  ///< Where there is more height than that.

float unitsThatFit(float widthPx, float heightPx, float longUnits, float shortUnits) {
  return std::min(std::max(widthPx, heightPx) / longUnits,
                  std::min(widthPx, heightPx) / shortUnits);
}

}  // namespace

const Theme& themeNamed(ThemeName name) {
  switch (name) {
    case ThemeName::Light:
      break;
    case ThemeName::Dark:
      return kDark;
    case ThemeName::BlackOnWhite:
      return kBlackOnWhite;
    case ThemeName::WhiteOnBlack:
      return kWhiteOnBlack;
  }
  return kLight;
}

const Theme& themeOf(const Look& look) { return themeNamed(look.theme); }

Metrics::Metrics(float widthPx, float heightPx, double pixelsPerMm, const Look& look)
    : widthPx_(widthPx),
      heightPx_(heightPx),
      look_(look),
      areaWidth_(widthPx),
      areaHeight_(heightPx) {
  // On a very small panel even the physical minimum must leave room for a keyboard of ten keys.
  const float real =
      std::min(static_cast<float>(pixelsPerMm), unitsThatFit(widthPx, heightPx, 200, 125));
  const float normal = std::max(real, unitsThatFit(widthPx, heightPx, 338, 190));
  const float room = unitsThatFit(widthPx, heightPx, kLeastLong, kLeastShort);
  const float large = kStepScales[static_cast<std::size_t>(TextStep::Large)];
  const float most = room > normal * 1.1F ? std::min(room, normal * large) : normal;
  for (std::size_t i = 0; i < kTextSteps; ++i) {
    const bool beyond = i > static_cast<std::size_t>(TextStep::Large) && most > normal;
    sizes_[i] = std::min(normal * kStepScales[i], beyond ? most * kMostText : most);
  }
  const auto step = static_cast<std::size_t>(look.text);
  pxPerUnit_ = std::clamp(sizes_[step], normal, most);
  textScale_ = sizes_[step] / pxPerUnit_;
  // Lower down a unit is no larger than it must be.
  moveDown(std::min(pxPerUnit_, real * std::max(1.0F, kStepScales[step])));
}

/// The least of the lower part that holds the screens at `unit` pixels, and half of it or more.
void Metrics::moveDown(float unit) {
  const bool upright = widthPx_ < kLeastWide * unit;
  const float least = (upright ? kLeastLong : kLeastLow) * unit;
  const float height = std::max(least, heightPx_ / 2);
  offersLow_ = height < heightPx_ * 0.75F;
  if (!look_.controlsLow || !offersLow_) return;
  pxPerUnit_ = unit;
  areaHeight_ = height;
  areaWidth_ = std::min(widthPx_, height * 1.9F);
}

Rect Metrics::area() const {
  return {(widthPx_ - areaWidth_) / 2, heightPx_ - areaHeight_, areaWidth_, areaHeight_};
}

bool Metrics::offers(TextStep step) const {
  const auto at = static_cast<std::size_t>(step);
  return at == 0 || sizes_[at] > sizes_[at - 1] * 1.1F;
}

float Metrics::textPx(TextSize size) const {
  const float units = kTextUnits[static_cast<std::size_t>(size)];
  if (size < TextSize::Heading) return px(units) * textScale_;
  const float large = px(tight() ? units * 0.75F : units) * std::min(textScale_, 1.0F);
  return std::max(large, textPx(TextSize::Button));
}

bool Metrics::tight() const {
  return std::min(areaWidth_, areaHeight_) < px(170.0F) || (portrait() && areaHeight_ < px(270.0F));
}

}  // namespace hallpass

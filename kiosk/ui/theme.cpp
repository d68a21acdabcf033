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
    .accent = rgb(0xF4B63F),
    .onAccent = rgb(0x14211C),
    .mark = rgb(0xF4B63F),
    .bad = rgb(0x8E1B1B),
    .onBad = rgb(0xFFFFFF),
    .disabled = rgb(0xDFE2DC),
    .onDisabled = rgb(0x3E4A45),
    .shade = rgb(0x14211C, 0xB0),
};

constexpr Theme kHighContrast{
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
};

/// Font sizes in units; Inter's capitals are 0.727 of its size high, so 6.6 gives 4.8 mm.
constexpr std::array<float, kTextSizes> kTextUnits{6.6F, 7.4F, 8.4F, 12.0F, 18.0F};

}  // namespace

const Theme& lightTheme() { return kLight; }

const Theme& highContrastTheme() { return kHighContrast; }

const Theme& themeOf(const Look& look) { return look.highContrast ? kHighContrast : kLight; }

Metrics::Metrics(float widthPx, float heightPx, double pixelsPerMm, const Look& look)
    : widthPx_(widthPx), heightPx_(heightPx) {
  const float longSide = std::max(widthPx, heightPx);
  const float shortSide = std::min(widthPx, heightPx);
  const float inProportion = std::min(longSide / 338.0F, shortSide / 190.0F);
  // On a very small panel even the physical minimum must leave room for a keyboard of ten keys.
  const float atMost = std::min(longSide / 200.0F, shortSide / 125.0F);
  pxPerUnit_ = std::min(std::max(static_cast<float>(pixelsPerMm), inProportion), atMost);
  // Beyond what a panel of ten inches shows, the screens would not fit.
  const float fitting = std::min(longSide / 215.0F, shortSide / 134.0F);
  const float larger = std::min(pxPerUnit_ * kLargerText, fitting);
  growable_ = larger > pxPerUnit_ * 1.1F;
  if (look.largerText && growable_) pxPerUnit_ = larger;
}

float Metrics::textPx(TextSize size) const {
  const float units = kTextUnits[static_cast<std::size_t>(size)];
  const bool large = size >= TextSize::Heading;
  return px(large && tight() ? units * 0.75F : units);
}

bool Metrics::tight() const { return std::min(widthPx_, heightPx_) < px(170.0F); }

}  // namespace hallpass

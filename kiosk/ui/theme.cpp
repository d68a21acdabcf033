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
    .bad = rgb(0x8E1B1B),
    .onBad = rgb(0xFFFFFF),
    .disabled = rgb(0xDFE2DC),
    .onDisabled = rgb(0x3E4A45),
    .shade = rgb(0x14211C, 0xB0),
};

/// Font sizes in units; Inter's capitals are 0.727 of its size high, so 6.6 gives 4.8 mm.
constexpr std::array<float, kTextSizes> kTextUnits{6.6F, 7.4F, 8.4F, 12.0F, 18.0F};

}  // namespace

const Theme& lightTheme() { return kLight; }

Metrics::Metrics(float widthPx, float heightPx, double pixelsPerMm)
    : widthPx_(widthPx), heightPx_(heightPx) {
  const float longSide = std::max(widthPx, heightPx);
  const float shortSide = std::min(widthPx, heightPx);
  const float inProportion = std::min(longSide / 338.0F, shortSide / 190.0F);
  // On a very small panel even the physical minimum must leave room for a keyboard of ten keys.
  const float atMost = std::min(longSide / 200.0F, shortSide / 125.0F);
  pxPerUnit_ = std::min(std::max(static_cast<float>(pixelsPerMm), inProportion), atMost);
}

float Metrics::textPx(TextSize size) const {
  const float units = kTextUnits[static_cast<std::size_t>(size)];
  const bool large = size >= TextSize::Heading;
  return px(large && tight() ? units * 0.75F : units);
}

bool Metrics::tight() const { return std::min(widthPx_, heightPx_) < px(170.0F); }

}  // namespace hallpass

#include "kiosk/ui/theme.h"

#include <cmath>

#include "tests/support/catch.h"

using hallpass::Metrics;
using hallpass::TextSize;

namespace {

/// WCAG 2.2, relative luminance and contrast ratio.
double luminance(ImU32 colour) {
  const auto channel = [](unsigned value) {
    const double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(colour & 0xFFU) + 0.7152 * channel((colour >> 8U) & 0xFFU) +
         0.0722 * channel((colour >> 16U) & 0xFFU);
}

double contrast(ImU32 a, ImU32 b) {
  const double light = std::max(luminance(a), luminance(b));
  const double dark = std::min(luminance(a), luminance(b));
  return (light + 0.05) / (dark + 0.05);
}

}  // namespace

TEST_CASE("text stands out at 10:1, secondary text at 7:1, edges at 3:1") {
  const auto& theme = hallpass::lightTheme();
  CHECK(contrast(0xFFFFFFFF, 0xFF000000) > 20.99);
  for (const ImU32 ground : {theme.ground, theme.card, theme.panel}) {
    CHECK(contrast(theme.text, ground) >= 10.0);
    CHECK(contrast(theme.textSecondary, ground) >= 7.0);
    CHECK(contrast(theme.line, ground) >= 3.0);
    CHECK(contrast(theme.primary, ground) >= 7.0);
  }
  CHECK(contrast(theme.onPrimary, theme.primary) >= 10.0);
  CHECK(contrast(theme.onPrimary, theme.primaryPressed) >= 10.0);
  CHECK(contrast(theme.onDisabled, theme.disabled) >= 7.0);
  CHECK(contrast(theme.onAccent, theme.accent) >= 7.0);
}

TEST_CASE("in high contrast all that is read or touched stands out at 10:1") {
  const auto& theme = hallpass::highContrastTheme();
  for (const ImU32 ground : {theme.ground, theme.card, theme.panel}) {
    for (const ImU32 colour : {theme.text, theme.textSecondary, theme.line, theme.primary}) {
      CHECK(contrast(colour, ground) >= 10.0);
    }
  }
  CHECK(contrast(theme.onPrimary, theme.primary) >= 10.0);
  CHECK(contrast(theme.onPrimary, theme.primaryPressed) >= 10.0);
  CHECK(contrast(theme.mark, theme.primary) >= 10.0);
  CHECK(contrast(theme.onDisabled, theme.disabled) >= 10.0);
  CHECK(contrast(theme.onAccent, theme.accent) >= 10.0);
  CHECK(contrast(theme.onBad, theme.bad) >= 10.0);
}

TEST_CASE("the look that a student asked for decides the theme") {
  CHECK(&hallpass::themeOf({}) == &hallpass::lightTheme());
  CHECK(&hallpass::themeOf({true, false}) == &hallpass::lightTheme());
  CHECK(&hallpass::themeOf({false, true}) == &hallpass::highContrastTheme());
}

TEST_CASE("larger text is a third larger, as far as the panel has room") {
  const hallpass::Look larger{true, false};
  for (const float height : {720.0F, 800.0F, 1080.0F}) {
    const Metrics plain(1280, height, 3.78);
    const Metrics large(1280, height, 3.78, larger);
    for (const TextSize size : {TextSize::Small, TextSize::Body, TextSize::Button}) {
      CHECK(large.textPx(size) >= plain.textPx(size) * 1.34F);
    }
    CHECK(large.textPx(TextSize::Heading) >= plain.textPx(TextSize::Heading));
    CHECK(large.textPx(TextSize::Title) >= plain.textPx(TextSize::Title));
    // Capitals of VVSG 7.1-G's large size.
    CHECK(large.textPx(TextSize::Small) * 0.727 >= 6.4 * 3.78);
  }
  CHECK(Metrics(1280, 720, 3.78, larger).growable());
}

TEST_CASE("a panel of ten inches has no room for larger text, and says so") {
  const Metrics plain(1280, 800, 5.95);
  const Metrics large(1280, 800, 5.95, {true, false});
  CHECK_FALSE(plain.growable());
  CHECK(large.px(1) == plain.px(1));
}

TEST_CASE("a target is never smaller than 12.7 mm, nor small text than 4.8 mm") {
  struct Panel {
    float width;
    float height;
    double pixelsPerMm;
  };
  for (const Panel& panel :
       {Panel{1280, 720, 3.78}, Panel{1920, 1080, 3.6}, Panel{3840, 2160, 7.2},
        Panel{1080, 1920, 3.6}, Panel{1280, 800, 5.95}, Panel{3840, 2160, 3.78}}) {
    const Metrics metrics(panel.width, panel.height, panel.pixelsPerMm);
    INFO(panel.width << " x " << panel.height << " at " << panel.pixelsPerMm);
    CHECK(metrics.px(hallpass::kTarget) >= 12.7 * panel.pixelsPerMm - 0.5);
    CHECK(metrics.px(hallpass::kGap) >= 2.54 * panel.pixelsPerMm);
    CHECK(metrics.textPx(TextSize::Small) * 0.727 >= 4.79 * panel.pixelsPerMm);
  }
}

TEST_CASE("a larger screen is filled in proportion") {
  const Metrics fullHd(1920, 1080, 3.78);
  const Metrics uhd(3840, 2160, 3.78);
  CHECK(std::abs(uhd.px(1) - 2 * fullHd.px(1)) < 0.01F);
  CHECK(fullHd.px(338) <= 1920.5F);
}

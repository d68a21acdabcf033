#include "kiosk/ui/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "tests/support/catch.h"

using hallpass::kThemeIds;
using hallpass::Look;
using hallpass::Metrics;
using hallpass::TextSize;
using hallpass::TextStep;
using hallpass::Theme;
using hallpass::ThemeName;

namespace {

const Look kLargest{TextStep::Largest};

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

TEST_CASE("in every theme text stands out at 10:1, secondary text at 7:1, signs and edges at 3:1") {
  CHECK(contrast(0xFFFFFFFF, 0xFF000000) > 20.99);
  for (std::size_t i = 0; i < kThemeIds.size(); ++i) {
    INFO(kThemeIds[i]);
    const Theme& theme = hallpass::themeNamed(static_cast<ThemeName>(i));
    for (const ImU32 ground : {theme.ground, theme.card, theme.panel}) {
      CHECK(contrast(theme.text, ground) >= 10.0);
      CHECK(contrast(theme.textSecondary, ground) >= 7.0);
      CHECK(contrast(theme.bad, ground) >= 7.0);
      CHECK(contrast(theme.primary, ground) >= 7.0);
      CHECK(contrast(theme.line, ground) >= 3.0);
      CHECK(contrast(theme.focus, ground) >= 3.0);
    }
    CHECK(contrast(theme.onPrimary, theme.primary) >= 10.0);
    CHECK(contrast(theme.onPrimary, theme.primaryPressed) >= 10.0);
    CHECK(contrast(theme.mark, theme.primary) >= 3.0);
    CHECK(contrast(theme.onDisabled, theme.disabled) >= 7.0);
    CHECK(contrast(theme.onAccent, theme.accent) >= 7.0);
    CHECK(contrast(theme.onBad, theme.bad) >= 7.0);
  }
}

TEST_CASE("in high contrast all that is read or touched stands out at 10:1") {
  for (const ThemeName name : {ThemeName::BlackOnWhite, ThemeName::WhiteOnBlack}) {
    const Theme& theme = hallpass::themeNamed(name);
    for (const ImU32 ground : {theme.ground, theme.card, theme.panel}) {
      for (const ImU32 colour : {theme.text, theme.textSecondary, theme.line, theme.primary}) {
        CHECK(contrast(colour, ground) >= 10.0);
      }
    }
    CHECK(contrast(theme.mark, theme.primary) >= 10.0);
    CHECK(contrast(theme.onDisabled, theme.disabled) >= 10.0);
    CHECK(contrast(theme.onAccent, theme.accent) >= 10.0);
    CHECK(contrast(theme.onBad, theme.bad) >= 10.0);
  }
}

TEST_CASE("the look that a student asked for decides the theme, and each has its own") {
  CHECK(&hallpass::themeOf({}) == &hallpass::themeNamed(ThemeName::Light));
  CHECK(&hallpass::themeOf(kLargest) == &hallpass::themeNamed(ThemeName::Light));
  Look look;
  std::set<ImU32> grounds;
  for (std::size_t i = 0; i < kThemeIds.size(); ++i) {
    look.theme = static_cast<ThemeName>(i);
    CHECK(&hallpass::themeOf(look) == &hallpass::themeNamed(look.theme));
    grounds.insert(hallpass::themeOf(look).ground);
    CHECK(hallpass::themeOfId(hallpass::themeId(look.theme)) == look.theme);
  }
  CHECK(grounds.size() == kThemeIds.size());
  CHECK_FALSE(hallpass::themeOfId("sepia"));
}

TEST_CASE("each step of text is larger than the one before, as far as the panel has room") {
  constexpr std::array<double, hallpass::kTextSteps> kCapitals{3.5, 4.79, 6.4, 8.0};
  for (const float height : {720.0F, 800.0F, 1080.0F}) {
    float before = 0;
    for (std::size_t step = 0; step < hallpass::kTextSteps; ++step) {
      Look look;
      look.text = static_cast<TextStep>(step);
      const Metrics metrics(1280, height, 3.78, look);
      INFO("step " << step << " at 1280 x " << height);
      CHECK(metrics.offers(look.text));
      CHECK(metrics.textPx(TextSize::Small) >= before * 1.1F);
      // VVSG 7.1-G; a panel of 15 inches has room for all but half a millimetre of the largest.
      CHECK(metrics.textPx(TextSize::Small) * 0.727 >= kCapitals.at(step) * 3.78);
      CHECK(metrics.px(hallpass::kTarget) >= 12.7 * 3.78 - 0.5);
      before = metrics.textPx(TextSize::Small);
    }
  }
  const Metrics large(1920, 1080, 3.78, kLargest);
  CHECK(large.textPx(TextSize::Small) * 0.727 >= 8.5 * 3.78);
}

TEST_CASE("a panel of ten inches has no room for larger text, and says so") {
  const Metrics plain(1280, 800, 5.95);
  const Metrics large(1280, 800, 5.95, kLargest);
  CHECK(plain.offers(TextStep::Small));
  CHECK(plain.offers(TextStep::Normal));
  CHECK_FALSE(plain.offers(TextStep::Large));
  CHECK_FALSE(plain.offers(TextStep::Largest));
  CHECK(large.px(1) == plain.px(1));
  CHECK(large.textPx(TextSize::Body) == plain.textPx(TextSize::Body));
}

TEST_CASE("low controls lie in the lower part of the screen, and nothing is too small there") {
  struct Panel {
    float width;
    float height;
    double pixelsPerMm;
    float highest;  ///< Of all, where the controls begin.
  };
  Look low;
  low.controlsLow = true;
  for (const Panel& panel :
       {Panel{1920, 1080, 3.78, 0.5F}, Panel{1080, 1920, 3.78, 0.5F}, Panel{1280, 800, 3.78, 0.3F},
        Panel{800, 1280, 3.78, 0.5F}, Panel{3840, 2160, 3.78, 0.5F}}) {
    INFO(panel.width << " x " << panel.height << " at " << panel.pixelsPerMm);
    const Metrics metrics(panel.width, panel.height, panel.pixelsPerMm, low);
    REQUIRE(metrics.offersLow());
    const hallpass::Rect area = metrics.area();
    CHECK(area.y >= panel.height * panel.highest);
    CHECK(area.y + area.h == panel.height);
    CHECK(area.x >= 0);
    CHECK(area.x + area.w <= panel.width);
    CHECK(metrics.px(hallpass::kTarget) >= 12.7 * panel.pixelsPerMm - 0.5);
    CHECK(std::max(area.w, area.h) >= metrics.px(199.9F));
    CHECK(std::min(area.w, area.h) >= metrics.px(133.9F));
  }
  const Metrics tenInch(1280, 800, 5.95, low);
  CHECK_FALSE(tenInch.offersLow());
  CHECK(tenInch.area().h == 800);
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

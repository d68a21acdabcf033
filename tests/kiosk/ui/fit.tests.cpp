// Whether every text has room in every language.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string>

#include "kiosk/domain/language.h"
#include "kiosk/ui/samples/sample_views.h"
#include "platform/base/translation.h"
#include "tests/e2e/layout.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::kLanguages;
using hallpass::Misfit;
using hallpass::TextStep;
using hallpass::samples::SampleView;
using tests::Easel;
using tests::Panel;

namespace {

const std::vector<std::string> kNone;
const std::vector<Panel> kPanels{{{1280, 800}, 3.78}, {{800, 1280}, 3.78}};
const hallpass::Look kLarger{TextStep::Large};

/// Those whose words or lines are longest; the others are no news where these fit.
const std::vector<std::string> kLongest{"de", "fi", "ja"};

Panel with(const Panel& panel, const hallpass::Look& look) {
  return {panel.size, panel.pixelsPerMm, look};
}

/// The catalogues that the build made, for as long as this lives.
struct Catalogues {
  Catalogues() { platform::useCatalogues(hallpass::localeFolder(), {"hallpass", "guides"}); }
  ~Catalogues() { platform::useCatalogues({}, {}); }
  Catalogues(const Catalogues&) = delete;
  Catalogues& operator=(const Catalogues&) = delete;
};

/// How much larger text begins on `panel` than the screens were made for.
float grown(const Panel& panel) {
  const auto size = [&](const hallpass::Look& look) {
    return hallpass::Metrics(static_cast<float>(panel.size.width),
                             static_cast<float>(panel.size.height), panel.pixelsPerMm, look)
        .textPx(hallpass::TextSize::Small);
  };
  return std::max(1.0F, size(panel.look) / size({}));
}

/// Texts that are 40 % longer than a guide may hold may be smaller where they begin larger, and all
/// may that Page sets no smaller than it does anywhere, in the lower part of a screen.
bool isTolerated(const Misfit& misfit, const Panel& panel, const std::set<std::string>& known) {
  if (panel.look.controlsLow && !misfit.cut) return true;
  if (known.empty()) return false;
  return known.contains(misfit.text) ||
         (grown(panel) > 1 && !misfit.cut && misfit.scale * grown(panel) >= 0.75F);
}

std::string told(const Misfit& misfit) {
  const int percent = static_cast<int>(misfit.scale * 100);
  return (misfit.cut ? "cut: " : std::to_string(percent) + " %: ") + misfit.text;
}

/// What does not fit of `views` in the language that is set, one line each, but for `known` texts.
std::vector<std::string> misfitsOf(Easel& easel, const std::vector<SampleView>& views,
                                   const std::set<std::string>& known) {
  std::set<std::string> lines;
  for (const SampleView& each : views) {
    const tests::Scene scene = easel.draw(each.view);
    for (const Misfit& misfit : easel.misfits()) {
      if (!isTolerated(misfit, easel.panel(), known)) lines.insert(each.name + ": " + told(misfit));
    }
    for (const std::string& problem : tests::layoutProblems(scene, easel.panel().pixelsPerMm)) {
      lines.insert(each.name + ": " + problem);
    }
  }
  return {lines.begin(), lines.end()};
}

/// Made-up names and titles that are longer than anybody's are cut in every language.
std::set<std::string> madeUp(Easel& easel, const std::vector<SampleView>& views) {
  std::set<std::string> texts;
  for (const SampleView& each : views) {
    (void)easel.draw(each.view);
    for (const Misfit& misfit : easel.misfits()) texts.insert(misfit.text);
  }
  return texts;
}

void checkAll(const Panel& panel, const std::vector<std::string>& languages = {}) {
  const Catalogues catalogues;
  Easel easel(panel, hallpass::localeFolder());
  std::vector<SampleView> samples = hallpass::samples::studentViews();
  // The desk is always drawn as ever.
  if (panel.look == hallpass::Look{}) {
    for (SampleView& each : hallpass::samples::deskViews()) samples.push_back(std::move(each));
  }
  const std::vector<SampleView> guides = hallpass::samples::guideViews();
  const std::set<std::string> known = madeUp(easel, samples);
  for (const auto& language : kLanguages) {
    const bool wanted = languages.empty() || std::find(languages.begin(), languages.end(),
                                                       language.id) != languages.end();
    if (!wanted) continue;
    platform::setLanguage(language.id);
    INFO(language.ownName << " at " << panel.size.width << " x " << panel.size.height);
    CHECK(misfitsOf(easel, samples, known) == kNone);
    CHECK(misfitsOf(easel, guides, {}) == kNone);
  }
}

}  // namespace

TEST_CASE("every text of every screen has room in every language, landscape") {
  checkAll(kPanels[0]);
}

TEST_CASE("every text of every screen has room in every language, upright") {
  checkAll(kPanels[1]);
}

TEST_CASE("every student's text has room in every language where text is larger, landscape") {
  checkAll(with(kPanels[0], kLarger));
}

TEST_CASE("every student's text has room in every language where text is larger, upright") {
  checkAll(with(kPanels[1], kLarger));
}

TEST_CASE("every student's text has room in the longest languages in the other sizes") {
  for (const Panel& panel : kPanels) {
    checkAll(with(panel, {TextStep::Small}), {"de"});
    checkAll(with(panel, {TextStep::Largest}), kLongest);
  }
}

TEST_CASE("every student's text has room in the longest languages lower down, for a left hand") {
  for (const Panel& panel : kPanels) {
    checkAll(with(panel, {TextStep::Normal, hallpass::ThemeName::Light, true, true}), kLongest);
  }
}

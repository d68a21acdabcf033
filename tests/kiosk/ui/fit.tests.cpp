// Whether every text has room in every language.
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
using hallpass::samples::SampleView;
using tests::Easel;
using tests::Panel;

namespace {

const std::vector<std::string> kNone;
const std::vector<Panel> kPanels{{{1280, 800}, 3.78}, {{800, 1280}, 3.78}};
const hallpass::Look kLarger{hallpass::TextStep::Large};
constexpr float kLargerText = 1.35F;

/// The catalogues that the build made, for as long as this lives.
struct Catalogues {
  Catalogues() { platform::useCatalogues(hallpass::localeFolder(), {"hallpass", "guides"}); }
  ~Catalogues() { platform::useCatalogues({}, {}); }
  Catalogues(const Catalogues&) = delete;
  Catalogues& operator=(const Catalogues&) = delete;
};

bool isLarger(const Panel& panel) { return panel.look.text == hallpass::TextStep::Large; }

/// Texts that are 40 % longer than a guide may hold may be smaller where they begin larger.
bool isTolerated(const Misfit& misfit, const Panel& panel, const std::set<std::string>& known) {
  if (known.empty()) return false;
  return known.contains(misfit.text) ||
         (isLarger(panel) && !misfit.cut && misfit.scale * kLargerText >= 0.75F);
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

void checkAll(const Panel& panel) {
  const Catalogues catalogues;
  Easel easel(panel, hallpass::localeFolder());
  std::vector<SampleView> samples = hallpass::samples::studentViews();
  // At the desk nothing is ever larger.
  if (!isLarger(panel)) {
    for (SampleView& each : hallpass::samples::deskViews()) samples.push_back(std::move(each));
  }
  const std::vector<SampleView> guides = hallpass::samples::guideViews();
  const std::set<std::string> known = madeUp(easel, samples);
  for (const auto& language : kLanguages) {
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
  checkAll({kPanels[0].size, kPanels[0].pixelsPerMm, kLarger});
}

TEST_CASE("every student's text has room in every language where text is larger, upright") {
  checkAll({kPanels[1].size, kPanels[1].pixelsPerMm, kLarger});
}

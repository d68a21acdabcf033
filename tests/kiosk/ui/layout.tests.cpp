#include "tests/e2e/layout.h"

#include <algorithm>

#include "kiosk/ui/samples/sample_views.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::TextStep;
using hallpass::View;
using hallpass::samples::SampleView;
using tests::Easel;
using tests::Panel;
using tests::Rect;
using tests::Scene;
using tests::Target;

namespace {

const std::vector<std::string> kNoProblems;

// The last two are ten-inch panels, 215 x 134 mm.
const std::vector<Panel> kPanels{{{1280, 720}, 3.78},  {{1280, 800}, 3.78}, {{1920, 1080}, 3.78},
                                 {{1080, 1920}, 3.78}, {{1280, 800}, 5.95}, {{800, 1280}, 5.95}};

/// Texts that lie over something that can be touched and is not theirs.
std::vector<std::string> coveredTargets(const Scene& scene) {
  std::vector<std::string> problems;
  for (std::size_t i = 0; i < scene.texts.size(); ++i) {
    const Rect& text = scene.textRects[i];
    for (const Target& target : scene.targets) {
      if (target.role == "field" || target.id == "wake") continue;
      const int across =
          std::min(text.right(), target.rect.right()) - std::max(text.x, target.rect.x);
      const int down =
          std::min(text.bottom(), target.rect.bottom()) - std::max(text.y, target.rect.y);
      if (std::min(across, down) > 1) problems.push_back(scene.texts[i] + " over " + target.id);
    }
  }
  return problems;
}

void checkAll(const Panel& panel, bool training) {
  Easel easel(panel);
  std::vector<std::vector<SampleView>> all{hallpass::samples::studentViews()};
  if (panel.look == hallpass::Look{}) all.push_back(hallpass::samples::deskViews());
  for (auto& views : all) {
    for (SampleView& sample : views) {
      sample.view.training = training;
      INFO(sample.name << " at " << panel.size.width << " x " << panel.size.height);
      const Scene scene = easel.draw(sample.view);
      CHECK(layoutProblems(scene, panel.pixelsPerMm) == kNoProblems);
      CHECK(coveredTargets(scene) == kNoProblems);
    }
  }
}

}  // namespace

TEST_CASE("on every panel every screen keeps its targets large, apart and whole") {
  for (const Panel& panel : kPanels) checkAll(panel, false);
}

TEST_CASE("no size of text makes a student's target small, close or cut on any panel") {
  for (Panel panel : kPanels) {
    for (const TextStep step : {TextStep::Small, TextStep::Large, TextStep::Largest}) {
      panel.look.text = step;
      checkAll(panel, false);
      checkAll(panel, true);
    }
  }
}

TEST_CASE("lower down, and for a left hand, every student's target is large, apart and whole") {
  for (Panel panel : kPanels) {
    panel.look.leftHand = true;
    checkAll(panel, false);
    panel.look.controlsLow = true;
    checkAll(panel, false);
    panel.look.text = TextStep::Large;
    checkAll(panel, true);
  }
}

TEST_CASE("the banner of the training mode makes no screen too small") {
  for (const Panel& panel : kPanels) checkAll(panel, true);
}

TEST_CASE("the five records of a page all have room on a desk's landscape screen") {
  for (std::size_t i = 0; i < 3; ++i) {
    Easel easel(kPanels[i]);
    CHECK(easel.draw(hallpass::samples::tableView(5, 5)).all("row-").size() == 5);
  }
}

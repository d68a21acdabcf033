// Where the main action of a screen stands.
#include <algorithm>
#include <set>
#include <string>

#include "kiosk/ui/samples/sample_views.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::Description;
using hallpass::samples::SampleView;
using tests::Easel;
using tests::Panel;

namespace {

struct PanelAndHand {
  Panel panel;
  bool leftHand;
};

const std::vector<std::string> kNoneElsewhere;

/// Above a keyboard it stands at the same end, but not at the foot; a question's card is smaller.
bool standsHigher(const Easel& easel) {
  const auto& targets = easel.description().targets();
  return easel.description().screen() == "still-there" ||
         std::any_of(targets.begin(), targets.end(), [](const Description::Target& target) {
           return target.id == "key-space" || target.id == "key-0";
         });
}

/// What is wrong with the place of the main action of `view`, or "".
std::string misplaced(Easel& easel, const SampleView& sample, bool leftHand) {
  (void)easel.draw(sample.view);
  const auto& targets = easel.description().targets();
  std::vector<hallpass::Rect> main;
  for (const Description::Target& target : targets) {
    if (target.primary) main.push_back(target.rect);
  }
  if (main.empty()) return {};
  if (main.size() > 1) return sample.name + ": more than one";
  const auto width = static_cast<float>(easel.panel().size.width);
  const auto height = static_cast<float>(easel.panel().size.height);
  const hallpass::Rect& place = main.front();
  const float near = leftHand ? place.x : width - place.x - place.w;
  const float far = leftHand ? width - place.x - place.w : place.x;
  const bool atFoot = place.y + place.h > height * 0.75F || standsHigher(easel);
  // The whole width where it stands alone upright.
  return near <= far + 1 && atFoot ? "" : sample.name + ": elsewhere";
}

std::vector<std::string> allMisplaced(const PanelAndHand& each,
                                      const std::vector<SampleView>& views) {
  Panel panel = each.panel;
  panel.look.leftHand = each.leftHand;
  Easel easel(panel);
  std::set<std::string> wrong;
  for (const SampleView& sample : views) {
    const std::string what = misplaced(easel, sample, each.leftHand);
    if (!what.empty()) wrong.insert(what);
  }
  return {wrong.begin(), wrong.end()};
}

const std::vector<Panel> kBothWays{{{1280, 800}, 3.78}, {{800, 1280}, 3.78}};

}  // namespace

TEST_CASE("each screen has one main action at most, at the end of its foot, on the hand's side") {
  for (const Panel& panel : kBothWays) {
    INFO(panel.size.width << " x " << panel.size.height);
    CHECK(allMisplaced({panel, false}, hallpass::samples::studentViews()) == kNoneElsewhere);
    CHECK(allMisplaced({panel, true}, hallpass::samples::studentViews()) == kNoneElsewhere);
    CHECK(allMisplaced({panel, false}, hallpass::samples::deskViews()) == kNoneElsewhere);
  }
}

TEST_CASE("the cards before a code are acknowledged at one place, one after the other") {
  for (const Panel& panel : kBothWays) {
    Easel easel(panel);
    std::set<std::pair<float, float>> places;
    hallpass::BeforeView before;
    before.cards.resize(3, hallpass::WarningCard{"Title", "Body", "I agree"});
    for (before.agreed = 0; before.agreed < before.cards.size(); ++before.agreed) {
      hallpass::View view;
      view.screen = before;
      (void)easel.draw(view);
      for (const auto& target : easel.description().targets()) {
        if (target.id.starts_with("agree-")) places.insert({target.rect.x, target.rect.y});
      }
    }
    CHECK(places.size() == 1);
  }
}

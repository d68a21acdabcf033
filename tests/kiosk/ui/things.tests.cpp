// Never more than seven things to choose from at once.
//
// A thing is a choice that a person has to weigh. Counted is all that can be touched, but for:
// - the keys of a keyboard or a pad, and the field that they type into: nobody weighs letters;
// - the rows of a list of what one knows already, and looks for: one's name, browser, language, or
//   what one saw; and the arrows that turn its pages, because no row is chosen by them;
// - what stands in the corners of every screen: the way back, Help, the language, the staff's door.
// The options of one setting are one thing: each asks the same, and one of them is always chosen.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "kiosk/ui/samples/sample_views.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::Description;
using hallpass::samples::SampleView;
using tests::Easel;
using tests::Panel;

namespace {

constexpr std::size_t kMostThings = 7;

/// The ends of the smallest panel, the usual one, and one that is upright.
const std::vector<Panel> kThingPanels{
    {{1280, 800}, 5.95}, {{1920, 1080}, 3.78}, {{800, 1280}, 3.78}};

bool startsWithOne(std::string_view id, const auto& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return id.starts_with(beginning); });
}

bool isWeighed(const Description::Target& target) {
  constexpr std::array<std::string_view, 6> kPads{"digit-",   "pin-",    "student-",
                                                  "browser-", "answer-", "page-"};
  constexpr std::array<std::string_view, 4> kCorners{"back", "help", "language", "door"};
  if (target.role == "key" || target.role == "field") return false;
  if (std::find(kCorners.begin(), kCorners.end(), target.id) != kCorners.end()) return false;
  return !startsWithOne(target.id, kPads) && !target.id.starts_with("language-");
}

/// The setting whose option that is, or the target itself.
std::string thingOf(const std::string& id) {
  constexpr std::array<std::string_view, 4> kSettings{"text-", "theme-", "controls-", "hand-"};
  for (const std::string_view setting : kSettings) {
    if (id.starts_with(setting)) return std::string(setting);
  }
  return id;
}

std::set<std::string> thingsOn(const std::vector<Description::Target>& targets) {
  std::set<std::string> things;
  for (const Description::Target& target : targets) {
    if (isWeighed(target)) things.insert(thingOf(target.id));
  }
  return things;
}

std::vector<SampleView> visit() {
  std::vector<SampleView> views = hallpass::samples::studentViews();
  for (SampleView& each : hallpass::samples::guideViews()) views.push_back(std::move(each));
  return views;
}

std::vector<Description::Target> targetsNamed(const std::vector<std::string>& ids) {
  std::vector<Description::Target> targets;
  for (const std::string& id : ids) targets.push_back({id, id, "button", {}, true});
  return targets;
}

}  // namespace

TEST_CASE("no screen of a visit has more than seven things to choose from") {
  std::size_t most = 0;
  for (const Panel& panel : kThingPanels) {
    Easel easel(panel);
    for (const SampleView& sample : visit()) {
      (void)easel.draw(sample.view);
      const auto things = thingsOn(easel.description().targets());
      INFO(panel.size.width << " x " << panel.size.height << " " << sample.name);
      CHECK(things.size() <= kMostThings);
      most = std::max(most, things.size());
    }
  }
  CHECK(most == kMostThings);  // That of a guide's contents, and where it went wrong: they count.
}

TEST_CASE("things are counted as a person weighs them") {
  CHECK(thingsOn(targetsNamed({"back", "help", "language", "door", "digit-1", "student-2",
                               "answer-3", "browser-4", "language-fi", "page-forward"}))
            .empty());
  CHECK(thingsOn(targetsNamed({"text-small", "text-large", "theme-dark", "hand-left"})).size() ==
        3);
  CHECK(thingsOn(targetsNamed({"topic-1", "topic-2", "topic-3", "topic-4", "topic-5", "stage-6",
                               "search", "next"}))
            .size() == 8);
}

#include "kiosk/ui/frame.h"

#include <algorithm>

#include "kiosk/ui/samples/sample_views.h"
#include "platform/display/window.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::DeskPlace;
using hallpass::Intent;
using hallpass::View;
using hallpass::samples::SampleView;
using tests::Easel;
using tests::Panel;
using tests::Scene;
using Act = hallpass::Intent::Act;

namespace {

const Panel kDesktop{{1280, 800}, 3.78};
const Panel kTenInch{{1280, 800}, 5.95};

const std::string kOutOfService = "out-of-service";

/// The call covers all, corners too.
bool hasCorner(const SampleView& sample) {
  return sample.name != kOutOfService && !sample.name.starts_with("call");
}

bool tells(const Scene& scene, const std::string& text) {
  return std::find(scene.texts.begin(), scene.texts.end(), text) != scene.texts.end();
}

}  // namespace

TEST_CASE("a quiet corner of every screen of a visit opens the door") {
  Easel easel(kDesktop);
  for (const SampleView& sample : hallpass::samples::studentViews()) {
    if (!hasCorner(sample)) continue;
    INFO(sample.name);
    const auto intent = easel.tap(sample.view, "door");
    REQUIRE(intent);
    CHECK(intent->act == Act::OpenDoor);
    const Scene scene = easel.draw(sample.view);
    CHECK(scene.find("door")->label == "Staff");
    CHECK(scene.find("door")->rect.y < kDesktop.size.height / 8);
  }
}

TEST_CASE("help stands in a corner of every screen of a visit, on every panel") {
  for (const Panel& panel : {kDesktop, kTenInch}) {
    Easel easel(panel);
    for (const SampleView& sample : hallpass::samples::studentViews()) {
      INFO(sample.name);
      const bool offered = hasCorner(sample) && !sample.name.starts_with("help");
      const Scene scene = easel.draw(sample.view);
      REQUIRE((scene.find("help") != nullptr) == offered);
      if (!offered) continue;
      CHECK(scene.find("help")->label == "Help");
      const auto intent = easel.tap(sample.view, "help");
      REQUIRE(intent);
      CHECK(intent->act == Act::Help);
    }
    for (const SampleView& sample : hallpass::samples::deskViews()) {
      CHECK(easel.draw(sample.view).find("help") == nullptr);
    }
  }
}

TEST_CASE("a call is taken back by two touches that lie apart") {
  Easel easel(kDesktop);
  View view;
  view.screen = hallpass::CallView{};
  const Scene calling = easel.draw(view);
  CHECK(calling.screen == "call");
  CHECK(tells(calling, "Help is needed here"));
  CHECK(calling.targets.size() == 1);
  CHECK(easel.tap(view, "end-call")->act == Act::Finish);
  view.screen = hallpass::CallView{true};
  const Scene asked = easel.draw(view);
  CHECK(easel.tap(view, "keep-calling")->act == Act::Stay);
  CHECK(easel.tap(view, "call-over")->act == Act::Yes);
  CHECK(calling.find("end-call")->rect.right() < asked.find("call-over")->rect.x);
}

TEST_CASE("help says what is set, and each of its choices asks for its own") {
  Easel easel(kDesktop);
  View view;
  view.screen = hallpass::HelpView{
      {hallpass::TextStep::Large, hallpass::ThemeName::WhiteOnBlack, false, true}};
  const Scene scene = easel.draw(view);
  for (const auto* set : {"text-large", "theme-white-on-black", "controls-whole", "hand-left"}) {
    CHECK(scene.find(set)->focused);
  }
  for (const auto* other : {"text-normal", "theme-light", "controls-low", "hand-right"}) {
    CHECK_FALSE(scene.find(other)->focused);
  }
  CHECK(easel.tap(view, "call-instructor")->act == Act::Call);
  const auto asks = [&](const char* id, Act act, std::size_t index) {
    const auto intent = easel.tap(view, id);
    return intent && intent->act == act && intent->index == index;
  };
  CHECK(asks("text-largest", Act::TextStep, 3));
  CHECK(asks("theme-dark", Act::Theme, 1));
  CHECK(asks("controls-low", Act::ControlsLow, 1));
  CHECK(asks("controls-whole", Act::ControlsLow, 0));
  CHECK(asks("hand-left", Act::LeftHand, 1));
}

TEST_CASE("help offers neither larger text nor lower buttons where a panel has no room for them") {
  Easel easel(kTenInch);
  View view;
  view.screen = hallpass::HelpView{};
  const Scene scene = easel.draw(view);
  CHECK(scene.find("text-small") != nullptr);
  CHECK(scene.find("text-large") == nullptr);
  CHECK(scene.find("controls-low") == nullptr);
  CHECK(scene.find("theme-black-on-white") != nullptr);
}

TEST_CASE("out of service there is no door: no ledger could compare a PIN") {
  Easel easel(kDesktop);
  for (const SampleView& sample : hallpass::samples::studentViews()) {
    if (sample.name == kOutOfService) CHECK(easel.draw(sample.view).find("door") == nullptr);
  }
}

TEST_CASE("beside the quiet corner the attract screen wakes as ever") {
  Easel easel(kDesktop);
  const auto intent = easel.tap(hallpass::samples::studentViews().front().view, "wake");
  REQUIRE(intent);
  CHECK(intent->act == Act::Wake);
}

TEST_CASE("there is no quiet corner under the question of the countdown, nor on the desk") {
  Easel easel(kDesktop);
  View asked = hallpass::samples::studentViews().front().view;
  asked.secondsLeft = 20;
  CHECK(easel.draw(asked).find("door") == nullptr);
  for (const SampleView& sample : hallpass::samples::deskViews()) {
    INFO(sample.name);
    CHECK(easel.draw(sample.view).find("door") == nullptr);
  }
}

TEST_CASE("training mode says so on every screen, and on the question over it") {
  Easel easel(kDesktop);
  const std::string banner = "TRAINING: these codes do not work";
  for (auto views : {hallpass::samples::studentViews(), hallpass::samples::deskViews()}) {
    for (SampleView& sample : views) {
      INFO(sample.name);
      // Neither shows a code: the one is wiped, the other is dark.
      if (sample.name == "cleaning" || sample.name == "asleep") continue;
      sample.view.training = false;
      CHECK_FALSE(tells(easel.draw(sample.view), banner));
      sample.view.training = true;
      CHECK(tells(easel.draw(sample.view), banner));
      sample.view.secondsLeft = 20;
      CHECK(tells(easel.draw(sample.view), banner));
    }
  }
}

TEST_CASE("the navigation leads to each place of the desk and marks the one that is open") {
  const std::vector<std::pair<std::string, DeskPlace>> places{
      {"nav-front", DeskPlace::Front},          {"nav-class", DeskPlace::Class},
      {"nav-students", DeskPlace::Students},    {"nav-restock", DeskPlace::Restock},
      {"nav-passes", DeskPlace::StudentPasses}, {"nav-batches", DeskPlace::Batches},
      {"nav-journal", DeskPlace::Journal},      {"nav-hand-over", DeskPlace::HandOver},
      {"nav-device", DeskPlace::Device}};
  Easel easel(kDesktop);
  const View view = hallpass::samples::tableView(5, 5);
  for (const auto& [id, place] : places) {
    INFO(id);
    const auto intent = easel.tap(view, id);
    REQUIRE(intent);
    CHECK(intent->act == Act::GoTo);
    CHECK(intent->index == static_cast<std::size_t>(place));
    CHECK(easel.draw(view).find(id)->focused == (place == DeskPlace::Students));
  }
}

TEST_CASE("on a small panel the navigation stands behind a button of its own") {
  Easel easel(kTenInch);
  const View view = hallpass::samples::tableView(5, 5);
  CHECK(easel.draw(view).find("nav-journal") == nullptr);
  CHECK_FALSE(easel.tap(view, "nav"));
  CHECK(easel.draw(view).find("row-1") == nullptr);
  const auto intent = easel.tap(view, "nav-journal");
  REQUIRE(intent);
  CHECK(intent->index == static_cast<std::size_t>(DeskPlace::Journal));
  CHECK(easel.draw(view).find("row-1") != nullptr);
  CHECK_FALSE(easel.tap(view, "nav"));
  CHECK_FALSE(easel.tap(view, "back"));
  CHECK(easel.draw(view).find("row-1") != nullptr);
}

TEST_CASE("a small panel's menu is a screen of its own, which Escape leaves as Back does") {
  Easel easel(kTenInch);
  View view = hallpass::samples::tableView(5, 5);
  view.training = true;
  const std::string below = easel.draw(view).screen;
  CHECK_FALSE(easel.tap(view, "nav"));
  // A screen that has just come takes no touch: not the second one of a double tap.
  CHECK(easel.draw(view).screen == "menu");
  CHECK(tells(easel.draw(view), "TRAINING: these codes do not work"));
  CHECK(easel.press(view, std::u32string(1, platform::kEscapeKey)).empty());
  CHECK(easel.draw(view).screen == below);
  CHECK(easel.draw(view).find("row-1") != nullptr);
}

TEST_CASE("the desk says when it locks itself, and locks at a touch") {
  for (const Panel& panel : {kDesktop, kTenInch}) {
    Easel easel(panel);
    for (const SampleView& sample : hallpass::samples::deskViews()) {
      if (!sample.view.desk) continue;
      INFO(sample.name);
      CHECK(tells(easel.draw(sample.view), "Locks in 1:52"));
      const auto intent = easel.tap(sample.view, "lock");
      REQUIRE(intent);
      CHECK(intent->act == Act::Lock);
    }
  }
}

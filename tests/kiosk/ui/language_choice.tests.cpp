#include "kiosk/ui/language_choice.h"

#include "kiosk/domain/language.h"
#include "kiosk/ui/samples/sample_views.h"
#include "tests/e2e/layout.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::kLanguages;
using hallpass::View;
using hallpass::samples::SampleView;
using tests::Easel;
using tests::Panel;
using tests::Scene;
using Act = hallpass::Intent::Act;

namespace {

const Panel kDesktop{{1280, 800}, 3.78};
const std::vector<Panel> kPanels{
    kDesktop, {{1080, 1920}, 3.78}, {{1280, 800}, 5.95}, {{800, 1280}, 5.95}};

View sample(const std::string& name) {
  for (const auto& views : {hallpass::samples::studentViews(), hallpass::samples::deskViews()}) {
    for (const SampleView& each : views) {
      if (each.name == name) return each.view;
    }
  }
  FAIL("no view called " << name);
  return {};
}

}  // namespace

TEST_CASE(
    "the language that is set stands in a corner of every screen of a visit and at the door") {
  Easel easel(kDesktop);
  for (const auto& views : {hallpass::samples::studentViews(), hallpass::samples::deskViews()}) {
    for (const SampleView& each : views) {
      INFO(each.name);
      const Scene scene = easel.draw(each.view);
      const tests::Target* button = scene.find("language");
      const bool bare = each.name == "out-of-service" || each.name == "cleaning" ||
                        each.name == "asleep" || each.name.starts_with("call");
      REQUIRE((button != nullptr) == (!each.view.desk && !bare));
      if (button != nullptr) CHECK(button->label == "Português");
    }
  }
}

TEST_CASE("a single language is no choice") {
  Easel easel(kDesktop);
  View view = sample("find");
  view.languages = {2};
  CHECK(easel.draw(view).find("language") == nullptr);
}

TEST_CASE("the choice offers each language by its own name, and marks the one that is set") {
  for (const Panel& panel : kPanels) {
    Easel easel(panel);
    const View view = sample("find");
    REQUIRE_FALSE(easel.tap(view, "language"));
    const Scene scene = easel.draw(view);
    CHECK(scene.screen == "languages");
    CHECK(scene.find("key-a") == nullptr);
    CHECK(tests::layoutProblems(scene, panel.pixelsPerMm).empty());
    for (const auto& language : kLanguages) {
      INFO(language.id);
      const tests::Target* target = scene.find("language-" + std::string(language.id));
      REQUIRE(target != nullptr);
      CHECK(target->label == language.ownName);
      CHECK(target->focused == (language.id == "pt"));
    }
    const auto intent = easel.tap(view, "language-ja");
    REQUIRE(intent);
    CHECK(intent->act == Act::Language);
    CHECK(intent->index == 7);
    CHECK(easel.draw(view).screen == "find");
  }
}

TEST_CASE("the choice is left by Back, and stands again after the question of the countdown") {
  Easel easel(kDesktop);
  View view = sample("before");
  CHECK_FALSE(easel.tap(view, "language"));
  CHECK_FALSE(easel.tap(view, "back"));
  CHECK(easel.draw(view).screen == "before");
  CHECK_FALSE(easel.tap(view, "language"));
  view.secondsLeft = 20;
  CHECK(easel.draw(view).screen == "still-there");
  view.secondsLeft.reset();
  CHECK(easel.draw(view).screen == "languages");
  // Not on another screen, and not when this one comes again.
  CHECK(easel.draw(sample("attract")).screen == "attract");
  CHECK(easel.draw(view).screen == "before");
}

TEST_CASE("only what the class offers is there, and training mode says so above it") {
  Easel easel(kDesktop);
  View view = sample("attract");
  view.languages = {3, 1};
  view.language = 3;
  view.training = true;
  CHECK_FALSE(easel.tap(view, "language"));
  const Scene scene = easel.draw(view);
  CHECK(scene.all("language-").size() == 2);
  CHECK(scene.mentions("TRAINING"));
}

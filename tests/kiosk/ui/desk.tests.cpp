#include "kiosk/ui/desk_view.h"
#include "kiosk/ui/samples/sample_views.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::DeskButton;
using hallpass::DeskView;
using hallpass::PinView;
using hallpass::View;
using tests::Easel;
using tests::Panel;
using tests::Scene;
using Act = hallpass::Intent::Act;

namespace {

const Panel kDesktop{{1280, 800}, 3.78};
const Panel kTenInch{{1280, 800}, 5.95};

View sample(const std::string& name) {
  for (const hallpass::samples::SampleView& each : hallpass::samples::deskViews()) {
    if (each.name == name) return each.view;
  }
  FAIL("no view called " << name);
  return {};
}

}  // namespace

TEST_CASE("a screen of the desk has the name that its page gives it") {
  Easel easel(kDesktop);
  CHECK(easel.draw(sample("form")).screen == "class");
  CHECK(easel.draw(sample("notice")).screen == "verified");
  CHECK(easel.draw(sample("front")).screen == "desk");
  CHECK(easel.draw(sample("working")).screen == "working");
  CHECK(easel.draw(sample("edit")).screen == "edit");
  CHECK(easel.draw(sample("pin")).screen == "pin");
}

TEST_CASE("a form is typed into and chosen from") {
  Easel easel(kDesktop);
  const View view = sample("form");
  const auto focus = easel.tap(view, "field-until");
  REQUIRE(focus);
  CHECK(focus->act == Act::Focus);
  CHECK(focus->index == 3);
  const auto choice = easel.tap(view, "walk-ins-2");
  REQUIRE(choice);
  CHECK(choice->act == Act::Choose);
  CHECK(choice->index == 5);
  CHECK(choice->option == 1);
  const Scene scene = easel.draw(view);
  CHECK(scene.find("type-2")->focused);
  CHECK_FALSE(scene.find("type-1")->focused);
  CHECK(scene.find("field-word")->label == "Class word: none");
  CHECK(scene.mentions("The class would end before it begins."));
}

TEST_CASE("the buttons of a screen answer with their place, its actions as main and other") {
  Easel easel(kDesktop);
  const View view = sample("all parts");
  CHECK(easel.tap(view, "bad")->index == 2);
  CHECK_FALSE(easel.tap(view, "odd"));
  CHECK(easel.tap(view, "open")->act == Act::Main);
  CHECK(easel.tap(view, "roster")->act == Act::Other);
  CHECK(easel.tap(view, "back")->act == Act::Back);
}

TEST_CASE("on a small panel a button turns to the parts that have no room") {
  Easel easel(kTenInch);
  const View view = sample("form");
  CHECK(easel.draw(view).find("field-title") != nullptr);
  CHECK(easel.draw(view).find("walk-ins-1") == nullptr);
  CHECK_FALSE(easel.tap(view, "more"));
  CHECK(easel.draw(view).find("field-title") == nullptr);
  CHECK(easel.tap(view, "walk-ins-1")->index == 5);
  (void)easel.draw(sample("front"));
  CHECK(easel.draw(view).find("field-title") != nullptr);
}

TEST_CASE("where not all has room a list comes first") {
  Easel easel(kTenInch);
  View view = sample("all parts");
  std::get<DeskView>(view.screen).table = hallpass::samples::sampleTable(5, 5);
  CHECK(easel.draw(view).find("row-1") != nullptr);
}

TEST_CASE("the class at a glance says every number in words, and mends what is wrong") {
  Easel easel(kDesktop);
  const View view = sample("front");
  const Scene scene = easel.draw(view);
  for (const char* word : {"worked", "have a code", "stuck", "not yet"}) {
    INFO(word);
    CHECK(scene.mentions(word));
  }
  CHECK(scene.mentions("9 of 24 students still need one"));
  CHECK(scene.mentions("Stuck: 1 already used, 1 blank page"));
  const auto mend = easel.tap(view, "mend-2");
  REQUIRE(mend);
  CHECK(mend->act == Act::Press);
  CHECK(mend->index == 1);
  CHECK(easel.tap(view, "pause")->act == Act::Other);
}

TEST_CASE("long work says how far it is, and stops only where it can") {
  Easel easel(kDesktop);
  View view = sample("working");
  CHECK(easel.draw(view).mentions("1,200 of 3,000"));
  CHECK(easel.tap(view, "stop")->act == Act::Other);
  std::get<hallpass::WorkingView>(view.screen).cancels = false;
  CHECK(easel.draw(view).find("stop") == nullptr);
}

TEST_CASE("a PIN's pad types digits, and tells only how many") {
  Easel easel(kDesktop);
  const View view = sample("pin");
  CHECK(easel.tap(view, "pin-7")->text == "7");
  CHECK(easel.tap(view, "pin-erase")->act == Act::Erase);
  CHECK(easel.tap(view, "forgotten")->index == 1);
  CHECK(easel.draw(view).find("field")->label == "3 of 6 digits");
}

TEST_CASE("while a PIN is compared, waits or opens nothing any more, no key works") {
  Easel easel(kDesktop);
  View view = sample("pin that waits");
  CHECK(easel.draw(view).mentions("Next try in 4:32"));
  CHECK_FALSE(easel.tap(view, "pin-7"));
  CHECK(easel.tap(view, "staff"));
  view = sample("pin");
  std::get<PinView>(view.screen).checking = true;
  CHECK_FALSE(easel.tap(view, "pin-7"));
  view = sample("pin");
  std::get<PinView>(view.screen).stopped = true;
  CHECK_FALSE(easel.tap(view, "pin-7"));
}

TEST_CASE("a secret of a notice is told as hidden") {
  Easel easel(kDesktop);
  const Scene scene = easel.draw(sample("notice"));
  CHECK_FALSE(scene.mentions("K7QM"));
  CHECK(scene.mentions("(hidden)"));
}

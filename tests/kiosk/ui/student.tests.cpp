#include "kiosk/ui/samples/sample_views.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::DigitsView;
using hallpass::View;
using tests::Easel;
using tests::Panel;
using tests::Scene;
using Act = hallpass::Intent::Act;

namespace {

const Panel kDesktop{{1280, 800}, 3.78};

View sample(const std::string& name) {
  for (const hallpass::samples::SampleView& each : hallpass::samples::studentViews()) {
    if (each.name == name) return each.view;
  }
  FAIL("no view called " << name);
  return {};
}

}  // namespace

TEST_CASE("the class word is typed and tried, and a wrong one is answered") {
  Easel easel(kDesktop);
  const View view = sample("class-word");
  CHECK(easel.draw(view).screen == "class-word");
  CHECK(easel.draw(view).mentions("That is not the class word. It stands on the board."));
  CHECK(easel.tap(view, "key-p")->text == "P");
  CHECK(easel.tap(view, "go")->act == Act::Submit);
  CHECK(easel.tap(view, "back")->act == Act::Back);
}

TEST_CASE("own digits are never told, and show the code once there are four") {
  Easel easel(kDesktop);
  View view = sample("digits, chosen");
  for (const std::string& text : easel.draw(view).texts) CHECK(text.size() > 1);
  CHECK(easel.draw(view).find("field")->label == "4 of 4 digits");
  CHECK(easel.tap(view, "digit-0")->text == "0");
  CHECK(easel.tap(view, "digit-erase")->act == Act::Erase);
  CHECK(easel.tap(view, "take")->act == Act::Take);
  std::get<DigitsView>(view.screen).typed = "471";
  CHECK_FALSE(easel.tap(view, "take"));
}

TEST_CASE("own digits that are asked for say how many tries are left") {
  Easel easel(kDesktop);
  CHECK(easel.draw(sample("digits, asked for")).mentions("Two tries left."));
  const View none = sample("digits, no try left");
  CHECK(easel.draw(none).mentions("Please call your instructor."));
  CHECK_FALSE(easel.tap(none, "digit-1"));
}

TEST_CASE("a student says whether the code worked") {
  Easel easel(kDesktop);
  for (const char* name : {"done", "have-code", "have-code, said"}) {
    INFO(name);
    CHECK(easel.tap(sample(name), "worked")->act == Act::ItWorked);
    CHECK(easel.tap(sample(name), "did-not")->act == Act::ItDidNot);
  }
  CHECK(easel.draw(sample("have-code, said")).mentions("You said: Blank page."));
  CHECK(easel.draw(sample("done, thanks")).find("worked") == nullptr);
  CHECK(easel.tap(sample("done, thanks"), "finish")->act == Act::Finish);
}

TEST_CASE("the device that is handed over asks whether it is the right student") {
  Easel easel(kDesktop);
  const View view = sample("handed");
  CHECK(easel.tap(view, "yes")->act == Act::Yes);
  CHECK(easel.tap(view, "no")->act == Act::No);
  CHECK(easel.draw(view).mentions("new code"));
}

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

TEST_CASE("the site's code is as large as its words leave room for") {
  for (const Panel& panel : {kDesktop, Panel{{1920, 1080}, 3.78}}) {
    Easel easel(panel);
    const Scene scene = easel.draw(sample("code"));
    const tests::Rect first = scene.qr("1").rect;
    const tests::Rect second = scene.qr("2").rect;
    CHECK(second.width * 5 >= first.width * 2);
    CHECK(easel.misfits().empty());
  }
}

TEST_CASE("Help says how the screens are heard, where they can be") {
  Easel easel(kDesktop);
  const std::string words = "Plug in a headset or hold F1";
  View view;
  view.screen = hallpass::HelpView{{}, true};
  CHECK(easel.draw(view).mentions(words));
  view.screen = hallpass::HelpView{};
  CHECK_FALSE(easel.draw(view).mentions(words));
}

TEST_CASE("what ends a call has none of the colours that are made for another ground") {
  for (std::size_t i = 0; i < hallpass::kThemeIds.size(); ++i) {
    const auto name = static_cast<hallpass::ThemeName>(i);
    const hallpass::Theme& theme = hallpass::themeNamed(name);
    Easel easel({kDesktop.size, kDesktop.pixelsPerMm, {hallpass::TextStep::Normal, name}});
    View view;
    view.screen = hallpass::CallView{true};
    CHECK(easel.draw(view).find("call-over") != nullptr);
    INFO(hallpass::kThemeIds.at(i));
    if (theme.primary != theme.onAccent) CHECK_FALSE(Easel::leftmost(theme.primary).has_value());
    CHECK(Easel::leftmost(theme.onAccent).has_value());
  }
}

// The button that must be held, for what cannot be undone.
#include <imgui.h>

#include "kiosk/ui/desk_view.h"
#include "kiosk/ui/page.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using namespace hallpass;
using tests::Easel;

namespace {

const tests::Panel kDesktop{{1280, 800}, 3.78};
constexpr int kPicturesASecond = 60;

View lastQuestion() {
  NoticeView notice;
  notice.screen = "erase-hold";
  notice.headline = "Erase the device";
  notice.detail = "Hold the button.";
  notice.other = DeskButton{"keep", "Back"};
  notice.main = DeskButton{"erase", "Hold to erase", true, true};
  View view;
  view.screen = std::move(notice);
  return view;
}

}  // namespace

TEST_CASE("a button that must be held acts after three seconds, once") {
  Easel easel(kDesktop);
  const auto acts = easel.hold(lastQuestion(), "erase", 7 * kPicturesASecond);
  REQUIRE(acts.size() == 1);
  CHECK(acts.front().act == Intent::Act::Main);
}

TEST_CASE("a button that must be held does nothing when it is let go too early") {
  Easel easel(kDesktop);
  const View view = lastQuestion();
  CHECK_FALSE(easel.tap(view, "erase"));
  CHECK(easel.hold(view, "erase", 2 * kPicturesASecond).empty());
  // What was held before does not count.
  CHECK(easel.hold(view, "erase", 2 * kPicturesASecond).empty());
}

TEST_CASE(
    "a key that goes down on the screen holds the button, one that was down before does not") {
  constexpr int kLong = 7 * kPicturesASecond;
  Easel easel(kDesktop);
  View before;
  before.screen = hallpass::PinView{};
  CHECK(easel.holdEnter(before, true, 5).empty());
  CHECK(easel.holdEnter(lastQuestion(), true, kLong).empty());
  CHECK(easel.holdEnter(lastQuestion(), false, 1).empty());
  const auto acts = easel.holdEnter(lastQuestion(), true, kLong);
  REQUIRE(acts.size() == 1);
  CHECK(acts.front().act == Intent::Act::Main);
}

TEST_CASE("a key holds the button that the ring is on, and no other") {
  Easel easel(kDesktop);
  (void)easel.press(lastQuestion(), U"\t");
  REQUIRE(easel.focus() == "keep");
  CHECK(easel.holdEnter(lastQuestion(), true, 4 * kPicturesASecond).empty());
  (void)easel.press(lastQuestion(), U"\t");
  REQUIRE(easel.focus() == "erase");
  CHECK(easel.holdEnter(lastQuestion(), true, 4 * kPicturesASecond).size() == 1);
}

TEST_CASE("a machine that draws nothing for a while does not hold the button") {
  Easel easel(kDesktop);
  ImGui::GetIO().DeltaTime = 60;
  CHECK(easel.hold(lastQuestion(), "erase", 10).empty());
}

TEST_CASE(
    "the description says that a button must be held, and of the other one that it need not") {
  Easel easel(kDesktop);
  const tests::Scene scene = easel.draw(lastQuestion());
  CHECK(scene.find("erase")->role == "held");
  CHECK(scene.find("keep")->role == "button");
  CHECK(easel.tap(lastQuestion(), "keep")->act == Intent::Act::Other);
}

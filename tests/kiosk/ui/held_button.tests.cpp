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

#include "kiosk/ui/motion.h"

#include "kiosk/ui/samples/sample_views.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/view.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::Motion;
using platform::BootTime;
using tests::Easel;

namespace {

constexpr BootTime kStart{5000};

BootTime after(int ms) { return kStart + std::chrono::milliseconds(ms); }

hallpass::View noticeThatComes() {
  hallpass::NoticeView notice;
  notice.screen = "question";
  notice.headline = "Close the class?";
  notice.main = hallpass::DeskButton{"yes", "Yes"};
  hallpass::View view;
  view.screen = std::move(notice);
  return view;
}

/// As a colour is where its screen begins to come: three tenths of its alpha.
ImU32 faint(ImU32 colour) { return (colour & ~IM_COL32_A_MASK) | (ImU32{77} << IM_COL32_A_SHIFT); }

}  // namespace

TEST_CASE("a screen comes within a fifth of a second, quick at first, and then stands") {
  Motion motion;
  motion.start(kStart, false);
  float before = -1;
  float step = 2;
  for (int ms = 0; ms < 200; ms += 40) {
    const float share = motion.at(after(ms)).share;
    CHECK(share > before);
    if (ms > 0) CHECK(share - before < step);
    if (ms > 0) step = share - before;
    before = share;
  }
  CHECK(motion.at(after(200)).share == 1);
  CHECK(motion.at(after(100'000)).share == 1);
  CHECK(motion.at(after(0)).way > 0);
  motion.start(kStart, true);
  CHECK(motion.at(after(0)).way < 0);
}

TEST_CASE("nothing moves where motion is off, or before anything came") {
  Motion motion;
  CHECK(motion.at(after(10)).share == 1);
  motion.setOn(false);
  motion.start(kStart, false);
  CHECK(motion.at(after(10)).share == 1);
}

TEST_CASE("a screen that comes is drawn beside its place and fainter, and described in its place") {
  Easel easel({{1280, 800}, 3.78});
  const hallpass::View view = noticeThatComes();
  const int stands = easel.draw(view).find("yes")->rect.x;
  const ImU32 colour = hallpass::themeOf({}).primary;
  const auto left = Easel::leftmost(colour);
  REQUIRE(left);
  CHECK_FALSE(easel.moves());

  easel.setArrival({0, 1});
  CHECK(easel.draw(view).find("yes")->rect.x == stands);
  CHECK(easel.moves());
  CHECK_FALSE(Easel::leftmost(colour));
  const auto comes = Easel::leftmost(faint(colour));
  REQUIRE(comes);
  CHECK(*comes > *left + 20);

  easel.setArrival({});
  (void)easel.draw(view);
  CHECK(Easel::leftmost(colour) == left);
  CHECK_FALSE(easel.moves());
}

TEST_CASE("the rows of a list that is turned slide in from below, or from above, and then stand") {
  Easel easel({{1280, 800}, 3.78});
  const hallpass::View view = hallpass::samples::tableView(20, 20);
  const auto turn = [&](const char* id) {
    CHECK_FALSE(easel.moves());
    CHECK_FALSE(easel.tap(view, id));
    int pictures = 0;
    for (; easel.moves() && pictures < 100; ++pictures) (void)easel.draw(view);
    return pictures;
  };
  (void)easel.draw(view);
  const int there = turn("page-forward");
  CHECK(there > 6);
  CHECK(there < 20);
  CHECK(turn("page-back") > 6);
}

TEST_CASE("the rows of a list that is turned stand at once where nothing may move") {
  Easel easel({{1280, 800}, 3.78});
  easel.setMotion(false);
  const hallpass::View view = hallpass::samples::tableView(20, 20);
  CHECK_FALSE(easel.tap(view, "page-forward"));
  CHECK_FALSE(easel.moves());
}

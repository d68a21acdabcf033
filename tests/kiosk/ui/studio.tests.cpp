#include "kiosk/ui/studio.h"

#include "kiosk/guide/guide.h"
#include "kiosk/ui/samples/sample_views.h"
#include "tests/support/catch.h"

using hallpass::Studio;
using hallpass::View;

namespace {

const Studio::Panel kPanel{{1280, 800}, 3.78};

Studio::Folders drawings() { return {hallpass::assetsFolder() / "illustrations", {}}; }

ImU32 colourAt(const platform::Pixels& picture, int x, int y) {
  const std::uint8_t* pixel =
      &picture.bytes[static_cast<std::size_t>(y * picture.size.width + x) * 4];
  return IM_COL32(pixel[0], pixel[1], pixel[2], pixel[3]);
}

View asleep() {
  View view;
  view.screen = hallpass::SleepView{};
  return view;
}

}  // namespace

TEST_CASE("a studio draws a view in its theme's colours, and tells what is on it") {
  Studio studio(kPanel, drawings());
  const View view = hallpass::samples::studentViews().front().view;
  const auto& picture = studio.draw(view);
  CHECK(picture.size == kPanel.size);
  CHECK(colourAt(picture, 1, 1) == hallpass::themeOf(view.look).ground);
  CHECK(studio.description().screen() == "attract");
  CHECK(studio.description().find("wake") != nullptr);
  CHECK(studio.description().find("nothing") == nullptr);
}

TEST_CASE("a studio's picture holds the letters of each text in their colour") {
  Studio studio(kPanel, drawings());
  for (const auto& sample : hallpass::samples::studentViews()) {
    INFO(sample.name);
    const auto& picture = studio.draw(sample.view);
    REQUIRE_FALSE(studio.inks().empty());
    const hallpass::Ink& ink = studio.inks().front();
    const hallpass::Rect& at = ink.rect;
    int found = 0;
    for (int y = static_cast<int>(at.y); y < static_cast<int>(at.y + at.h); ++y) {
      for (int x = static_cast<int>(at.x); x < static_cast<int>(at.x + at.w); ++x) {
        if (colourAt(picture, x, y) == ink.colour) ++found;
      }
    }
    CHECK(found > 20);
  }
}

TEST_CASE("what is touched in a studio asks for what it asks for on a screen") {
  Studio studio(kPanel, drawings());
  const View view = hallpass::samples::studentViews().front().view;
  const auto intent = studio.tap(view, "wake");
  REQUIRE(intent);
  CHECK(intent->act == hallpass::Intent::Act::Wake);
  CHECK_FALSE(studio.tap(view, "nothing"));
}

TEST_CASE("a studio forgets the view before") {
  Studio studio(kPanel, drawings());
  (void)studio.draw(hallpass::samples::studentViews().front().view);
  const platform::Pixels first = studio.draw(asleep());
  CHECK(studio.draw(asleep()).bytes == first.bytes);
  CHECK(studio.inks().empty());
}

#include "platform/display/pointer_changes.h"

#include <vector>

#include "tests/support/catch.h"

using platform::PointerChanges;
using std::chrono::milliseconds;

namespace {

constexpr float kSpotPx = 20;

/// A panel that is looked at every sixteen milliseconds.
class WornPanel {
 public:
  void at(int ms, bool down, float x = 100) {
    while (looked_ + 16 <= ms) changes_.looked(milliseconds(looked_ += 16));
    changes_.moved(x, 100);
    changes_.changed(down, milliseconds(ms), kSpotPx);
  }

  /// How many presses the pictures see.
  int presses() {
    int count = 0;
    while (changes_.waiting()) count += changes_.next().down ? 1 : 0;
    return count;
  }

  PointerChanges& changes() { return changes_; }

 private:
  PointerChanges changes_;
  int looked_ = 0;
};

}  // namespace

TEST_CASE("every press and release reaches a picture of its own, where it happened") {
  WornPanel panel;
  panel.at(100, true, 10);
  panel.at(101, false, 30);
  panel.at(102, true, 300);
  CHECK(panel.changes().next().x == 10);
  CHECK_FALSE(panel.changes().next().down);
  CHECK(panel.changes().next().x == 300);
  CHECK_FALSE(panel.changes().waiting());
  CHECK(panel.changes().next().down);
}

TEST_CASE("a finger that bounces on a worn panel is one tap, however often it bounces") {
  WornPanel panel;
  panel.at(100, true);
  panel.at(180, false);
  for (int bounce = 0; bounce < 3; ++bounce) {
    panel.at(190 + 20 * bounce, true, 104);
    panel.at(200 + 20 * bounce, false, 104);
  }
  CHECK(panel.presses() == 1);
  CHECK_FALSE(panel.changes().next().down);
}

TEST_CASE("a finger that bounces as it comes down is one tap") {
  WornPanel panel;
  panel.at(100, true);
  panel.at(108, false);
  panel.at(116, true);
  panel.at(200, false);
  CHECK(panel.presses() == 1);
}

TEST_CASE("two taps of a fast finger on one key are two, and so are two fingers on two keys") {
  WornPanel panel;
  panel.at(100, true);
  panel.at(150, false);
  panel.at(210, true);
  panel.at(260, false);
  CHECK(panel.presses() == 2);
  panel.at(1000, true, 100);
  panel.at(1010, false, 100);
  panel.at(1015, true, 160);
  panel.at(1030, false, 160);
  CHECK(panel.presses() == 2);
}

TEST_CASE("a picture that took long makes no bounce of two taps that waited for it") {
  WornPanel panel;
  panel.changes().looked(milliseconds(1000));
  panel.changes().moved(100, 100);
  for (int change = 0; change < 4; ++change) {
    panel.changes().changed(change % 2 == 0, milliseconds(1200), kSpotPx);
  }
  CHECK(panel.presses() == 2);
}

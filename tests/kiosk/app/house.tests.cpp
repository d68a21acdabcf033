#include "tests/kiosk/app/kiosk.h"

using tests::Act;
using tests::Kiosk;
using namespace hallpass;
using std::chrono::hours;

namespace {

constexpr hours kDay{24};

std::size_t names(Kiosk& kiosk) { return kiosk.desk().roster().students()->size(); }

/// A kiosk that keeps names for a week; its class is closed.
struct WeekKiosk : Kiosk {
  WeekKiosk() {
    retentionDays = 7;
    REQUIRE(desk().classes().setState(ClassState::Closed, Role::Operator));
    restart();
    (void)app();
  }
};

}  // namespace

TEST_CASE("names that are older than the venue keeps them go at the start") {
  WeekKiosk kiosk;
  kiosk.clock.pass(kDay * 6);
  kiosk.restart();
  (void)kiosk.app();
  CHECK(names(kiosk) == 3);
  kiosk.clock.pass(kDay + hours(1));
  kiosk.restart();
  (void)kiosk.app();
  CHECK(names(kiosk) == 0);
  CHECK(kiosk.app().namesErased() == 3);
  CHECK(kiosk.stock().inStock == 3);
}

TEST_CASE("a kiosk that is never restarted looks for old names once a day") {
  WeekKiosk kiosk;
  for (int day = 0; day < 7; ++day) {
    REQUIRE(kiosk.app().deadline());
    CHECK(*kiosk.app().deadline() <= kiosk.clock.sinceBoot() + kDay);
    CHECK(names(kiosk) == 3);
    kiosk.pass(kDay);
  }
  kiosk.pass(kDay);
  CHECK(names(kiosk) == 0);
}

TEST_CASE("names stay as long as nobody says for how long, and while the class goes on") {
  WeekKiosk kiosk;
  SECTION("nobody says") { kiosk.retentionDays = 0; }
  SECTION("the class goes on") {
    NewClass facts = tests::sampleClass();
    facts.until =
        platform::UtcTime{kiosk.clock.now().ms + std::chrono::milliseconds(kDay * 60).count()};
    REQUIRE(kiosk.desk().classes().open(facts, Role::Operator));
    const std::vector<RosterEntry> one{{"Maya Okafor", "", ""}};
    REQUIRE(kiosk.desk().roster().add(one, Mode::Keep, Role::Operator));
  }
  const std::size_t before = names(kiosk);
  kiosk.clock.pass(kDay * 30);
  kiosk.restart();
  (void)kiosk.app();
  CHECK(names(kiosk) == before);
}

TEST_CASE("a clock that jumped ahead erases nothing, until it is one to believe") {
  WeekKiosk kiosk;
  kiosk.restart();
  kiosk.clock.kept = platform::ClockQuality::Unsynchronised;
  kiosk.clock.bootName = "00000000-0000-0000-0000-000000000002";
  kiosk.clock.time.ms += std::chrono::milliseconds(kDay * 365).count();
  (void)kiosk.app();
  CHECK(names(kiosk) == 3);
  SECTION("the network keeps it right") {
    kiosk.clock.kept = platform::ClockQuality::Synchronised;
    kiosk.pass(kDay);
  }
  SECTION("something was recorded by it") {
    REQUIRE(kiosk.desk().journal().acceptClock(Role::Instructor).ok());
    kiosk.pass(kDay);
  }
  CHECK(names(kiosk) == 0);
}

TEST_CASE("a visit is not disturbed by the search for old names") {
  WeekKiosk kiosk;
  REQUIRE(kiosk.desk().classes().open(tests::sampleClass(), Role::Operator));
  const std::vector<RosterEntry> one{{"Maya Okafor", "", ""}};
  REQUIRE(kiosk.desk().roster().add(one, Mode::Keep, Role::Operator));
  kiosk.app().refresh();
  kiosk.nameSomebody("Maya");
  kiosk.clock.pass(kDay * 8);
  CHECK(kiosk.app().namesErased() == 0);
  CHECK(kiosk.shows<ConfirmView>());
}

#include "tests/kiosk/app/kiosk.h"

using tests::Act;
using tests::Kiosk;
using namespace hallpass;

namespace {

/// A kiosk whose disk filled up while nobody looked; at its attract screen.
void fillDisk(Kiosk& kiosk) {
  kiosk.diskIsLow = true;
  kiosk.app().refresh();
}

}  // namespace

TEST_CASE("a kiosk whose disk is nearly full lets nobody begin, and goes on by itself") {
  Kiosk kiosk;
  fillDisk(kiosk);
  CHECK(kiosk.on<AttractView>().standing == Standing::CallInstructor);
  kiosk.act(Act::Wake);
  CHECK(kiosk.shows<AttractView>());
  kiosk.pass(App::kDiskLook);
  CHECK(kiosk.on<AttractView>().standing == Standing::CallInstructor);
  kiosk.diskIsLow = false;
  REQUIRE(kiosk.app().deadline());
  CHECK(*kiosk.app().deadline() <= kiosk.clock.sinceBoot() + App::kDiskLook);
  kiosk.pass(App::kDiskLook);
  CHECK(kiosk.on<AttractView>().standing == Standing::Open);
  CHECK_FALSE(kiosk.takeCode("Aino").empty());
}

TEST_CASE("a disk that fills up during a visit ends it before a code is taken") {
  Kiosk kiosk;
  SECTION("before the cards are read") {
    kiosk.nameSomebody("Aino");
    kiosk.diskIsLow = true;
    kiosk.act(Act::Yes);
  }
  SECTION("before the code is taken") {
    kiosk.readCards("Aino");
    kiosk.diskIsLow = true;
    kiosk.typeDigits("2580");
    kiosk.act(Act::Take);
  }
  CHECK(kiosk.on<AttractView>().standing == Standing::CallInstructor);
  CHECK(kiosk.stock().claimed == 0);
  CHECK(kiosk.stock().inStock == 3);
}

TEST_CASE("a code that a student holds stays to be seen while the disk is nearly full") {
  Kiosk kiosk;
  const std::string code = kiosk.takeCode("Aino");
  kiosk.leave();
  kiosk.comeBack("Aino");
  kiosk.diskIsLow = true;
  CHECK(kiosk.seeAgain() == code);
}

TEST_CASE("a code is not swapped while the disk is nearly full") {
  Kiosk kiosk;
  const std::string code = kiosk.takeCode("Aino");
  kiosk.leave();
  kiosk.app().handDevice(kiosk.student(0), Cause::BlankActivation);
  kiosk.act(Act::Yes);
  kiosk.diskIsLow = true;
  kiosk.typeDigits("2580");
  kiosk.act(Act::Take);
  CHECK(kiosk.shows<AttractView>());
  CHECK(kiosk.stock().quarantined == 0);
}

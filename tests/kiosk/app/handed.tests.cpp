// The instructor hands the device to one student: for a swapped code, or one to be seen again.
#include "tests/kiosk/app/kiosk.h"

using namespace tests;
using namespace std::chrono_literals;

namespace {

/// Aino took a code with the digits 2580, and left.
std::string takeAndLeave(Kiosk& kiosk) {
  std::string code = kiosk.takeCode("aino");
  kiosk.leave();
  return code;
}

/// Yes, these digits, show it.
void accept(Kiosk& kiosk, const std::string& digits) {
  kiosk.act(Act::Yes);
  CHECK(kiosk.on<DigitsView>().purpose == DigitsView::Purpose::Choose);
  kiosk.typeDigits(digits);
  kiosk.act(Act::Take);
}

}  // namespace

TEST_CASE("a swap is made when its student asks for the new code, and not before") {
  Kiosk kiosk;
  const std::string old = takeAndLeave(kiosk);
  kiosk.app().handDevice(kiosk.student(0), Cause::Used);
  CHECK(kiosk.on<HandedView>().swap);
  CHECK(kiosk.on<HandedView>().student.name == "Aino V.");
  kiosk.act(Act::Yes);
  kiosk.typeDigits("4711");
  CHECK(kiosk.stock().quarantined == 0);
  kiosk.act(Act::Take);
  CHECK((kiosk.on<CodeView>().code.reveal() != old));
  CHECK_FALSE(kiosk.on<CodeView>().again);
  CHECK(kiosk.stock().quarantined == 1);
  CHECK(kiosk.stock().claimed == 1);
}

TEST_CASE("a swapped code is seen again with the new digits, and is not swapped again") {
  Kiosk kiosk;
  takeAndLeave(kiosk);
  kiosk.app().handDevice(kiosk.student(0), Cause::Invalid);
  accept(kiosk, "4711");
  const std::string code = kiosk.on<CodeView>().code.reveal();
  kiosk.act(Act::Hide);
  CHECK((kiosk.seeAgain("2580").empty()));
  kiosk.act(Act::Back);
  CHECK((kiosk.seeAgain("4711") == code));
  CHECK(kiosk.stock().quarantined == 1);
}

TEST_CASE("a student who forgot the digits sees the same code with new ones") {
  Kiosk kiosk;
  const std::string code = takeAndLeave(kiosk);
  kiosk.app().handDevice(kiosk.student(0), std::nullopt);
  CHECK_FALSE(kiosk.on<HandedView>().swap);
  accept(kiosk, "4711");
  CHECK((kiosk.on<CodeView>().code.reveal() == code));
  kiosk.leave();
  kiosk.comeBack("aino");
  CHECK((kiosk.seeAgain("4711") == code));
  CHECK(kiosk.stock().quarantined == 0);
}

TEST_CASE("no, a step back and time running out each leave everything as it was") {
  for (const std::string way : {"no", "back", "time"}) {
    Kiosk kiosk;
    const std::string code = takeAndLeave(kiosk);
    kiosk.app().handDevice(kiosk.student(0), Cause::Used);
    kiosk.act(Act::Yes);
    kiosk.typeDigits("4711");
    kiosk.act(Act::Back);
    CHECK(kiosk.on<HandedView>().swap);
    if (way == "no") kiosk.act(Act::No);
    if (way == "back") kiosk.act(Act::Back);
    if (way == "time") kiosk.pass(60s);
    if (way == "time") CHECK(kiosk.app().view().secondsLeft);
    if (way == "time") kiosk.pass(20s);
    INFO(way);
    CHECK(kiosk.shows<AttractView>());
    CHECK(kiosk.stock().quarantined == 0);
    kiosk.comeBack("aino");
    CHECK((kiosk.seeAgain("2580") == code));
  }
}

TEST_CASE("a swap that its student refused is not made for the next one") {
  Kiosk kiosk;
  takeAndLeave(kiosk);
  kiosk.app().handDevice(kiosk.student(0), Cause::Used);
  kiosk.act(Act::No);
  kiosk.takeCode("s2");
  CHECK(kiosk.stock().claimed == 2);
  CHECK(kiosk.stock().quarantined == 0);
}

TEST_CASE("a call ends what the instructor allowed one student alone") {
  Kiosk kiosk;
  const std::string code = takeAndLeave(kiosk);
  kiosk.app().handDevice(kiosk.student(0), std::nullopt);
  kiosk.act(Act::Yes);
  kiosk.act(Act::Help);
  kiosk.act(Act::Call);
  REQUIRE(kiosk.shows<CallView>());
  kiosk.act(Act::Finish);
  kiosk.act(Act::Yes);
  CHECK(kiosk.shows<AttractView>());
  kiosk.comeBack("aino");
  CHECK((kiosk.seeAgain("4711").empty()));
  kiosk.act(Act::Back);
  CHECK((kiosk.seeAgain("2580") == code));
}

TEST_CASE("without another code nothing is swapped, and the old one stays") {
  Kiosk kiosk(1);
  const std::string code = takeAndLeave(kiosk);
  kiosk.app().handDevice(kiosk.student(0), Cause::Expired);
  accept(kiosk, "4711");
  CHECK(kiosk.shows<NoCodesView>());
  kiosk.act(Act::Finish);
  kiosk.comeBack("aino");
  CHECK((kiosk.seeAgain("2580") == code));
}

TEST_CASE("who holds no code goes the way of every student, past the class word") {
  NewClass facts = sampleClass();
  facts.word = "blue";
  Kiosk kiosk(3, facts);
  kiosk.app().handDevice(kiosk.student(0), std::nullopt);
  CHECK(kiosk.on<ConfirmView>().student.name == "Aino V.");
  kiosk.act(Act::Yes);
  CHECK(kiosk.shows<BeforeView>());
  CHECK(kiosk.stock().claimed == 0);
}

TEST_CASE("a device for somebody who is not on the list goes to nobody") {
  Kiosk kiosk;
  kiosk.app().handDevice(StudentId{4711}, Cause::Other);
  CHECK(kiosk.shows<AttractView>());
  kiosk.act(Act::Yes);
  CHECK(kiosk.shows<AttractView>());
}

TEST_CASE("a code can be seen again by the instructor's hand while the class is paused") {
  Kiosk kiosk;
  const std::string code = takeAndLeave(kiosk);
  REQUIRE(kiosk.desk().classes().setState(ClassState::Paused, Role::Operator));
  kiosk.app().handDevice(kiosk.student(0), std::nullopt);
  kiosk.act(Act::Yes);
  kiosk.app().refresh();
  kiosk.typeDigits("4711");
  kiosk.act(Act::Take);
  CHECK((kiosk.on<CodeView>().code.reveal() == code));
}

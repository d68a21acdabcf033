// Four digits of the student's own: chosen with the code, and needed to see it again.
#include "tests/kiosk/app/kiosk.h"

using namespace tests;
using namespace std::chrono_literals;

TEST_CASE("every step back before the code is shown takes nothing") {
  Kiosk kiosk;
  kiosk.readCards("aino");
  CHECK(kiosk.on<DigitsView>().purpose == DigitsView::Purpose::Choose);
  CHECK(kiosk.on<DigitsView>().student.name == "Aino V.");
  kiosk.typeDigits("2580");
  kiosk.act(Act::Back);
  CHECK(kiosk.on<BeforeView>().agreed == 2);
  kiosk.act(Act::Agree);
  CHECK(kiosk.on<DigitsView>().typed.empty());
  kiosk.act(Act::Back);
  kiosk.act(Act::Back);
  CHECK(kiosk.shows<FindView>());
  CHECK(kiosk.stock().claimed == 0);
  CHECK(kiosk.stock().inStock == 3);
}

TEST_CASE("only four digits take the code, and nothing but digits is typed") {
  Kiosk kiosk;
  kiosk.readCards("aino");
  for (const char* other : {"x", "-", " ", "é", "٣"}) kiosk.act(Act::Type, other);
  CHECK(kiosk.on<DigitsView>().typed.empty());
  kiosk.typeDigits("258");
  kiosk.act(Act::Take);
  kiosk.act(Act::Submit);
  CHECK(kiosk.shows<DigitsView>());
  kiosk.typeDigits("901");
  CHECK(kiosk.on<DigitsView>().typed == "2589");
  kiosk.act(Act::Erase);
  kiosk.typeDigits("0");
  CHECK(kiosk.on<DigitsView>().typed == "2580");
  CHECK(kiosk.stock().claimed == 0);
  kiosk.act(Act::Take);
  CHECK(kiosk.shows<CodeView>());
  CHECK(kiosk.desk().claims().find(kiosk.student(0))->value().hasDigits);
}

TEST_CASE("the code is seen again with its digits, and by nobody without them") {
  Kiosk kiosk;
  const std::string code = kiosk.takeCode("aino", "0707");
  kiosk.leave();
  kiosk.comeBack("aino");
  CHECK((kiosk.seeAgain("7070").empty()));
  CHECK(kiosk.on<DigitsView>().triesLeft == kMostDigitTries - 1);
  CHECK(kiosk.on<DigitsView>().typed.empty());
  kiosk.typeDigits("0707");
  kiosk.act(Act::Take);
  CHECK((kiosk.on<CodeView>().code.reveal() == code));
  CHECK(kiosk.on<CodeView>().again);
  CHECK(kiosk.stock().claimed == 1);
}

TEST_CASE("a step back from the question for the digits leads to where it was asked") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.leave();
  kiosk.comeBack("aino");
  kiosk.act(Act::Show);
  CHECK(kiosk.on<DigitsView>().purpose == DigitsView::Purpose::Ask);
  CHECK_FALSE(kiosk.on<DigitsView>().triesLeft);
  kiosk.act(Act::Back);
  CHECK(kiosk.on<HaveCodeView>().student.name == "Aino V.");
}

TEST_CASE("five wrong tries end the trying, until the instructor lets new digits be chosen") {
  Kiosk kiosk;
  const std::string code = kiosk.takeCode("aino", "2580");
  kiosk.leave();
  kiosk.comeBack("aino");
  for (int left = kMostDigitTries - 1; left >= 0; --left) {
    CHECK((kiosk.seeAgain("1111").empty()));
    CHECK(kiosk.on<DigitsView>().triesLeft == left);
  }
  kiosk.typeDigits("2580");
  CHECK(kiosk.on<DigitsView>().typed.empty());
  kiosk.act(Act::Back);
  kiosk.act(Act::Show);
  CHECK(kiosk.on<DigitsView>().triesLeft == 0);
  kiosk.act(Act::Back);
  CHECK((kiosk.seeAgain("2580").empty()));
  REQUIRE(kiosk.desk().claims().clearDigits(kiosk.student(0), Role::Instructor));
  kiosk.act(Act::Back);
  kiosk.act(Act::Show);
  CHECK(kiosk.on<DigitsView>().purpose == DigitsView::Purpose::Choose);
  kiosk.typeDigits("9999");
  kiosk.act(Act::Take);
  CHECK((kiosk.on<CodeView>().code.reveal() == code));
  kiosk.leave();
  kiosk.comeBack("aino");
  CHECK((kiosk.seeAgain("2580").empty()));
}

TEST_CASE("wrong tries are still counted after a restart") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.leave();
  kiosk.comeBack("aino");
  kiosk.seeAgain("1111");
  kiosk.restart();
  kiosk.comeBack("aino");
  kiosk.seeAgain("2222");
  CHECK(kiosk.on<DigitsView>().triesLeft == kMostDigitTries - 2);
}

TEST_CASE("a code that a command gave is seen after digits are chosen for it") {
  Kiosk kiosk;
  const auto made = kiosk.desk().claims().make(kiosk.student(0), Role::Operator);
  REQUIRE(made);
  kiosk.comeBack("aino");
  kiosk.act(Act::Show);
  CHECK(kiosk.on<DigitsView>().purpose == DigitsView::Purpose::Choose);
  kiosk.act(Act::Back);
  CHECK(kiosk.shows<HaveCodeView>());
  CHECK((kiosk.seeAgain("1379") == made->code.reveal()));
  kiosk.leave();
  kiosk.comeBack("aino");
  CHECK((kiosk.seeAgain("2580").empty()));
}

TEST_CASE("a hidden code needs its digits again: its student may have left") {
  Kiosk kiosk;
  const std::string code = kiosk.takeCode("aino");
  kiosk.act(Act::Hide);
  kiosk.act(Act::Take);
  CHECK(kiosk.shows<CodeHiddenView>());
  CHECK((kiosk.seeAgain("1111").empty()));
  kiosk.act(Act::Back);
  CHECK((kiosk.seeAgain("2580") == code));
}

TEST_CASE("digits that were typed are gone when the countdown asks who is there") {
  Kiosk kiosk;
  kiosk.readCards("aino");
  kiosk.typeDigits("258");
  kiosk.pass(60s);
  CHECK(kiosk.app().view().secondsLeft);
  CHECK(kiosk.on<DigitsView>().typed.empty());
  kiosk.pass(20s);
  CHECK(kiosk.shows<AttractView>());
  CHECK(kiosk.stock().claimed == 0);
}

TEST_CASE("the next student's digits are their own") {
  Kiosk kiosk;
  kiosk.takeCode("s2", "1111");
  kiosk.leave();
  kiosk.takeCode("s3", "2222");
  kiosk.leave();
  kiosk.comeBack("s2");
  CHECK((kiosk.seeAgain("2222").empty()));
}

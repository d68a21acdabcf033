#include "kiosk/ledger/own_digits.h"

#include <fstream>
#include <iterator>

#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Cause;
using hallpass::kMostDigitTries;
using hallpass::Refusal;
using hallpass::Role;

namespace {

/// Two students who hold codes: one chose digits, the other did not.
struct Choosers : tests::Room {
  Choosers() {
    openClass();
    addCodes(tests::newCodes(0, 5));
    careful = student("Careful");
    open = student("Open");
    REQUIRE(ledger->claims().make(careful, Role::Student, "4711").ok());
    REQUIRE(ledger->claims().make(open, Role::Student).ok());
  }

  hallpass::DigitsAnswer type(const std::string& digits) { return type(careful, digits); }
  hallpass::DigitsAnswer type(hallpass::StudentId who, const std::string& digits) {
    return ledger->claims().tryDigits(who, digits).value();
  }
  int left(hallpass::StudentId who) { return ledger->claims().digitTriesLeft(who).value(); }
  bool hasDigits(hallpass::StudentId who) { return ledger->claims().find(who).value()->hasDigits; }

  hallpass::StudentId careful;
  hallpass::StudentId open;
};

}  // namespace

TEST_CASE("the digits that were chosen open, and others do not", "[ledger][own-digits]") {
  Choosers room;
  CHECK(room.hasDigits(room.careful));
  CHECK(room.type("4711").right);
  for (const char* wrong : {"4712", "", "471", "47110"}) CHECK_FALSE(room.type(wrong).right);
  CHECK(room.type("4711").right);
}

TEST_CASE("the digits of one student do not open the code of another", "[ledger][own-digits]") {
  Choosers room;
  const auto third = room.student("Third");
  REQUIRE(room.ledger->claims().make(third, Role::Student, "0815").ok());
  CHECK_FALSE(room.type(third, "4711").right);
  CHECK_FALSE(room.type(room.careful, "0815").right);
  CHECK(room.type(third, "0815").right);
  tests::RawSql raw(room.folder.file());
  CHECK(raw.text("SELECT count(DISTINCT key) FROM own_digits") == "2");
}

TEST_CASE("a claim without digits of its own is opened by none", "[ledger][own-digits]") {
  Choosers room;
  CHECK_FALSE(room.hasDigits(room.open));
  const auto answer = room.type(room.open, "");
  CHECK_FALSE(answer.right);
  CHECK(answer.triesLeft == kMostDigitTries);
  CHECK(room.journal().back().event == "claim-made");
}

TEST_CASE("wrong digits are counted and recorded, and the right ones set the count to none",
          "[ledger][own-digits]") {
  Choosers room;
  CHECK(room.type("0000").triesLeft == kMostDigitTries - 1);
  CHECK(room.journal().back().event == "digits-wrong");
  CHECK(room.journal().back().fields == R"({"claim":"1","student":"1","tries_left":"4"})");
  room.reopen();
  CHECK(room.left(room.careful) == kMostDigitTries - 1);
  const auto before = room.eventIds();
  CHECK(room.type("4711").triesLeft == kMostDigitTries);
  CHECK(room.left(room.careful) == kMostDigitTries);
  CHECK(room.eventIds() == before);
}

TEST_CASE("when no try is left even the right digits do not open", "[ledger][own-digits]") {
  Choosers room;
  for (int left = kMostDigitTries - 1; left >= 0; --left) {
    CHECK(room.type("0000").triesLeft == left);
  }
  const auto before = room.eventIds();
  CHECK_FALSE(room.type("4711").right);
  CHECK(room.left(room.careful) == 0);
  CHECK(room.eventIds() == before);
  CHECK(tests::RawSql(room.folder.file()).text("SELECT wrong FROM own_digits") == "5");
}

TEST_CASE("the instructor takes digits away, and the student chooses anew",
          "[ledger][own-digits]") {
  Choosers room;
  for (int done = 0; done < kMostDigitTries; ++done) (void)room.type("0000");
  REQUIRE(room.ledger->claims().clearDigits(room.careful, Role::Instructor).ok());
  CHECK(room.journal().back().event == "digits-cleared");
  CHECK(room.journal().back().role == "instructor");
  CHECK_FALSE(room.hasDigits(room.careful));
  CHECK(room.left(room.careful) == kMostDigitTries);
  CHECK_FALSE(room.type("4711").right);
  const auto shown = room.ledger->claims().make(room.careful, Role::Student, "1234");
  CHECK(shown->hasDigits);
  CHECK(shown->again);
  CHECK(room.type("1234").right);
}

TEST_CASE("clearing digits that are not there records nothing", "[ledger][own-digits]") {
  Choosers room;
  const auto before = room.eventIds();
  CHECK(room.ledger->claims().clearDigits(room.open, Role::Instructor).ok());
  CHECK(room.eventIds() == before);
}

TEST_CASE("digits that a claim has are not chosen over", "[ledger][own-digits]") {
  Choosers room;
  REQUIRE(room.ledger->claims().make(room.careful, Role::Student, "9999").ok());
  CHECK_FALSE(room.type("9999").right);
  CHECK(room.type("4711").right);
}

TEST_CASE("a swapped code has the digits chosen with it, and the old ones are gone",
          "[ledger][own-digits]") {
  Choosers room;
  auto& claims = room.ledger->claims();
  REQUIRE(claims.replace(room.careful, Cause::Used, Role::Instructor, "2468")->hasDigits);
  CHECK_FALSE(room.type("4711").right);
  CHECK(room.type("2468").right);
  REQUIRE_FALSE(claims.replace(room.careful, Cause::Used, Role::Instructor)->hasDigits);
  CHECK(tests::RawSql(room.folder.file()).text("SELECT count(*) FROM own_digits") == "0");
}

TEST_CASE("who holds no code has no digits", "[ledger][own-digits]") {
  Choosers room;
  const auto none = room.student("None");
  auto& claims = room.ledger->claims();
  CHECK(claims.tryDigits(none, "4711").error() == Refusal::NoClaim);
  CHECK(claims.digitTriesLeft(none).error() == Refusal::NoClaim);
  CHECK(claims.clearDigits(none, Role::Instructor).error() == Refusal::NoClaim);
}

TEST_CASE("digits stand neither in the journal nor in the file", "[ledger][own-digits]") {
  Choosers room;
  const auto third = room.student("Third");
  // No digits, so that no hash and no number in the file can hold them by chance.
  REQUIRE(room.ledger->claims().make(third, Role::Student, "chosen word").ok());
  CHECK_FALSE(room.type(third, "typed word").right);
  CHECK(room.type(third, "chosen word").right);
  room.ledger.reset();
  std::ifstream in(room.folder.file(), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  CHECK(bytes.find("digits-wrong") != std::string::npos);
  CHECK(bytes.find("chosen word") == std::string::npos);
  CHECK(bytes.find("typed word") == std::string::npos);
}

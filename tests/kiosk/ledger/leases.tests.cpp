// The kiosk's side of a depot: leases in the ledger.
#include "kiosk/ledger/leases.h"

#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Refusal;
using hallpass::Role;

namespace {

constexpr const char* kKiosk = "11111111-1111-4111-8111-111111111111";
const hallpass::LeaseAsk kAsk{"22222222-2222-4222-8222-222222222222", "azure-pass", 3};

std::string depotCode(int number) {
  return "33333333-3333-4333-8333-00000000000" + std::to_string(number);
}

hallpass::LeasedCode leased(int number) {
  const auto code = tests::newCode(number);
  return {depotCode(number), code.code, code.identity, std::nullopt};
}

/// That a student has the first code of the lease, and what was said of it.
std::vector<hallpass::CodeFate> firstClaimed(const std::string& outcome) {
  return {hallpass::CodeFate{depotCode(1), hallpass::Fate::Claimed, outcome}};
}

/// A room that takes part in a depot, and holds a lease of three codes.
struct LeasedRoom : tests::Room {
  hallpass::Leases& leases() { return ledger->leases(); }

  LeasedRoom() {
    openClass();
    REQUIRE(leases().join(kKiosk, Role::Operator).ok());
    REQUIRE(leases().ask(kAsk).ok());
    REQUIRE(leases().hold(kAsk, {leased(1), leased(2), leased(3)}).ok());
  }

  std::vector<hallpass::CodeFate> fates() { return leases().untold(0, 1'000)->fates; }
};

}  // namespace

TEST_CASE("codes of a lease are handed out as any other stock", "[ledger][leases]") {
  LeasedRoom room;
  CHECK(room.ledger->stock().count("azure-pass")->inStock == 3);
  CHECK(room.claim(room.student("Aino"))->code == tests::newCode(1).code);
  CHECK(room.leases().figures()->inStock == 2);
  CHECK(room.leases().coming("azure-pass").value() == 2);
  CHECK(room.ledger->isSound().value());
  CHECK(room.ledger->journal().verify({})->firstBad == std::nullopt);
}

TEST_CASE("what happens to a leased code is told once, and again when it changes",
          "[ledger][leases]") {
  LeasedRoom room;
  const auto aino = room.student("Aino");
  REQUIRE(room.claim(aino).ok());
  CHECK(room.fates() == firstClaimed(""));
  REQUIRE(room.leases().told(room.leases().untold(0, 1'000).value()).ok());
  CHECK(room.fates().empty());
  REQUIRE(room.ledger->claims().report(aino, hallpass::Outcome::Worked, Role::Student).ok());
  CHECK(room.fates() == firstClaimed("worked"));
  REQUIRE(room.ledger->claims().replace(aino, hallpass::Cause::Used, Role::Instructor).ok());
  CHECK(room.fates().size() == 2);
}

TEST_CASE("the links that are told are the journal's own, without a gap and to its end",
          "[ledger][leases]") {
  LeasedRoom room;
  const auto entries = room.journal();
  const auto first = room.leases().untold(0, 2).value();
  REQUIRE(first.links.size() == 2);
  CHECK(first.fates.empty());
  const auto rest = room.leases().untold(2, 1'000).value();
  CHECK(rest.links.size() + 2 == entries.size());
  CHECK(rest.links.front().previous == first.links.back().hash);
  CHECK(rest.upTo == entries.back().sequence);
  REQUIRE(room.leases().told(rest).ok());
  room.reopen();
  const auto member = room.leases().membership().value();
  CHECK(member->toldUpTo == entries.back().sequence);
  CHECK(member->toldHash == entries.back().hash);
  CHECK(room.leases().untold(member->toldUpTo, 10)->empty());
}

TEST_CASE("a lease is taken into stock once, however often it comes", "[ledger][leases]") {
  LeasedRoom room;
  REQUIRE(room.leases().hold(kAsk, {leased(1), leased(2), leased(3)}).ok());
  CHECK(room.ledger->stock().count("azure-pass")->loaded == 3);
  CHECK(room.leases().asks()->empty());
  CHECK(room.leases().leases()->size() == 1);
  CHECK(room.leases().lease(kAsk.id)->value().codes.size() == 3);
}

TEST_CASE("a code that came in before keeps its place and is told of", "[ledger][leases]") {
  tests::Room room;
  room.openClass();
  room.addCodes({tests::newCode(1)});
  REQUIRE(room.claim(room.student("Aino")).ok());
  auto& leases = room.ledger->leases();
  REQUIRE(leases.join(kKiosk, Role::Operator).ok());
  REQUIRE(leases.ask(kAsk).ok());
  REQUIRE(leases.hold(kAsk, {leased(1), leased(2)}).ok());
  CHECK(room.ledger->stock().count("azure-pass")->loaded == 2);
  CHECK(leases.untold(0, 1'000)->fates == firstClaimed(""));
}

TEST_CASE("what is given back is never handed out here again", "[ledger][leases]") {
  LeasedRoom room;
  REQUIRE(room.claim(room.student("Aino")).ok());
  CHECK(room.leases().giveBack(kAsk.id, Role::Instructor).value() == 2);
  CHECK(room.claim(room.student("Bo")).error() == Refusal::OutOfStock);
  CHECK(room.leases().giveBack(kAsk.id, Role::Instructor).error() == Refusal::NothingLeft);
  CHECK(room.fates().size() == 3);
  CHECK(room.leases().codeOf(depotCode(2))->value().code == tests::newCode(2).code);
}

TEST_CASE("a kiosk that is frozen hands out nothing of its leases, and asks for nothing",
          "[ledger][leases]") {
  LeasedRoom room;
  room.addCodes(tests::newCodes(10, 1), tests::newBatch("own.csv"));
  REQUIRE(room.leases().ask({"44444444-4444-4444-8444-444444444444", "azure-pass", 5}).ok());
  REQUIRE(room.leases().freeze("two-ledgers").ok());
  CHECK(room.leases().asks()->empty());
  CHECK(room.leases().membership()->value().frozen == "two-ledgers");
  CHECK(room.ledger->stock().count("azure-pass")->quarantined == 3);
  // What is not of the depot is as good as before.
  CHECK(room.claim(room.student("Aino"))->code == tests::newCode(10).code);
  const hallpass::LeaseAsk late{"44444444-4444-4444-8444-444444444444", "azure-pass", 5};
  CHECK(room.leases().hold(late, {leased(7)}).error() == Refusal::Failed);
}

TEST_CASE("what is not there is nothing: a lease, a code, an entry", "[ledger][leases]") {
  LeasedRoom room;
  const std::string nobodys = "66666666-6666-4666-8666-666666666666";
  CHECK_FALSE(room.leases().lease(nobodys)->has_value());
  CHECK_FALSE(room.leases().codeOf(nobodys)->has_value());
  CHECK_FALSE(room.leases().hashAt(1'000)->has_value());
  CHECK(room.leases().hashAt(2).value() == room.journal().at(1).hash);
}

TEST_CASE("an ask stands until it is served, and a kiosk freezes once", "[ledger][leases]") {
  LeasedRoom room;
  const hallpass::LeaseAsk next{"44444444-4444-4444-8444-444444444444", "azure-pass", 5};
  REQUIRE(room.leases().ask(next).ok());
  room.reopen();
  REQUIRE(room.leases().asks()->size() == 1);
  CHECK(room.leases().asks()->front().id == next.id);
  CHECK(room.leases().told({}).ok());
  REQUIRE(room.leases().freeze("two-ledgers").ok());
  const auto entries = room.journal().size();
  REQUIRE(room.leases().freeze("declared-lost").ok());
  CHECK(room.journal().size() == entries);
  CHECK(room.leases().membership()->value().frozen == "two-ledgers");
}

TEST_CASE("an enrolment anew begins at the journal's first entry with no lease",
          "[ledger][leases]") {
  LeasedRoom room;
  REQUIRE(room.leases().freeze("older-ledger").ok());
  const std::string other = "55555555-5555-4555-8555-555555555555";
  REQUIRE(room.leases().join(other, Role::Operator).ok());
  const auto member = room.leases().membership().value();
  CHECK(member->kiosk == other);
  CHECK(member->toldUpTo == 0);
  CHECK(member->frozen.empty());
  CHECK(room.leases().leases()->empty());
  CHECK(room.ledger->stock().count("azure-pass")->quarantined == 3);
}

TEST_CASE("an erasure forgets the depot too", "[ledger][leases]") {
  LeasedRoom room;
  REQUIRE(room.ledger->erase({}, Role::Staff).ok());
  CHECK_FALSE(room.leases().membership()->has_value());
  CHECK(tests::RawSql(room.folder.file()).column("SELECT depot_code FROM leased").empty());
}

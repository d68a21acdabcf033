// One student, one code, over the rooms of a depot: what the ledger does of it.
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Overrule;
using hallpass::Refusal;
using hallpass::Role;

namespace {

constexpr const char* kKiosk = "11111111-1111-4111-8111-111111111111";
const platform::Key kKey{1, 2, 3};
const std::string kLife = "77777777-7777-4777-8777-777777777777";

/// A room that takes part in a depot and knows its key, with codes of its own.
struct MetRoom : tests::Room {
  MetRoom() {
    openClass();
    addCodes(tests::newCodes(0, 10));
    REQUIRE(leases().join(kKiosk, Role::Operator).ok());
    REQUIRE(leases().meet(kKey).ok());
  }

  hallpass::Leases& leases() { return ledger->leases(); }

  static hallpass::Others::Taken takenBy(const std::string& name) {
    return {hallpass::subjectToken(kKey, "azure-pass", tests::newClass().title, name),
            {"Room 12", {1'800'000'000'000}}};
  }
  void hear(const std::vector<std::string>& names, std::int64_t upTo) {
    hallpass::Others others{{}, upTo};
    for (const std::string& name : names) others.taken.push_back(takenBy(name));
    REQUIRE(leases().hear(kLife, others).ok());
  }
  /// The links that tell of somebody.
  std::vector<hallpass::JournalLink> told() {
    std::vector<hallpass::JournalLink> links;
    const auto untold = leases().untold(0, 1'000).value();
    for (const auto& link : untold.links) {
      if (link.subject) links.push_back(link);
    }
    return links;
  }
  std::int64_t crossed() { return leases().figures()->crossed; }
};

}  // namespace

TEST_CASE("whoever took a code in another room gets none here, and is told where it was",
          "[ledger][rooms]") {
  MetRoom room;
  const auto aino = room.student("Virtanen, Aino");
  room.hear({"Aino Virtanen"}, 1);
  CHECK(room.claim(aino).error() == Refusal::TakenElsewhere);
  const auto where = room.ledger->claims().elsewhere(aino).value();
  REQUIRE(where);
  CHECK(where->room == "Room 12");
  CHECK(where->at.ms == 1'800'000'000'000);
  const auto bo = room.student("Bo");
  CHECK_FALSE(room.ledger->claims().elsewhere(bo)->has_value());
  CHECK(room.claim(bo).ok());
  CHECK(room.ledger->stock().count("azure-pass")->claimed == 1);
}

TEST_CASE("in a class of another title the same name takes a code of its own", "[ledger][rooms]") {
  MetRoom room;
  room.hear({"Aino Virtanen"}, 1);
  room.setState(hallpass::ClassState::Closed);
  auto other = tests::newClass();
  other.title = "Development";
  room.openClass(other);
  CHECK(room.claim(room.student("Aino Virtanen")).ok());
}

TEST_CASE("an instructor overrules it with a reason, which is on record and told",
          "[ledger][rooms]") {
  MetRoom room;
  const auto aino = room.student("Aino");
  room.hear({"Aino"}, 1);
  const auto claim =
      room.ledger->claims().make(aino, Role::Instructor, std::nullopt, Overrule::OtherPerson);
  REQUIRE(claim.ok());
  const auto entry = room.journal().back();
  CHECK(entry.event == "room-overruled");
  CHECK(entry.role == "instructor");
  CHECK(entry.fields.find(R"("cause":"other-person")") != std::string::npos);
  CHECK(entry.fields.find(R"("room":"Room 12")") != std::string::npos);
  REQUIRE(room.told().size() == 1);
  CHECK(room.told().front().event == "room-overruled");
  CHECK(room.crossed() == 0);
  // The same code again needs no word of anybody.
  CHECK(room.claim(aino)->code == claim->code);
}

TEST_CASE("a reason is no claim of its own where nothing was taken elsewhere", "[ledger][rooms]") {
  MetRoom room;
  REQUIRE(room.ledger->claims()
              .make(room.student("Aino"), Role::Instructor, std::nullopt, Overrule::Other)
              .ok());
  CHECK(room.journal().back().event == "claim-made");
}

TEST_CASE("a claim is told with its own entry, once, and a swap is not told again",
          "[ledger][rooms]") {
  MetRoom room;
  const auto aino = room.student("Aino");
  REQUIRE(room.claim(aino).ok());
  const auto made = room.journal().back();
  REQUIRE(room.ledger->claims().replace(aino, hallpass::Cause::Used, Role::Instructor).ok());
  REQUIRE(room.told().size() == 1);
  const auto link = room.told().front();
  CHECK(link.sequence == made.sequence);
  CHECK(link.subject->at.ms == made.wall.ms);
  CHECK((link.subject->token == MetRoom::takenBy("Aino").token));
}

TEST_CASE("two claims that crossed are put on record, once, and both codes stay",
          "[ledger][rooms]") {
  MetRoom room;
  const auto aino = room.student("Aino");
  const auto claim = room.claim(aino);
  REQUIRE(claim.ok());
  room.hear({"Aino", "Somebody"}, 2);
  CHECK(room.journal().back().event == "rooms-crossed");
  CHECK(room.crossed() == 1);
  const auto entries = room.journal().size();
  room.hear({"Aino", "Somebody"}, 3);
  CHECK(room.journal().size() == entries);
  CHECK(room.claim(aino)->code == claim->code);
}

TEST_CASE("what was heard is numbered by the life of the depot, and nothing new is not written",
          "[ledger][rooms]") {
  MetRoom room;
  CHECK(room.leases().heardUpTo(kLife).value() == 0);
  room.hear({"Aino"}, 7);
  room.reopen();
  CHECK(room.leases().heardUpTo(kLife).value() == 7);
  CHECK(room.leases().heardUpTo("another life").value() == 0);
  REQUIRE(room.leases().hear("another life", {}).ok());
  CHECK(room.leases().heardUpTo(kLife).value() == 7);
}

TEST_CASE("a claim before the depot was met is told as soon as its key is known",
          "[ledger][rooms]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 3));
  const auto aino = room.student("Aino");
  REQUIRE(room.claim(aino).ok());
  CHECK_FALSE(room.ledger->claims().elsewhere(aino)->has_value());
  auto& leases = room.ledger->leases();
  REQUIRE(leases.join(kKiosk, Role::Operator).ok());
  REQUIRE(leases.meet(kKey).ok());
  std::int64_t told = 0;
  const auto untold = leases.untold(0, 1'000).value();
  for (const auto& link : untold.links) told += link.subject ? 1 : 0;
  CHECK(told == 1);
}

TEST_CASE("another key forgets what was heard; the same one changes nothing", "[ledger][rooms]") {
  MetRoom room;
  REQUIRE(room.claim(room.student("Bo")).ok());
  room.hear({"Aino"}, 1);
  const auto before = room.told().front().subject->token;
  REQUIRE(room.leases().meet(kKey).ok());
  CHECK(room.leases().heardUpTo(kLife).value() == 1);
  REQUIRE(room.leases().meet(platform::Key{9}).ok());
  CHECK(room.leases().heardUpTo(kLife).value() == 0);
  CHECK((room.told().front().subject->token != before));
  CHECK(room.claim(room.student("Aino")).ok());
}

TEST_CASE("an erasure leaves no token and no key behind", "[ledger][rooms]") {
  MetRoom room;
  REQUIRE(room.claim(room.student("Bo")).ok());
  room.hear({"Aino"}, 1);
  REQUIRE(room.ledger->erase({}, Role::Staff).ok());
  tests::RawSql raw(room.folder.file());
  for (const char* table : {"venue", "subject", "elsewhere"}) {
    CHECK(raw.text("SELECT count(*) FROM " + std::string(table)) == "0");
  }
}

TEST_CASE("tokens go with the names of their class, and what was heard when it is as old",
          "[ledger][rooms]") {
  MetRoom room;
  REQUIRE(room.claim(room.student("Bo")).ok());
  room.hear({"Aino"}, 1);
  room.setState(hallpass::ClassState::Closed);
  const auto heard = room.clock.now();
  room.clock.pass(std::chrono::hours(24));
  REQUIRE(room.ledger->eraseNamesBefore(heard, Role::System).ok());
  CHECK(room.told().size() == 1);
  CHECK(tests::RawSql(room.folder.file()).text("SELECT count(*) FROM elsewhere") == "1");
  REQUIRE(room.ledger->eraseNamesBefore(room.clock.now(), Role::System).ok());
  CHECK(room.told().empty());
  CHECK(tests::RawSql(room.folder.file()).text("SELECT count(*) FROM elsewhere") == "0");
}

TEST_CASE("what was heard while the clock was years behind is not forgotten at once",
          "[ledger][rooms]") {
  MetRoom room;
  const auto right = room.clock.time;
  room.clock.time.ms = 1'000;
  room.hear({"Aino"}, 1);
  room.clock.time = right;
  platform::UtcTime weekBefore = right;
  weekBefore.ms -= 7LL * 24 * 3'600 * 1'000;
  REQUIRE(room.ledger->eraseNamesBefore(weekBefore, Role::System).ok());
  CHECK(room.claim(room.student("Aino")).error() == Refusal::TakenElsewhere);
}

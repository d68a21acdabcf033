#include "kiosk/ledger/journal.h"

#include <nlohmann/json.hpp>

#include "kiosk/ledger/canonical_bytes.h"
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Event;
using hallpass::Journal;
using hallpass::JournalEntry;
using hallpass::Role;

namespace {

/// A journal of ten entries, and a second hand that tampers with it.
struct Tampered {
  tests::Room room;
  tests::RawSql raw{room.folder.file()};

  Tampered() {
    room.openClass();
    for (int number = 0; number < 8; ++number) room.student("Student " + std::to_string(number));
    REQUIRE(room.journal().size() == 10);
    REQUIRE_FALSE(verdict().firstBad);
  }

  Journal::Verdict verdict(const std::optional<platform::Hash>& head = std::nullopt) {
    return room.ledger->journal().verify(head).value();
  }

  /// Whoever can change the ledger can change the mark beside it.
  void forgetMark() const { std::filesystem::remove(room.folder.file().string() + "-head"); }

  /// Runs `sql` past the triggers, and gives the first entry that does not fit.
  std::optional<std::int64_t> firstBadAfter(const std::string& sql) {
    room.ledger.reset();
    raw.withoutTriggers([&] { raw.run(sql); });
    forgetMark();
    room.reopen();
    return verdict().firstBad;
  }
};

/// The newest `count` entries cut off and written anew by somebody who knows how.
void rewriteEnd(Tampered& it, int count) {
  it.room.ledger.reset();
  it.raw.withoutTriggers(
      [&] { it.raw.run("DELETE FROM journal WHERE sequence > 10 - " + std::to_string(count)); });
  auto database = hallpass::openDatabase(it.room.folder.file(), "");
  REQUIRE(database.ok());
  Journal journal(**database, it.room.clock);
  for (int number = 0; number < count; ++number) {
    const auto forged = (*database)->change(
        hallpass::Mode::Keep, [&]() -> platform::Result<platform::Done, hallpass::Refusal> {
          journal.append(Event::ClassPaused, Role::Operator, {{"class", "1"}});
          return platform::Done{};
        });
    REQUIRE(forged.ok());
  }
  database->reset();
  it.forgetMark();
  it.room.reopen();
}

/// The hash that `entry` should have, in hexadecimal.
std::string hashedWell(const JournalEntry& entry) {
  hallpass::CanonicalBytes content;
  content.add(entry.sequence).add(entry.bootId).add(entry.sinceBoot.ms).add(entry.wall.ms);
  content.add(entry.wallQuality).add(entry.role).add(entry.event).add(entry.fields);
  content.add({reinterpret_cast<const char*>(entry.previous.data()), entry.previous.size()});
  return platform::toHex(platform::sha256(content.bytes()));
}

}  // namespace

TEST_CASE("an entry holds when, who and what, chained to the one before", "[ledger][journal]") {
  tests::Room room;
  room.clock.pass(std::chrono::seconds(2));
  room.openClass();
  const auto entries = room.journal();
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].previous == platform::Hash{});
  CHECK(entries[1].previous == entries[0].hash);
  CHECK(entries[1].sequence == 2);
  CHECK(entries[1].bootId == room.clock.bootName);
  CHECK(entries[1].sinceBoot == room.clock.boot);
  CHECK(entries[1].wall == room.clock.time);
  CHECK(entries[1].wallQuality == "synchronised");
  CHECK(entries[1].role == "operator");
  CHECK(entries[1].event == "class-opened");
  CHECK(room.ledger->journal().lastEventAt().value() == room.clock.time);
}

TEST_CASE("the hash of an entry is what the documents say", "[ledger][journal]") {
  tests::Room room;
  const JournalEntry entry = room.journal().front();
  const auto piece = [](const std::string& text) {
    return std::string(7, '\0') + static_cast<char>(text.size()) + text;
  };
  const std::string bytes =
      piece("1") + piece(entry.bootId) + piece(std::to_string(entry.sinceBoot.ms)) +
      piece(std::to_string(entry.wall.ms)) + piece("synchronised") + piece("system") +
      piece("ledger-created") + piece(R"({"schema":"7"})") + piece(std::string(32, '\0'));
  CHECK(entry.hash == platform::sha256(bytes));
}

TEST_CASE("an entry says how far its wall time may be believed", "[ledger][journal]") {
  tests::Room room;
  room.openClass();
  const auto qualityAt = [&](std::int64_t ms, platform::ClockQuality kept) {
    room.clock.time.ms += ms;
    room.clock.kept = kept;
    room.student("Aino " + std::to_string(room.clock.time.ms) + std::to_string(ms));
    return room.journal().back().wallQuality;
  };
  CHECK(qualityAt(0, platform::ClockQuality::Synchronised) == "synchronised");
  CHECK(qualityAt(9, platform::ClockQuality::Unsynchronised) == "unsynchronised");
  CHECK(qualityAt(-1, platform::ClockQuality::Synchronised) == "behind");
  CHECK(qualityAt(0, platform::ClockQuality::Synchronised) == "synchronised");
  CHECK_FALSE(room.ledger->journal().verify({})->firstBad);
}

TEST_CASE("a clock that was accepted is measured from then on, behind older entries or not",
          "[ledger][journal]") {
  tests::Room room;
  room.clock.time.ms += 86'400'000;
  room.openClass();
  const platform::UtcTime wrong = room.clock.time;
  room.clock.time.ms -= 86'400'000;
  REQUIRE(room.ledger->journal().lastEventAt().value() == wrong);
  REQUIRE(room.ledger->journal().acceptClock(Role::Operator).ok());
  CHECK(room.ledger->journal().lastEventAt().value() == room.clock.time);
  const JournalEntry entry = room.journal().back();
  CHECK(entry.event == "clock-accepted");
  CHECK(entry.role == "operator");
  CHECK(entry.wallQuality == "behind");
  CHECK(hallpass::describe(entry) == "The clock was accepted as right; the entry before says " +
                                         platform::toIsoText(wrong) + ".");
  CHECK_FALSE(room.ledger->journal().verify({})->firstBad);
}

TEST_CASE("fields that are not those of the event are a mistake in the program",
          "[ledger][journal]") {
  auto database = hallpass::openDatabase(":memory:", "");
  REQUIRE(database.ok());
  tests::ManualClock clock;
  Journal journal(**database, clock);
  (*database)->execute("CREATE TABLE journal (sequence, hash, wall)");
  const auto append = [&](const std::vector<std::pair<std::string, std::string>>& fields) {
    journal.append(Event::ClassPaused, Role::System, fields);
  };
  CHECK_THROWS_AS(append({}), std::logic_error);
  CHECK_THROWS_AS(append({{"klass", "1"}}), std::logic_error);
  CHECK_THROWS_AS(append({{"class", "1"}, {"title", "x"}}), std::logic_error);
}

TEST_CASE("reading stops where the reader says so", "[ledger][journal]") {
  Tampered it;
  int seen = 0;
  CHECK(it.room.ledger->journal().read([&](const JournalEntry&) { return ++seen < 3; }).ok());
  CHECK(seen == 3);
}

TEST_CASE("an entry is described by its event's sentence", "[ledger][journal]") {
  tests::Room room;
  auto facts = tests::newClass();
  facts.title = "{from} \"Azure\"";
  room.openClass(facts);
  CHECK(hallpass::describe(room.journal().back()) ==
        "Class 1 \"{from} \"Azure\"\" was opened for azure-pass, from (not given) until (not "
        "given); walk-ins: yes; languages: (not given); account: (not given).");
  JournalEntry later;
  later.event = "of-a-later-version";
  later.fields = R"({"x":"1"})";
  CHECK(hallpass::describe(later) == R"(of-a-later-version {"x":"1"})");
  later.event = "class-paused";
  later.fields = "not JSON";
  CHECK(hallpass::describe(later) == "class-paused not JSON");
}

TEST_CASE("fields are texts in the order of the event list", "[ledger][journal]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 1));
  REQUIRE(room.claim(room.student("Aino")).ok());
  for (const JournalEntry& entry : room.journal()) {
    std::string names;
    const auto object = nlohmann::ordered_json::parse(entry.fields);
    for (const auto& field : object.items()) {
      CHECK(field.value().is_string());
      names += (names.empty() ? "" : " ") + field.key();
    }
    for (const auto& event : hallpass::events()) {
      if (event.id == entry.event) CHECK(names == event.fields);
    }
  }
}

TEST_CASE("a whole journal verifies, with the hash of its newest entry as head",
          "[ledger][journal]") {
  Tampered it;
  const auto verdict = it.verdict();
  CHECK(verdict.events == 10);
  CHECK(verdict.head == it.room.journal().back().hash);
  CHECK(verdict.headFound);
  CHECK(it.verdict(it.room.journal()[4].hash).headFound);
  CHECK_FALSE(it.verdict(platform::sha256("elsewhere")).headFound);
}

TEST_CASE("an edited entry is found, whatever was edited", "[ledger][journal]") {
  for (const char* edit :
       {"boot_id = 'x'", "since_boot = 1 + since_boot", "wall = wall - 1", "role = 'operator'",
        "wall_quality = 'behind'", "event = 'class-paused'", "fields = '{\"class\":\"2\"}'",
        "previous = zeroblob(32)", "hash = zeroblob(32)"}) {
    INFO(edit);
    Tampered fresh;
    CHECK(fresh.firstBadAfter(std::string("UPDATE journal SET ") + edit + " WHERE sequence = 5") ==
          5);
  }
}

TEST_CASE("a deleted entry is found", "[ledger][journal]") {
  Tampered it;
  SECTION("the first") { CHECK(it.firstBadAfter("DELETE FROM journal WHERE sequence = 1") == 2); }
  SECTION("one inside") { CHECK(it.firstBadAfter("DELETE FROM journal WHERE sequence = 5") == 6); }
  SECTION("one inside, with the others moved up") {
    CHECK(it.firstBadAfter("DELETE FROM journal WHERE sequence = 5;"
                           "UPDATE journal SET sequence = sequence - 1 WHERE sequence > 5") == 5);
  }
}

TEST_CASE("entries in another order are found", "[ledger][journal]") {
  Tampered it;
  CHECK(it.firstBadAfter("UPDATE journal SET sequence = 99 WHERE sequence = 5;"
                         "UPDATE journal SET sequence = 5 WHERE sequence = 6;"
                         "UPDATE journal SET sequence = 6 WHERE sequence = 99") == 5);
}

TEST_CASE("an event that the list does not know is found, even when it is hashed well",
          "[ledger][journal]") {
  Tampered it;
  JournalEntry last = it.room.journal().back();
  last.event = "invented";
  CHECK(it.firstBadAfter("UPDATE journal SET event = 'invented', hash = x'" + hashedWell(last) +
                         "' WHERE sequence = 10") == 10);
}

TEST_CASE("an entry that was edited and hashed well does not lead to the next one",
          "[ledger][journal]") {
  Tampered it;
  JournalEntry edited = it.room.journal()[4];
  edited.role = "operator";
  CHECK(it.firstBadAfter("UPDATE journal SET role = 'operator', hash = x'" + hashedWell(edited) +
                         "' WHERE sequence = 5") == 6);
}

TEST_CASE("a journal whose end was cut off is found only by a head that was kept elsewhere",
          "[ledger][journal]") {
  Tampered it;
  const platform::Hash kept = it.verdict().head;
  CHECK_FALSE(it.firstBadAfter("DELETE FROM journal WHERE sequence > 7"));
  CHECK(it.verdict().events == 7);
  CHECK_FALSE(it.verdict(kept).headFound);
}

TEST_CASE("an end that was written anew is found only by a head that was kept elsewhere",
          "[ledger][journal]") {
  Tampered it;
  const platform::Hash kept = it.verdict().head;
  rewriteEnd(it, 3);
  CHECK(it.verdict().events == 10);
  CHECK_FALSE(it.verdict().firstBad);
  CHECK(it.verdict().headFound);
  CHECK_FALSE(it.verdict(kept).headFound);
}

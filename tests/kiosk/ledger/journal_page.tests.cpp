#include <cstdlib>

#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Cause;
using hallpass::Journal;
using hallpass::Refusal;
using hallpass::Role;

namespace {

/// Two students with codes, one of whom got another code.
struct Busy : tests::Room {
  Busy() {
    openClass();
    addCodes({codeOf(1, "AAAA-1a2B"), codeOf(2, "BBBB-9Z9Z"), codeOf(3, "CCCC-7%_7")});
    aino = student("Aino");
    ben = student("Ben");
    REQUIRE(claim(aino).ok());
    REQUIRE(claim(ben).ok());
    REQUIRE(claim(aino).ok());
    REQUIRE(ledger->claims().replace(aino, Cause::Used, Role::Instructor).ok());
  }

  static hallpass::NewCode codeOf(int line, const std::string& text) {
    return {line, hallpass::Code(text), text, std::nullopt};
  }

  Journal::Page page(const Journal::Filter& filter, std::int64_t first = 0,
                     std::int64_t count = 100) {
    return ledger->journal().page(filter, first, count).value();
  }
  std::vector<std::string> ids(const Journal::Filter& filter) {
    std::vector<std::string> ids;
    const auto chosen = page(filter);
    for (const auto& entry : chosen.entries) ids.push_back(entry.event);
    CHECK(chosen.total == static_cast<std::int64_t>(ids.size()));
    return ids;
  }
  std::vector<std::string> ofCode(const std::string& ending) {
    Journal::Filter filter;
    filter.codeEnding = ending;
    return ids(filter);
  }

  hallpass::StudentId aino;
  hallpass::StudentId ben;
};

using Ids = std::vector<std::string>;

/// Sets the device's time zone for one test.
class Zone {
 public:
  explicit Zone(const char* name) {
    const char* had = std::getenv("TZ");
    if (had != nullptr) before_ = had;
    ::setenv("TZ", name, 1);
    ::tzset();
  }
  ~Zone() {
    before_ ? ::setenv("TZ", before_->c_str(), 1) : ::unsetenv("TZ");
    ::tzset();
  }
  Zone(const Zone&) = delete;
  Zone& operator=(const Zone&) = delete;

 private:
  std::optional<std::string> before_;
};

}  // namespace

TEST_CASE("the journal is paged newest first, with the total", "[ledger][journal-page]") {
  Busy room;
  const auto all = room.journal();
  const auto whole = room.page({});
  CHECK(whole.total == static_cast<std::int64_t>(all.size()));
  REQUIRE(whole.entries.size() == all.size());
  for (std::size_t index = 0; index < all.size(); ++index) {
    CHECK(whole.entries[index].sequence == all[all.size() - 1 - index].sequence);
    CHECK(whole.entries[index].hash == all[all.size() - 1 - index].hash);
  }
  const auto second = room.page({}, 4, 4);
  CHECK(second.total == whole.total);
  REQUIRE(second.entries.size() == 4);
  CHECK(second.entries[0].sequence == whole.entries[4].sequence);
  CHECK(second.entries[3].sequence == whole.entries[7].sequence);
  CHECK(room.page({}, whole.total - 1, 5).entries.size() == 1);
  CHECK(room.page({}, whole.total, 5).entries.empty());
  CHECK(room.page({}, 1'000, 5).total == whole.total);
  CHECK(room.page({}, -3, 2).entries[0].sequence == whole.entries[0].sequence);
  CHECK(room.page({}, 0, 0).entries.empty());
}

TEST_CASE("the journal of one student", "[ledger][journal-page]") {
  Busy room;
  Journal::Filter filter;
  filter.student = room.ben.value;
  CHECK(room.ids(filter) == Ids{"claim-made", "walk-in-added"});
  filter.student = room.aino.value;
  CHECK(room.ids(filter) == Ids{"claim-replaced", "code-quarantined", "code-shown-again",
                                "claim-made", "walk-in-added"});
  filter.student = 12;
  CHECK(room.ids(filter).empty());
}

TEST_CASE("the journal of a code by its ending, in any case", "[ledger][journal-page]") {
  Busy room;
  const Ids first{"code-quarantined", "code-shown-again", "claim-made"};
  CHECK(room.ofCode("1a2B") == first);
  CHECK(room.ofCode("1A2b") == first);
  CHECK(room.ofCode("2B") == first);
  CHECK(room.ofCode("9Z9Z") == Ids{"claim-made"});
  CHECK(room.ofCode("7%_7") == Ids{"claim-replaced"});
  CHECK(room.ofCode("%").empty());
  CHECK(room.ofCode("AAAA").empty());
  CHECK(room.ofCode("xAAAA-1a2B").empty());
}

TEST_CASE("the journal of one event", "[ledger][journal-page]") {
  Busy room;
  Journal::Filter filter;
  filter.event = "claim-made";
  CHECK(room.ids(filter) == Ids{"claim-made", "claim-made"});
  filter.student = room.ben.value;
  CHECK(room.ids(filter) == Ids{"claim-made"});
  filter.codeEnding = "1a2B";
  CHECK(room.ids(filter).empty());
  CHECK(room.page(filter).total == 0);
}

TEST_CASE("the journal of one day of the device's time zone, to the millisecond",
          "[ledger][journal-page]") {
  const Zone zone("Europe/Helsinki");
  tests::Room room;
  const auto at = [&](const char* local) {
    room.clock.time = platform::parseLocalTime(local).value();
    REQUIRE(room.ledger->journal().recordExport(local, 1, false, Role::Instructor).ok());
  };
  // The clocks go back on 25 October 2026: that day has 25 hours.
  at("2026-10-24T23:59:59.999");
  at("2026-10-25");
  at("2026-10-25T12:00");
  at("2026-10-25T23:59:59.999");
  at("2026-10-26");
  Journal::Filter filter;
  filter.day = platform::parseLocalTime("2026-10-25T22:00").value();
  const auto day = room.ledger->journal().page(filter, 0, 10).value();
  REQUIRE(day.total == 3);
  CHECK(day.entries[0].fields.find("23:59") != std::string::npos);
  CHECK(day.entries[2].fields.find("\"2026-10-25\"") != std::string::npos);
  filter.day = platform::parseLocalTime("2026-10-26T05:00").value();
  CHECK(room.ledger->journal().page(filter, 0, 10)->total == 1);
}

TEST_CASE("a spoilt entry is listed, fails no filter and is found by the check",
          "[ledger][journal-page]") {
  Busy room;
  room.ledger.reset();
  {
    tests::RawSql raw(room.folder.file());
    raw.withoutTriggers([&] { raw.run("UPDATE journal SET fields = '{no}' WHERE sequence = 2"); });
  }
  room.reopen();
  Journal::Filter filter;
  filter.student = room.ben.value;
  CHECK(room.page(filter).total == 2);
  CHECK(room.page({}).total == static_cast<std::int64_t>(room.journal().size()));
  CHECK(room.ofCode("9Z9Z").size() == 1);
  CHECK(room.ledger->journal().verify({})->firstBad == 2);
}

TEST_CASE("an export is recorded with what it holds", "[ledger][journal-page]") {
  tests::Room room;
  REQUIRE(room.ledger->journal().recordExport("claims", 24, true, Role::Instructor).ok());
  CHECK(room.journal().back().event == "data-exported");
  CHECK(room.journal().back().role == "instructor");
  CHECK(room.journal().back().fields == R"({"what":"claims","lines":"24","with_codes":"yes"})");
}

TEST_CASE("checking a long journal tells its progress and can be stopped",
          "[ledger][journal-page]") {
  tests::Room room;
  room.openClass();
  room.enrol(std::vector<hallpass::RosterEntry>(2'400, {"Student", "", ""}));
  std::vector<hallpass::RosterEntry> many;
  for (int number = 0; number < 2'400; ++number) {
    many.push_back({"Student", "", std::to_string(number)});
  }
  room.enrol(many);
  const auto total = static_cast<std::int64_t>(room.journal().size());
  std::vector<std::int64_t> told;
  const auto check = [&](std::int64_t last) {
    told.clear();
    return room.ledger->journal().verify({}, [&](std::int64_t done, std::int64_t all) {
      CHECK(all == total);
      told.push_back(done);
      return done < last;
    });
  };
  CHECK(check(9'999)->events == total);
  CHECK(told == std::vector<std::int64_t>{1'000, 2'000});
  CHECK(check(1'000).error() == Refusal::Cancelled);
  CHECK(told == std::vector<std::int64_t>{1'000});
  CHECK(room.ledger->journal().verify({})->events == total);
}

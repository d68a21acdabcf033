// What the desk's pictures of the stock are drawn from.
#include <numeric>

#include "tests/kiosk/ledger/room.h"

using hallpass::Outcome;
using hallpass::Role;
using hallpass::StockChange;
using platform::UtcTime;

namespace {

std::int64_t sumOf(const std::vector<StockChange>& changes) {
  return std::accumulate(changes.begin(), changes.end(), std::int64_t{0},
                         [](std::int64_t sum, const StockChange& each) { return sum + each.by; });
}

struct History {
  tests::Room room;
  std::vector<StockChange> changes() { return room.ledger->stock().changes().value(); }
  /// The changes add up to what may be handed out.
  void agrees() { CHECK(sumOf(changes()) == room.ledger->stock().count(std::nullopt)->inStock); }
};

}  // namespace

TEST_CASE("the stock's changes stand in the order of time, and add up to what is left",
          "[ledger][stock]") {
  History history;
  tests::Room& room = history.room;
  CHECK(history.changes().empty());
  room.openClass();
  const UtcTime start = room.clock.time;
  const UtcTime end{start.ms + 7'200'000};
  room.addCodes({tests::newCode(0, end), tests::newCode(1, end), tests::newCode(2)});
  history.agrees();
  room.clock.pass(std::chrono::hours(1));
  REQUIRE(room.claim(room.student("Aino")).ok());
  room.addCodes(tests::newCodes(10, 4), tests::newBatch("more.csv"));
  history.agrees();
  auto changes = history.changes();
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].at == start);
  CHECK(changes[0].by == 3);
  CHECK(changes[1].by == 3);  // Four came, and one was taken at the same moment.
  room.clock.time = UtcTime{end.ms + 1};
  history.agrees();
  CHECK(history.changes().back().at == room.clock.time);
  CHECK(history.changes().back().by == -1);
}

TEST_CASE("a code that came in past its day was never in stock", "[ledger][stock]") {
  History history;
  tests::Room& room = history.room;
  room.openClass();
  room.addCodes({tests::newCode(0, UtcTime{room.clock.time.ms - 7'200'000})});
  history.agrees();
  const auto changes = history.changes();
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].at == room.clock.time);
  CHECK(changes[0].by == 0);
}

TEST_CASE("codes that were returned or swapped left the stock once", "[ledger][stock]") {
  History history;
  tests::Room& room = history.room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 3));
  const auto student = room.student("Aino");
  REQUIRE(room.claim(student).ok());
  room.clock.pass(std::chrono::hours(1));
  REQUIRE(room.ledger->claims().replace(student, hallpass::Cause::Used, Role::Instructor).ok());
  history.agrees();
  room.clock.pass(std::chrono::hours(1));
  REQUIRE(room.ledger->stock().takeBack(1, Role::Instructor).ok());
  history.agrees();
  CHECK(history.changes().back().by == -1);
}

TEST_CASE("the route counts what came in, was taken, and worked by the last word on it",
          "[ledger][stock]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 4));
  const auto aino = room.student("Aino");
  const auto bo = room.student("Bo");
  REQUIRE(room.claim(aino).ok());
  REQUIRE(room.claim(bo).ok());
  const auto report = [&](hallpass::StudentId who, Outcome outcome) {
    REQUIRE(room.ledger->claims().report(who, outcome, Role::Student).ok());
  };
  report(aino, Outcome::BlankPage);
  report(aino, Outcome::Worked);
  report(bo, Outcome::Worked);
  CHECK(room.ledger->stock().route()->worked == 2);
  report(bo, Outcome::BlankPage);
  const auto route = room.ledger->stock().route().value();
  CHECK(route.loaded == 4);
  CHECK(route.taken == 2);
  CHECK(route.worked == 1);
}

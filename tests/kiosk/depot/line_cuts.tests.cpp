// Each step of a synchronising is cut at random bytes of its call and of its answer, by a line
// between a real ledger and a PostgreSQL server that the test starts.
#include <iostream>
#include <random>
#include <set>

#include "kiosk/depot/pg_depot.h"
#include "kiosk/depot/sync.h"
#include "kiosk/depot/venue.h"
#include "tests/kiosk/depot/postgres.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"
#include "tests/support/catch.h"
#include "tests/support/cut_line.h"

using hallpass::DepotRefusal;
using tests::CutLine;

namespace {

constexpr int kStocked = 3'000;

/// A depot, a kiosk with a real ledger, and the line between them.
struct LineScene {
  tests::Postgres server;
  hallpass::Connection owner{server.address(server.makeDepot("depot"))};
  hallpass::Venue venue{owner};
  CutLine line{server.port()};
  tests::Room room;
  hallpass::DepotKey key{platform::randomKey()};
  std::string kiosk = hallpass::freshUuid();
  std::set<std::string> seen;
  int students = 0;

  LineScene() {
    REQUIRE(venue.add(tests::newBatch(), tests::newCodes(0, kStocked)).value() == kStocked);
    room.openClass();
    hallpass::PgDepot depot(owner, key, kiosk, {});
    REQUIRE(depot.enrol(venue.makeToken("room", "tests").value()).ok());
    REQUIRE(room.ledger->leases().join(kiosk, hallpass::Role::Operator).ok());
  }

  /// By the line, on a connection of its own, as the next try of a kiosk is.
  platform::Result<hallpass::SyncReport, DepotRefusal> sync(
      std::chrono::milliseconds patience = hallpass::Connection::kPatience) {
    hallpass::Connection connection("host=127.0.0.1 port=" + std::to_string(line.port()) +
                                        " user=postgres dbname=depot sslmode=disable",
                                    patience);
    hallpass::PgDepot depot(connection, key, kiosk, [this](const std::string& id) {
      return room.ledger->leases().codeOf(id).value();
    });
    return hallpass::synchronise(room.ledger->leases(), depot);
  }

  void ask() { REQUIRE(room.ledger->leases().ask({hallpass::freshUuid(), "azure-pass", 4}).ok()); }
  void handOut() {
    const auto student = room.student("Student " + std::to_string(++students));
    CHECK(seen.insert(room.claim(student)->code.reveal()).second);
  }
  /// The unused codes of the oldest lease that has any.
  void giveBack() {
    for (const std::string& lease : *room.ledger->leases().leases()) {
      if (room.ledger->leases().giveBack(lease, hallpass::Role::Staff)) return;
    }
  }

  /// Something of everything to tell, and a lease to fetch.
  void prepare() {
    handOut();
    giveBack();
    ask();
  }

  /// What the depot counts is what the ledger has, and nothing else, once it was told of the last
  /// lease as well.
  [[nodiscard]] bool addsUp() {
    REQUIRE(sync().ok());
    const auto stock = venue.stock()->front();
    const auto figures = room.ledger->leases().figures();
    return stock.loaded == kStocked && stock.claimed == std::ssize(seen) &&
           stock.leased == figures->inStock && stock.quarantined == 0 && figures->untold == 0 &&
           stock.loaded == stock.free + stock.leased + stock.claimed && venue.wrong()->empty();
  }
};

/// One cut of each message of a synchronising.
std::vector<CutLine::Cut> cutsOf(const std::vector<CutLine::Turn>& turns, std::mt19937_64& random) {
  std::vector<CutLine::Cut> cuts;
  for (int turn = 0; turn < std::ssize(turns); ++turn) {
    const auto& its = turns[static_cast<std::size_t>(turn)];
    for (const auto& [way, size] : {std::pair(CutLine::Way::Request, its.request),
                                    std::pair(CutLine::Way::Answer, its.answer)}) {
      // The client's last word has no answer.
      if (size == 0) continue;
      const auto after = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(size));
      cuts.push_back({turn, way, after, CutLine::Loss::Closed});
    }
  }
  return cuts;
}

}  // namespace

TEST_CASE("each step of a synchronising may be cut at any byte: nothing is lost or doubled",
          "[depot][postgres][line]") {
  constexpr int kRounds = 5;
  LineScene scene;
  std::mt19937_64 random(20'261'122);
  scene.ask();
  REQUIRE(scene.sync().ok());
  scene.prepare();
  REQUIRE(scene.sync().ok());
  std::vector<CutLine::Turn> turns = scene.line.turns();
  turns.back().answer > 0 ? void() : turns.pop_back();  // "Goodbye" is no step.
  REQUIRE(turns.size() >= 9);  // Who, hello, report, settled, others, lease, codes twice, seal.
  int cut = 0;
  for (int round = 0; round < kRounds; ++round) {
    for (const CutLine::Cut& where : cutsOf(turns, random)) {
      INFO("turn " << where.turn << ", after byte " << where.after);
      scene.prepare();
      scene.line.cut(where);
      // A report is longer or shorter by a few bytes than the one that was measured.
      const auto first = scene.sync();
      if (scene.line.wasCut()) CHECK(first.error() == DepotRefusal::Unreachable);
      cut += scene.line.wasCut() ? 1 : 0;
      REQUIRE(scene.sync().ok());
      REQUIRE(scene.addsUp());
    }
  }
  CHECK(cut > kRounds * 2 * std::ssize(turns) - kRounds * 4);
  std::cout << "depot line: " << cut << " cuts within the " << turns.size()
            << " steps of a synchronising, nothing lost or doubled\n";
}

TEST_CASE("control: a kiosk that asks anew when the answer to its ask was cut does not add up",
          "[depot][postgres][line]") {
  LineScene scene;
  for (const bool anew : {false, true}) {
    scene.ask();
    const auto leasing = anew ? 5 : 4;  // The first has nothing to report.
    scene.line.cut({leasing, CutLine::Way::Answer, 0, CutLine::Loss::Closed});
    CHECK(scene.sync().error() == DepotRefusal::Unreachable);
    REQUIRE(scene.line.wasCut());
    if (anew) {
      tests::RawSql(scene.room.folder.file()).run("DELETE FROM lease WHERE held = 0");
      scene.ask();
    }
    REQUIRE(scene.sync().ok());
    scene.handOut();
    CHECK(scene.addsUp() != anew);
  }
}

TEST_CASE("a line that is slow and tears every message into pieces changes nothing",
          "[depot][postgres][line]") {
  LineScene scene;
  scene.line.delay(40);
  scene.ask();
  CHECK(scene.sync()->codesLeased == 4);
  scene.prepare();
  CHECK(scene.sync()->codesLeased == 4);
  CHECK(scene.addsUp());
}

TEST_CASE("a depot that takes a call and never answers is given up, and asked again",
          "[depot][postgres][line]") {
  LineScene scene;
  scene.ask();
  scene.line.cut({4, CutLine::Way::Answer, 0, CutLine::Loss::Silent});
  CHECK(scene.sync(std::chrono::milliseconds(300)).error() == DepotRefusal::Unreachable);
  CHECK(scene.line.wasCut());
  CHECK(scene.sync()->codesLeased == 4);
  CHECK(scene.addsUp());
}

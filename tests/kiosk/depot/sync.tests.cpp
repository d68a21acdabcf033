// What a synchronising comes to when the ledger refuses one of its calls, and when the depot
// answers what no depot does.
#include "kiosk/depot/sync.h"

#include <array>

#include "kiosk/depot/depot_key.h"
#include "tests/kiosk/depot/faulty_book.h"
#include "tests/kiosk/depot/twin_line.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::DepotRefusal;
using tests::BookTwin;
using tests::DepotTwin;
using tests::FaultyBook;
using tests::TwinLine;
using Synchronised = platform::Result<hallpass::SyncReport, DepotRefusal>;

namespace {

constexpr const char* kPassType = "azure-pass";
constexpr const char* kTwinRoom = "room";

std::string endOf(const Synchronised& done) {
  return done ? "done" : std::string(name(done.error()));
}

/// A depot, the ledger of a kiosk, and that of another one. A copy of it is another world.
struct TwoBooks {
  DepotTwin depot;
  BookTwin book;
  BookTwin other;
  int asked = 0;

  TwoBooks() {
    for (int code = 10; code < 22; ++code) depot.addCode("code " + std::to_string(code), kPassType);
    depot.enrol(kTwinRoom);
    book.join(kTwinRoom);
    depot.enrol("other");
    other.saltWith(1);
    other.join("other");
  }
  void ask(BookTwin& of, int count) {
    REQUIRE(of.ask({"lease " + std::to_string(++asked), kPassType, count}).ok());
  }
  Synchronised sync(hallpass::LeaseBook& with, const std::string& kiosk = kTwinRoom) {
    TwinLine line(depot, kiosk);
    return synchronise(with, line);
  }
  Synchronised sync() { return sync(book); }

  /// Which codes are where, at the depot and here.
  [[nodiscard]] std::string summary() const {
    std::string text = book.frozen() ? "frozen" : "takes part";
    for (const auto& [id, code] : depot.codeRows()) {
      text += "\n" + id + " " + std::to_string(static_cast<int>(code.state)) + " " + code.lease;
    }
    for (const auto& [id, code] : book.codes()) {
      text +=
          "\n" + id + " " + std::string(name(code.fate)) + " told " + std::string(name(code.told));
    }
    return text;
  }
};

/// The kiosk has something of everything to tell, to hear and to fetch.
TwoBooks ordinary() {
  TwoBooks two;
  two.ask(two.other, 2);
  REQUIRE(two.sync(two.other, "other").ok());
  REQUIRE(!two.other.claim(1).empty());
  REQUIRE(two.sync(two.other, "other").ok());
  two.ask(two.book, 3);
  REQUIRE(two.sync().ok());
  REQUIRE(!two.book.claim(2).empty());
  two.ask(two.book, 2);
  return two;
}

/// The depot is an older one: it lacks two leases, and what was told since.
TwoBooks olderDepot() {
  TwoBooks two;
  const DepotTwin backup = two.depot;
  for (int lease = 0; lease < 2; ++lease) {
    two.ask(two.book, 2);
    REQUIRE(two.sync().ok());
  }
  REQUIRE(!two.book.claim(2).empty());
  REQUIRE(two.sync().ok());
  two.depot = backup;
  two.depot.restored("second");
  return two;
}

/// The ledger is an older one.
TwoBooks olderLedger() {
  TwoBooks two = ordinary();
  const BookTwin backup = two.book;
  REQUIRE(two.sync().ok());
  REQUIRE(!two.book.claim(3).empty());
  REQUIRE(two.sync().ok());
  two.book = backup;
  return two;
}

/// Somebody else speaks for this kiosk, out of a copy of its ledger.
TwoBooks twoLedgers() {
  TwoBooks two = ordinary();
  BookTwin copy = two.book;
  copy.saltWith(2);
  REQUIRE(!copy.claim(3).empty());
  REQUIRE(two.sync(copy).ok());
  REQUIRE(!two.book.claim(4).empty());
  return two;
}

TwoBooks declaredLost() {
  TwoBooks two = ordinary();
  two.depot.declareLost(kTwinRoom);
  return two;
}

/// The other ledger of this kiosk was found first.
TwoBooks frozenThere() {
  TwoBooks two = ordinary();
  REQUIRE(two.depot.freeze(kTwinRoom).ok());
  return two;
}

struct SyncScene {
  const char* what;
  TwoBooks (*made)();
  const char* ends;  ///< What its synchronising comes to.
};

constexpr std::array kSyncScenes{
    SyncScene{"an ordinary one", ordinary, "done"},
    SyncScene{"an older depot", olderDepot, "done"},
    SyncScene{"an older ledger", olderLedger, "Frozen"},
    SyncScene{"two ledgers", twoLedgers, "Frozen"},
    SyncScene{"declared lost", declaredLost, "DeclaredLost"},
    SyncScene{"frozen at the depot", frozenThere, "Frozen"},
};

struct Failings {
  int calls = 0;  ///< Of the ledger that could fail.
  int told = 0;   ///< That synchronise() told of.
};

/// Fails each call of a scene's ledger in turn; afterwards all is as if none had.
Failings failEach(const SyncScene& scene, FaultyBook::Fault fault) {
  INFO(scene.what);
  TwoBooks calm = scene.made();
  CHECK(endOf(calm.sync()) == scene.ends);
  Failings tried;
  for (;;) {
    TwoBooks two = scene.made();
    FaultyBook book(two.book, tried.calls + 1, fault);
    const std::string said = endOf(two.sync(book));
    if (!book.failed()) return tried;
    ++tried.calls;
    INFO("call " << tried.calls);
    tried.told += said == name(DepotRefusal::Ledger) ? 1 : 0;
    CHECK(endOf(two.sync()) == scene.ends);
    CHECK(two.summary() == calm.summary());
  }
}

hallpass::LeasedCode leasedAs(const std::string& id, const std::string& identity) {
  return {id, hallpass::Code("A CODE"), identity, std::nullopt};
}

}  // namespace

TEST_CASE(
    "whichever call the ledger refuses, the synchronising tells it, and the next one mends it",
    "[depot]") {
  int calls = 0;
  for (const SyncScene& scene : kSyncScenes) {
    const Failings tried = failEach(scene, FaultyBook::Fault::Refused);
    INFO(scene.what);
    CHECK(tried.told == tried.calls);
    CHECK(tried.calls > 2);
    calls += tried.calls;
  }
  CHECK(calls > 30);
}

TEST_CASE("control: a ledger of which nothing fails is not told of", "[depot]") {
  CHECK(failEach(kSyncScenes.front(), FaultyBook::Fault::Passed).told == 0);
}

TEST_CASE("a kiosk that takes part in no depot asks none", "[depot]") {
  TwoBooks two;
  tests::Room room;
  CHECK(two.sync(room.ledger->leases()).error() == DepotRefusal::NotSet);
}

TEST_CASE("codes that the ledger cannot tell apart are not taken, whoever gives them", "[depot]") {
  const std::vector<std::vector<hallpass::LeasedCode>> cases{
      {leasedAs("one", "ONE"), leasedAs("one", "TWO")},
      {leasedAs("one", "ONE"), leasedAs("two", "ONE")},
      {leasedAs("one", "")}};
  for (const auto& codes : cases) {
    TwoBooks two = ordinary();
    const std::int64_t before = two.book.stock();
    TwinLine line(two.depot, kTwinRoom);
    line.givesCodes = [&] { return codes; };
    CHECK(synchronise(two.book, line).error() == DepotRefusal::Broken);
    CHECK(two.book.stock() == before);
    // What was asked for still is, and comes from a depot that is in order.
    CHECK(two.sync()->codesLeased == 2);
  }
}

TEST_CASE("a depot that names a lease which the kiosk never had is not believed", "[depot]") {
  TwoBooks two = ordinary();
  TwinLine line(two.depot, kTwinRoom);
  line.welcomes = [](TwinLine::Answer<hallpass::Welcome> welcome) {
    welcome->unknown = {"nobody's"};
    return welcome;
  };
  CHECK(synchronise(two.book, line).error() == DepotRefusal::Broken);
  CHECK(two.sync().ok());
}

TEST_CASE("a depot whose list of other rooms leads nowhere does not keep the kiosk", "[depot]") {
  TwoBooks two = ordinary();
  for (const std::int64_t upTo : {-1, 0}) {
    TwinLine line(two.depot, kTwinRoom);
    int calls = 0;
    line.tellsOfOthers = [&](std::int64_t after) {
      ++calls;
      return hallpass::Others{{}, after + upTo, upTo == 0};
    };
    CHECK(synchronise(two.book, line).error() == DepotRefusal::Broken);
    CHECK(calls == 1);
  }
  CHECK(two.sync()->codesLeased == 2);
}

TEST_CASE("a second ledger that is found while this one reports freezes it here at once",
          "[depot]") {
  TwoBooks two = ordinary();
  TwinLine line(two.depot, kTwinRoom);
  line.reports = [] { return DepotRefusal::Frozen; };
  CHECK(synchronise(two.book, line).error() == DepotRefusal::Frozen);
  CHECK(two.book.frozen());
  CHECK(two.book.claim(9).empty());
}

TEST_CASE("a report that does not come through freezes nothing", "[depot]") {
  TwoBooks two = ordinary();
  for (const auto why : {DepotRefusal::Gap, DepotRefusal::Unreachable}) {
    TwinLine line(two.depot, kTwinRoom);
    line.reports = [&] { return why; };
    CHECK(synchronise(two.book, line).error() == why);
    CHECK_FALSE(two.book.frozen());
  }
  CHECK(two.sync().ok());
}

// The depot's rules stand twice: in assets/depot/functions.sql, and in the twin that the simulator
// runs. Here both get the same calls, and must answer and end up the same.
#include <algorithm>
#include <map>
#include <random>

#include "kiosk/depot/pg_depot.h"
#include "kiosk/depot/sync.h"
#include "kiosk/depot/venue.h"
#include "tests/kiosk/depot/book_twin.h"
#include "tests/kiosk/depot/depot_twin.h"
#include "tests/kiosk/depot/postgres.h"
#include "tests/support/catch.h"

using hallpass::DepotRefusal;
using platform::Done;

namespace {

constexpr const char* kPass = "azure-pass";

/// Both depots, and the kiosks that take part in both.
struct Pair {
  tests::Postgres server;
  hallpass::Connection admin{server.address(server.makeDepot("depot"))};
  hallpass::Venue venue{admin};
  tests::DepotTwin twin;
  std::map<std::string, hallpass::DepotKey> keys;
  std::mt19937_64 random{20'261'122};
  int differences = 0;
  int calls = 0;
  int delivered = 0;

  int below(int end) { return static_cast<int>(random() % static_cast<std::uint64_t>(end)); }

  void differs(const std::string& what) {
    UNSCOPED_INFO(what);
    ++differences;
  }

  std::string generation() { return admin.call("SELECT generation FROM depot.world")->text(0, 0); }

  std::string enrol() {
    const std::string kiosk = hallpass::freshUuid();
    keys.emplace(kiosk, hallpass::DepotKey(platform::randomKey()));
    const auto token = venue.makeToken("room", "tests").value();
    hallpass::PgDepot depot(admin, keys.at(kiosk), kiosk, {});
    const auto joined = depot.enrol(token);
    INFO(admin.problem());
    REQUIRE(joined.ok());
    twin.enrol(kiosk);
    return kiosk;
  }

  void deliver(int count) {
    std::vector<hallpass::NewCode> codes;
    for (int code = 0; code < count; ++code) {
      const std::string text = "CODE-" + std::to_string(++delivered);
      codes.push_back({code + 1, hallpass::Code(text), text, std::nullopt});
    }
    hallpass::NewBatch batch;
    batch.passType = kPass;
    const auto added = venue.add(batch, codes);
    INFO(admin.problem());
    REQUIRE(added.ok());
    REQUIRE(*added == count);
    const auto rows = admin.call("SELECT id FROM depot.code");
    for (int row = 0; row < rows->count(); ++row) twin.addCode(rows->text(row, 0), kPass);
  }
};

/// What the depot answered, to be compared; generations are each depot's own.
std::string textOf(const Done& /*done*/) { return "done"; }
std::string textOf(int number) { return std::to_string(number); }
std::string textOf(const hallpass::Welcome& welcome) {
  std::string text = std::to_string(welcome.lastSequence) + platform::toHex(welcome.lastHash);
  for (const auto* list : {&welcome.unknown, &welcome.unsealed}) {
    std::vector<std::string> sorted = *list;
    std::sort(sorted.begin(), sorted.end());
    text += "|";
    for (const std::string& id : sorted) text += id + ",";
  }
  return text;
}
std::string textOf(const hallpass::Others& others) {
  std::vector<std::int64_t> students;
  for (const auto& taken : others.taken) students.push_back(tests::studentOf(taken.token));
  std::sort(students.begin(), students.end());
  std::string text = std::to_string(others.upTo) + (others.more ? "+" : "") + "|";
  for (const std::int64_t student : students) text += std::to_string(student) + ",";
  return text;
}
std::string textOf(const std::vector<hallpass::LeasedCode>& codes) {
  std::vector<std::string> ids;
  for (const auto& code : codes) ids.push_back(code.id);
  std::sort(ids.begin(), ids.end());
  std::string text;
  for (const std::string& id : ids) text += id + ",";
  return text;
}

/// Asks both depots, and gives what PostgreSQL says; now and then the way there breaks.
class Both final : public hallpass::Depot {
 public:
  Both(Pair& pair, std::string kiosk)
      : pair_(pair),
        kiosk_(std::move(kiosk)),
        real_(pair.admin, pair.keys.at(kiosk_), kiosk_, [](const std::string& id) {
          return std::optional(hallpass::LeasedCode{id, hallpass::Code("BACK"), id, {}});
        }) {}

  Answer<hallpass::Welcome> hello(const hallpass::Hello& hello) override {
    auto real = real_.hello(hello);
    const auto twin = pair_.twin.hello(kiosk_, hello, real ? real->generation : "frozen");
    return same("hello", real, twin);
  }
  Answer<Done> freeze(const std::string& why) override {
    return same("freeze", real_.freeze(why), pair_.twin.freeze(kiosk_));
  }
  Answer<Done> report(const hallpass::Untold& untold) override {
    return same("report", real_.report(untold), pair_.twin.report(kiosk_, untold));
  }
  Answer<Done> assertLease(const hallpass::HeldLease& lease) override {
    return same("assert", real_.assertLease(lease), pair_.twin.assertLease(kiosk_, lease));
  }
  Answer<hallpass::Others> others(std::int64_t after) override {
    return same("others", real_.others(after), pair_.twin.others(kiosk_, after, "unused"));
  }
  Answer<Done> settled(const std::string& generation) override {
    return same("settled", real_.settled(generation), pair_.twin.settled(kiosk_, generation));
  }
  Answer<int> lease(const hallpass::LeaseAsk& ask) override {
    return same("lease", real_.lease(ask), pair_.twin.lease(kiosk_, ask, 0));
  }
  Answer<std::vector<hallpass::LeasedCode>> codes(const std::string& lease) override {
    return same("codes", real_.codes(lease), pair_.twin.codes(kiosk_, lease));
  }
  Answer<Done> seal(const std::string& lease) override {
    return same("seal", real_.seal(lease), pair_.twin.seal(kiosk_, lease));
  }

 private:
  template <class T>
  Answer<T> same(const char* call, Answer<T> real, const Answer<T>& twin) {
    ++pair_.calls;
    const std::string ours = real ? textOf(*real) : std::string(name(real.error()));
    const std::string theirs = twin ? textOf(*twin) : std::string(name(twin.error()));
    if (ours != theirs) pair_.differs(std::string(call) + ": " + ours + " / " + theirs);
    if (pair_.below(12) == 0) return DepotRefusal::Unreachable;
    return real;
  }

  Pair& pair_;
  std::string kiosk_;
  hallpass::PgDepot real_;
};

void compareRows(Pair& pair) {
  const auto codes = pair.admin.call("SELECT id, state, coalesce(lease::text, '') FROM depot.code");
  constexpr const char* kStates[] = {"free", "leased", "claimed", "quarantined"};
  REQUIRE(codes->count() == std::ssize(pair.twin.codeRows()));
  for (int row = 0; row < codes->count(); ++row) {
    const auto& code = pair.twin.codeRows().at(codes->text(row, 0));
    const std::string theirs = kStates[static_cast<int>(code.state)] + code.lease;
    const std::string ours = codes->text(row, 1) + codes->text(row, 2);
    if (ours != theirs) pair.differs("code " + codes->text(row, 0) + ": " + ours + " / " + theirs);
  }
  const auto kiosks = pair.admin.call("SELECT id, state, last_seq FROM depot.kiosk");
  constexpr const char* kKiosks[] = {"active", "frozen", "lost"};
  for (int row = 0; row < kiosks->count(); ++row) {
    const auto& kiosk = pair.twin.kiosks().at(kiosks->text(row, 0));
    const std::string theirs =
        kKiosks[static_cast<int>(kiosk.state)] + std::to_string(kiosk.entries.size());
    const std::string ours = kiosks->text(row, 1) + kiosks->text(row, 2);
    if (ours != theirs) pair.differs("kiosk: " + ours + " / " + theirs);
  }
  const auto conflicts = pair.admin.call(
      "SELECT count(*) FROM depot.conflict WHERE reason IN ('claimed-elsewhere', 'two-leases')");
  if (conflicts->integer(0, 0) != pair.twin.conflicts()) pair.differs("conflicts");
  const auto subjects =
      pair.admin.call("SELECT depot.number_subjects(), (SELECT count(*) FROM depot.subject)");
  if (subjects->integer(0, 1) != std::ssize(pair.twin.subjects())) pair.differs("subjects");
  const auto crossings = pair.admin.call("SELECT count(*) FROM depot.crossing");
  if (crossings->integer(0, 0) != pair.twin.crossings()) pair.differs("crossings");
}

void visit(Pair& pair, tests::BookTwin& book) {
  if (book.stock() < 4 && book.asks()->empty() && !book.frozen()) {
    REQUIRE(book.ask({hallpass::freshUuid(), kPass, 8}).ok());
  }
  Both both(pair, book.kiosk());
  (void)hallpass::synchronise(book, both);
}

/// One thing that happens to somebody.
void happen(Pair& pair, std::vector<tests::BookTwin>& books) {
  tests::BookTwin& book =
      books[static_cast<std::size_t>(pair.below(static_cast<int>(books.size())))];
  const int dice = pair.below(100);
  if (dice < 40) return visit(pair, book);
  if (dice < 70) {
    const std::int64_t student = 1 + pair.below(200);
    const bool may = !book.holds(student) && (!book.knowsElsewhere(student) || pair.below(4) == 0);
    return may ? (void)book.claim(student) : (void)0;
  }
  if (dice < 76) return book.swapOne();
  if (dice < 80) return book.giveBack();
  if (dice < 84) return pair.deliver(6);
  if (dice < 86) {
    tests::BookTwin clone = book;
    clone.saltWith(pair.random());
    if (books.size() < 10) books.push_back(clone);
    return;
  }
  if (dice < 88) {
    REQUIRE(pair.venue.restored("tests").ok());
    pair.twin.restored(pair.generation());
    return;
  }
  if (dice < 95) {
    CHECK((pair.venue.resume("tests").value() == 0) == pair.twin.resume());
    return;
  }
  if (!book.frozen()) return;
  REQUIRE(pair.venue.declareLost(book.kiosk(), "one", "two").ok());
  pair.twin.declareLost(book.kiosk());
  book.saltWith(pair.random());
  book.join(pair.enrol());
}

/// Runs both until they differ, at most so many steps.
void compare(Pair& pair, int steps) {
  pair.deliver(30);
  std::vector<tests::BookTwin> books(3);
  for (tests::BookTwin& book : books) {
    book.saltWith(pair.random());
    book.join(pair.enrol());
  }
  for (int step = 0; step < steps && pair.differences == 0; ++step) {
    happen(pair, books);
    if (step % 20 == 0) compareRows(pair);
  }
}

}  // namespace

TEST_CASE("PostgreSQL and the simulator's twin answer alike and end up alike",
          "[depot][postgres]") {
  Pair pair;
  compare(pair, 600);
  CHECK(pair.differences == 0);
  CHECK(pair.calls > 500);
}

TEST_CASE("control: a rule of PostgreSQL that says otherwise is found", "[depot][postgres]") {
  Pair pair;
  REQUIRE(pair.admin
              .run("CREATE OR REPLACE FUNCTION depot.stop(k uuid, reason text) RETURNS void "
                   "LANGUAGE sql AS 'SELECT NULL::void'")
              .ok());
  compare(pair, 600);
  CHECK(pair.differences > 0);
}

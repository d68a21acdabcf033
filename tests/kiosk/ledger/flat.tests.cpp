// What is asked at every visit, and of every page, costs the same whatever the ledger holds. It is
// not timed: SQLite counts the rows that it steps over in scans, and the steps of its programs.
#include <sqlite3.h>

#include <algorithm>
#include <functional>

#include "tests/kiosk/ledger/faults/parts.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Event;
using hallpass::Journal;
using hallpass::Mode;
using hallpass::Role;

namespace {

/// What the statements of this thread's newest connections did since the last take().
struct StatementWork {
  int scanned = 0;  ///< Rows that were stepped over in scans of whole tables.
  int steps = 0;    ///< Of SQLite's programs.
  int sorts = 0;
};

StatementWork statementWork;

int noteWork(unsigned, void*, void* statement, void*) {
  auto* done = static_cast<sqlite3_stmt*>(statement);
  statementWork.scanned += sqlite3_stmt_status(done, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
  statementWork.steps += sqlite3_stmt_status(done, SQLITE_STMTSTATUS_VM_STEP, 1);
  statementWork.sorts += sqlite3_stmt_status(done, SQLITE_STMTSTATUS_SORT, 1);
  return 0;
}

int watchConnection(sqlite3* connection, char**, const void*) {
  return sqlite3_trace_v2(connection, SQLITE_TRACE_PROFILE, noteWork, nullptr);
}

/// Sees every connection that is opened while it lives.
struct Watch {
  Watch() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(watchConnection)); }
  ~Watch() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watchConnection)); }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
};

constexpr int kBatches = 3;
/// So many students, the first ones, hold no code yet.
constexpr std::int64_t kWithout = 40;

/// A ledger with a class of `size` students who took a code, and three times as many codes.
struct SizedLedger {
  explicit SizedLedger(int size) {
    hallpass::Classes classes{*parts.database, parts.journal};
    REQUIRE(classes.open(tests::newClass(), Role::Operator).ok());
    std::vector<hallpass::RosterEntry> roster;
    for (int i = 0; i < size; ++i) roster.push_back({"Student " + std::to_string(i), "", ""});
    REQUIRE(parts.roster.add(roster, Mode::Keep, Role::Operator).ok());
    for (int batch = 0; batch < kBatches; ++batch) {
      const auto codes = tests::newCodes(batch * size, size);
      REQUIRE(parts.stock.add(tests::newBatch(), codes, Mode::Keep, Role::Operator, {}).ok());
    }
    for (std::int64_t i = kWithout + 1; i <= size; ++i)
      REQUIRE(parts.claims.make({i}, Role::Student).ok());
  }

  StatementWork of(const std::function<bool(tests::Parts&)>& act) {
    REQUIRE(act(parts));  // The first time prepares its statements.
    statementWork = {};
    REQUIRE(act(parts));
    return statementWork;
  }

  Watch watch;
  tests::ManualClock clock;
  tests::Parts parts{hallpass::openDatabase(":memory:", "").value(), clock};
};

struct HotAct {
  const char* what;
  std::function<bool(tests::Parts&)> act;
};

/// The first page of what a filter chooses.
HotAct pageOf(const char* what, const Journal::Filter& filter, std::int64_t first = 0) {
  return {what, [=](tests::Parts& parts) { return parts.journal.page(filter, first, 10).ok(); }};
}

std::vector<HotAct> hotActs() {
  Journal::Filter rare;
  rare.event = "class-opened";
  Journal::Filter one;
  one.student = 5;
  return {
      {"a claim",
       [](tests::Parts& parts) {
         static std::int64_t made = 0;
         return parts.claims.make({1 + made++ % kWithout}, Role::Student).ok();
       }},
      {"a code that is seen again",
       [](tests::Parts& parts) { return parts.claims.make({kWithout + 3}, Role::Student).ok(); }},
      {"the claim of a student",
       [](tests::Parts& parts) { return parts.claims.find({kWithout + 3}).ok(); }},
      {"a swap",
       [](tests::Parts& parts) {
         return parts.claims.replace({kWithout + 4}, hallpass::Cause::Used, Role::Instructor).ok();
       }},
      {"the stock of a pass type",
       [](tests::Parts& parts) { return parts.stock.count("azure-pass").ok(); }},
      {"the batches", [](tests::Parts& parts) { return parts.stock.batches().ok(); }},
      {"the days on which codes end", [](tests::Parts& parts) { return parts.stock.ends().ok(); }},
      {"the newest entry", [](tests::Parts& parts) { return parts.journal.lastEventAt().ok(); }},
      {"the newest entry of an event",
       [](tests::Parts& parts) { return parts.journal.lastOf(Event::ClassOpened).ok(); }},
      pageOf("the journal's first page", {}),
      pageOf("the journal's page 10", {}, 100),
      pageOf("the entries of an event", rare),
      pageOf("the entries of a student", one),
  };
}

/// Whether `large` is what `small` was, but for the depth of a tree.
bool isFlat(const StatementWork& small, const StatementWork& large) {
  return large.scanned <= small.scanned && large.steps <= small.steps * 3 / 2 + 20;
}

}  // namespace

TEST_CASE("what is asked often costs the same in a ledger that is twenty times as large",
          "[ledger][flat]") {
  SizedLedger small(100);
  SizedLedger large(2'000);
  for (const HotAct& hot : hotActs()) {
    const StatementWork before = small.of(hot.act);
    const StatementWork after = large.of(hot.act);
    INFO(hot.what << ": scanned " << before.scanned << " and " << after.scanned << ", steps "
                  << before.steps << " and " << after.steps);
    CHECK(before.steps > 0);
    CHECK(isFlat(before, after));
  }
}

TEST_CASE("control: without its indexes the same is found to grow", "[ledger][flat]") {
  SizedLedger small(100);
  SizedLedger large(2'000);
  for (SizedLedger* each : {&small, &large}) {
    for (const char* index : {"code_next", "journal_event", "journal_student"}) {
      each->parts.database->execute("DROP INDEX " + std::string(index));
    }
  }
  std::vector<std::string> grown;
  for (const HotAct& hot : hotActs()) {
    if (!isFlat(small.of(hot.act), large.of(hot.act))) grown.emplace_back(hot.what);
  }
  CHECK(grown == std::vector<std::string>{"a claim", "a swap", "the newest entry of an event",
                                          "the entries of an event", "the entries of a student"});
}

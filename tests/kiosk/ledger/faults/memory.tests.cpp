// SQLite gets no memory: at each call that asks for some, in turn; once, or from then on.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "tests/kiosk/ledger/children.h"
#include "tests/kiosk/ledger/faults/bench.h"

using tests::Tally;

namespace {

/// The memory that SQLite asks for. To be installed in a process of its own, before it is asked.
class Memory {
 public:
  static void install() {
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &system);
    static sqlite3_mem_methods ours;
    ours = system;
    ours.xMalloc = [](int bytes) { return refuses() ? nullptr : system.xMalloc(bytes); };
    ours.xRealloc = [](void* old, int bytes) {
      return refuses() ? nullptr : system.xRealloc(old, bytes);
    };
    sqlite3_config(SQLITE_CONFIG_MALLOC, &ours);
    sqlite3_initialize();
  }

  static tests::Fallible fallible(bool forGood) {
    const auto arm = [forGood](int call) {
      at = call;
      stays = forGood;
      calls = 0;
      hasRefused = false;
    };
    return {arm, [] { at = 0; }, [] { return hasRefused; }};
  }

 private:
  static bool refuses() {
    if (at == 0) return false;
    ++calls;
    if (calls < at || (calls > at && !stays)) return false;
    hasRefused = true;
    return true;
  }

  static inline sqlite3_mem_methods system{};
  static inline int at = 0;
  static inline int calls = 0;
  static inline bool stays = false;
  static inline bool hasRefused = false;
};

/// A tally, as it goes through a pipe.
struct Sent {
  long long faults = 0;
  long long told = 0;
  long long lost = 0;
  long long corrupt = 0;
  std::array<char, 600> first{};
};

constexpr int kSomeCalls = 499;  ///< One of so many.
constexpr int kFewCalls = 2'503;
constexpr int kManyCalls = 11;

int callsBetween() {
  if (std::getenv("HALLPASS_FAULTS_ALL") != nullptr) return kManyCalls;
  return tests::isSanitized() ? kFewCalls : kSomeCalls;
}

void runOutOfMemory(const tests::Work& work, int step, const tests::RecordPipe<Sent>& pipe) {
  Memory::install();
  tests::Bench bench(0);
  Tally tally = bench.fail(work, Memory::fallible(false), step);
  tally += bench.fail(work, Memory::fallible(true), step);
  Sent sent{tally.faults, tally.told, tally.lost, tally.corrupt, {}};
  std::copy_n(tally.first.data(), std::min(tally.first.size(), sent.first.size() - 1),
              sent.first.data());
  (void)pipe.put(sent);
}

/// What came of it, in a process of its own.
Tally tallyOf(const tests::Work& work, int step) {
  tests::RecordPipe<Sent> pipe;
  tests::Children child(1, [&](int) {
    runOutOfMemory(work, step, pipe);
    return 0;
  });
  Sent sent;
  pipe.closeWriter();
  INFO(work.name);
  REQUIRE(pipe.take(sent));
  CHECK(child.wait() == std::vector<int>{0});
  const Tally tally{sent.faults, sent.told, sent.lost, sent.corrupt, sent.first.data()};
  tests::print(work.name, tally);
  return tally;
}

}  // namespace

TEST_CASE("wherever SQLite gets no memory, what was told stays and nothing is told after it",
          "[ledger][memory]") {
  tests::printHead("no memory");
  for (const tests::Work& work : tests::allWork()) {
    if (work.oneOf > 1) continue;
    const Tally tally = tallyOf(work, callsBetween());
    INFO(tally.first);
    CHECK(tally.faults > 0);
    CHECK(tally.lost == 0);
    CHECK(tally.corrupt == 0);
  }
}

TEST_CASE("control: what is told before it is written is lost without memory, and that is seen",
          "[ledger][memory]") {
  CHECK(tallyOf(tests::toldTooSoon(), kSomeCalls).lost > 0);
}

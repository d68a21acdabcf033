// Each call to the disk fails, in turn: once, or it and all after it.
#include <cstdlib>

#include "tests/kiosk/ledger/faults/bench.h"

using Fault = tests::PowerCutDisk::Fault;
using tests::Tally;

namespace {

constexpr std::uint32_t kFaultSeed = 20261121;

/// Which calls fail: every one by soak, some in the daily run.
const int kStep = std::getenv("HALLPASS_FAULTS_ALL") != nullptr ? 1
                  : tests::isSanitized()                        ? 41
                                                                : 11;

Tally failEverywhere(const tests::Work& work, Fault fault, bool stays, int step) {
  tests::Bench bench;
  return bench.fail(work, bench.disk({fault, 1, stays, kFaultSeed}), step);
}

void failInAll(const char* name, Fault fault, int step) {
  tests::printHead(name);
  for (const tests::Work& work : tests::allWork()) {
    if (work.oneOf > 1) continue;
    Tally tally = failEverywhere(work, fault, false, step);
    tally += failEverywhere(work, fault, true, step);
    tests::print(work.name, tally);
    INFO(tally.first);
    CHECK(tally.faults > 0);
    CHECK(tally.lost == 0);
    CHECK(tally.corrupt == 0);
  }
}

}  // namespace

TEST_CASE("whichever call to the disk fails, what was told stays and nothing is told after it",
          "[ledger][faults]") {
  failInAll("EIO", Fault::Io, kStep);
  failInAll("ENOSPC", Fault::Full, kStep);
  failInAll("short write", Fault::Short, kStep);
  failInAll("failed fsync", Fault::Sync, 1);
}

TEST_CASE("control: what is told before it is written is lost, and that is seen",
          "[ledger][faults]") {
  const tests::Work work = tests::toldTooSoon();
  const Tally tally = failEverywhere(work, Fault::Sync, true, 1);
  tests::print(work.name, tally);
  CHECK(tally.lost > 0);
}

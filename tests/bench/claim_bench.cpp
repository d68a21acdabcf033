#include "tests/bench/benches.h"
#include "tests/bench/scale/scales.h"
#include "tests/bench/synced_file.h"
#include "tests/bench/until.h"
#include "tests/support/temporary_folder.h"

namespace tests {
namespace {

constexpr int kRounds = 5;
constexpr int kWritesARound = 200;

}  // namespace

void measureClaims(const std::filesystem::path& disk, Figures& figures) {
  const TemporaryFolder folder(disk);
  const platform::SystemClock clock;
  const auto ledger = scaleLedger(folder.path() / "claims", clock, kRounds * kWritesARound);
  given(ledger->stock().add(scaleBatch(clock), scaleCodes(kBenchCodes), hallpass::Mode::Keep,
                            hallpass::Role::Operator, {}));
  SyncedFile file(folder.path());
  Samples claims;
  Samples writes;
  for (const auto& student : given(ledger->roster().students())) {
    auto start = Timer::now();
    given(ledger->claims().make(student.id, hallpass::Role::Student));
    claims.add(millisecondsSince(start));
    start = Timer::now();
    file.write();
    writes.add(millisecondsSince(start));
  }
  figures.compare("one claim, on the disk", claims, "ms", "synced write of 4 KiB", writes, "");
  figures.add("the same, 99th of 100", decimal(claims.quantile(0.99)) + " ms",
              "synced write " + decimal(writes.quantile(0.99)) + " ms",
              decimal(claims.quantile(0.99) / writes.quantile(0.99)), "");
}

}  // namespace tests

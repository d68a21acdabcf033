// How the stock's figures grow with the number of codes.
#include "kiosk/desk/batch_list.h"
#include "kiosk/desk/stock_page.h"
#include "kiosk/room/exports.h"
#include "tests/bench/samples.h"
#include "tests/bench/scale/growth_table.h"
#include "tests/bench/scale/scales.h"
#include "tests/bench/synced_file.h"

namespace tests {
namespace {

using namespace hallpass;

constexpr int kClaims = 300;

struct Latencies {
  Samples claims;
  Samples writes;
};

/// A claim and a synced write in turns, in microseconds.
Latencies claimsBesideWrites(Ledger& ledger, SyncedFile& file) {
  Latencies all;
  for (const Student& student : given(ledger.roster().students())) {
    all.claims.add(1e6 *
                   secondsOf([&] { given(ledger.claims().make(student.id, Role::Student)); }));
    all.writes.add(1e6 * secondsOf([&] { file.write(); }));
  }
  return all;
}

void measureReading(GrowthTable& table, Ledger& ledger, std::int64_t size) {
  table.put("stock of a pass type, us", size,
            microseconds(kTimes, [&] { given(ledger.stock().count("azure-pass")); }));
  table.put("page of the stock, us", size,
            microseconds(kTimes, [&] { given(listBatches(ledger)); }));
  table.put("stock's route, us", size,
            microseconds(kTimes, [&] { given(ledger.stock().route()); }));
  table.put("stock's course, us", size,
            microseconds(kTimes, [&] { given(ledger.stock().changes()); }));
  table.put("is the ledger sound, ms a 1000 codes", size,
            secondsOf([&] { given(ledger.isSound()); }) * 1e6 / static_cast<double>(size));
  table.put("list of unused codes, ms a 1000 codes", size,
            secondsOf([&] { given(ledger.stock().unused({})); }) * 1e6 / static_cast<double>(size));
}

void measureSize(GrowthTable& table, const std::filesystem::path& folder, std::int64_t size) {
  const platform::SystemClock clock;
  const auto codes = scaleCodes(size);
  const auto ledger = scaleLedger(folder / "codes", clock, kClaims);
  const double imported = secondsOf([&] {
    given(ledger->stock().add(scaleBatch(clock), codes, Mode::Keep, Role::Operator, {}));
  });
  SyncedFile file(folder);
  const Latencies latencies = claimsBesideWrites(*ledger, file);
  table.put("claim, the quickest twentieth, us", size, latencies.claims.quantile(0.05));
  table.put("claim p50, us", size, latencies.claims.median());
  table.put("claim p99, us", size, latencies.claims.quantile(0.99));
  table.put("synced write p50 beside it, us", size, latencies.writes.median());
  table.put("claim p50 / synced write p50", size,
            latencies.claims.median() / latencies.writes.median());
  measureReading(table, *ledger, size);
  const double shell = shellImportSeconds(folder / "shell", codes);
  const auto thousands = static_cast<double>(size) / 1e3;
  table.put("import, 1000 codes/s", size, thousands / imported);
  table.put("sqlite3 .import, 1000 codes/s", size, thousands / shell);
  table.put("import / .import (time)", size, imported / shell);
}

}  // namespace

void measureCodes(const std::filesystem::path& folder, int most) {
  GrowthTable table("codes");
  for (const std::int64_t size : powersOfTen(3, most)) measureSize(table, folder, size);
  table.print();
}

}  // namespace tests

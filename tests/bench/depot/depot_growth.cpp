// How what a kiosk asks, and what the venue's staff see, grow with the depot.
#include <cstdio>

#include "kiosk/depot/venue.h"
#include "tests/bench/depot/crowd.h"
#include "tests/bench/depot/depot_bench.h"
#include "tests/bench/scale/growth_table.h"

namespace tests {
namespace {

using hallpass::Venue;

/// A kiosk's calls, each in a transaction of its own: microseconds.
void measureKiosk(GrowthTable& table, FilledDepot& filled, std::int64_t size) {
  FilledDepot::Kiosk& kiosk = filled.kiosks().front();
  hallpass::Connection connection(filled.address());
  hallpass::PgDepot depot(connection, kiosk.key, kiosk.id, {});
  std::string lease;
  const auto fetch = [&] {
    lease = hallpass::freshUuid();
    granted(depot.lease({lease, FilledDepot::kPassType, 40}));
  };
  table.put("hello, us", size, microseconds(kTimes, [&] { granted(depot.hello({})); }));
  table.put("lease of 40 codes, us", size, microseconds(kTimes, fetch));
  table.put("its codes, us", size, microseconds(kTimes, [&] { granted(depot.codes(lease)); }));
  table.put("sealing it, us", size, microseconds(kTimes, [&] { granted(depot.seal(lease)); }));
  table.put("report of 40 claims, us", size, microseconds(kTimes, [&] {
              fetch();
              granted(depot.report(FilledDepot::claims(kiosk, granted(depot.codes(lease)))));
              kiosk.entries += 40;
            }));
  table.put("codes left over, us", size,
            microseconds(kTimes, [&] { granted(depot.leftOver(FilledDepot::kPassType)); }));
}

/// The pages that a call touches, which no other work on the machine changes.
void measurePages(GrowthTable& table, FilledDepot& filled, std::int64_t size) {
  const std::string me = FilledDepot::asMe(filled.kiosks()[1]);
  table.put("pages of hello", size,
            static_cast<double>(filled.pages("depot.hello(2, " + me + ", 0, '\\x', '{}')")));
  table.put("pages of a lease of 40 codes", size,
            static_cast<double>(
                filled.pages("depot.lease(" + me + ", gen_random_uuid(), 'azure-pass', 40)")));
  const std::string lease =
      "(SELECT id FROM depot.lease WHERE kiosk = '" + filled.kiosks()[1].id + "' LIMIT 1)";
  table.put("pages of the codes of a lease", size,
            static_cast<double>(filled.pages("depot.codes(" + me + ", " + lease + ")")));
  table.put("pages of the venue's stock", size,
            static_cast<double>(filled.pages("* FROM depot.stock")));
  table.put("pages of the venue's kiosks", size,
            static_cast<double>(filled.pages("* FROM depot.kiosks")));
}

/// What staff see, by reading all: milliseconds.
void measureVenue(GrowthTable& table, FilledDepot& filled, std::int64_t size) {
  constexpr int kFew = 3;
  Venue venue(filled.owner());
  const auto put = [&](const char* what, auto work) {
    table.put(what, size, microseconds(kFew, work) / 1e3);
  };
  put("the venue's stock, ms", [&] { granted(venue.stock()); });
  put("the venue's kiosks, ms", [&] { granted(venue.kiosks()); });
  put("verifying the depot, ms", [&] { granted(venue.wrong()); });
}

void measureOne(GrowthTable& table, Postgres& server, int kiosks, std::int64_t codes,
                std::int64_t size) {
  {
    FilledDepot filled(server, "growth", kiosks, codes, 5'000);
    measureKiosk(table, filled, size);
    measurePages(table, filled, size);
    measureVenue(table, filled, size);
  }
  hallpass::Connection admin(server.address());
  granted(admin.call("DROP DATABASE growth WITH (FORCE)"));
}

}  // namespace

void measureDepotGrowth(Postgres& server, int most) {
  GrowthTable byKiosks("kiosks, and 500,000 codes");
  for (const std::int64_t kiosks : {10, 100, 1'000, 10'000}) {
    measureOne(byKiosks, server, static_cast<int>(kiosks), 500'000, kiosks);
  }
  byKiosks.print();
  GrowthTable byCodes("codes, and 100 kiosks");
  std::int64_t codes = 10'000;
  for (int power = 4; power <= most; ++power, codes *= 10) {
    measureOne(byCodes, server, 100, codes, codes);
  }
  byCodes.print();
}

}  // namespace tests

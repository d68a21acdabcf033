// What a depot takes at once, beside pgbench.
#include <cstdio>
#include <memory>
#include <vector>

#include "tests/bench/depot/crowd.h"
#include "tests/bench/depot/depot_bench.h"
#include "tests/bench/depot/pgbench.h"

namespace tests {
namespace {

using hallpass::LeasedCode;
using Kiosk = FilledDepot::Kiosk;

constexpr int kRounds = 3;      ///< Ours and pgbench in turns.
constexpr int kEach = 14;       ///< Calls of each connection in a round.
constexpr int kClass = 40;      ///< Students, and so codes and claims.
constexpr int kVenue = 1'000;   ///< Kiosks.
constexpr int kOfPgbench = 16;  ///< The first kiosk that is pgbench's.

/// A kiosk with a connection of its own.
struct Line {
  Line(const std::string& address, const Kiosk& kiosk)
      : connection(address), depot(connection, kiosk.key, kiosk.id, {}) {}
  hallpass::Connection connection;
  hallpass::PgDepot depot;
};

/// Seconds that both took, in all rounds.
struct Turns {
  double ours = 0;
  double theirs = 0;
};

/// `a` what of `each` call.
void printRate(const char* what, const Turns& turns, int each) {
  const double all = double{kRounds} * kAtOnce * kEach * each;
  std::printf("| %s | %.0f | %.0f | %.2f |\n", what, all / turns.ours, all / turns.theirs,
              turns.theirs / turns.ours);
  std::fflush(stdout);
}

/// What either leaves behind is cleaned before the other begins.
template <class Ours, class Theirs>
Turns inTurns(FilledDepot& depot, const Ours& ours, const Theirs& theirs) {
  Turns turns;
  for (int round = 0; round < kRounds; ++round) {
    granted(depot.owner().call("VACUUM"));
    turns.ours += ours(round);
    granted(depot.owner().call("VACUUM"));
    turns.theirs += theirs(round);
  }
  return turns;
}

void printTime(const char* what, double seconds) {
  std::printf("| %s | %.1f s | | |\n", what, seconds);
  std::fflush(stdout);
}

/// A line for each of the kiosks at once.
std::vector<std::unique_ptr<Line>> linesOf(FilledDepot& depot) {
  std::vector<std::unique_ptr<Line>> lines;
  for (int number = 0; number < kAtOnce; ++number) {
    const auto& kiosk = depot.kiosks()[static_cast<std::size_t>(number)];
    lines.push_back(std::make_unique<Line>(depot.address(), kiosk));
    granted(lines.back()->depot.leftOver(FilledDepot::kPassType));  // Connects.
  }
  return lines;
}

void measureLeases(const Postgres& server, FilledDepot& depot) {
  const auto lines = linesOf(depot);
  const PgbenchRun peer{
      "rates",
      "SELECT g.state, g.given FROM bench_kiosk b, LATERAL depot.lease(b.id, b.secret, "
      "gen_random_uuid(), 'azure-pass', 50) g WHERE b.n = :client_id + " +
          std::to_string(kOfPgbench) + ";",
      kAtOnce, kEach};
  const auto ours = [&](int) {
    return crowdSeconds(kAtOnce * kEach, [&](int, int thread) {
      granted(lines[static_cast<std::size_t>(thread)]->depot.lease(
          {hallpass::freshUuid(), FilledDepot::kPassType, FilledDepot::kLeased}));
    });
  };
  printRate("leases of 50 codes, a second",
            inTurns(depot, ours, [&](int) { return pgbenchSeconds(server, peer); }), 1);
}

/// The reports of every claim of one class each, as rows that pgbench sends.
void writeReports(FilledDepot& depot, int kiosk, const std::vector<hallpass::Untold>& reports) {
  for (std::size_t n = 0; n < reports.size(); ++n) {
    std::vector<std::string> codes;
    for (const auto& fate : reports[n].fates) codes.push_back(fate.code);
    const std::string upTo = std::to_string(reports[n].upTo);
    const std::string hashes = "array_fill(sha256('an entry'), ARRAY[40])";
    granted(depot.owner().call(
        "INSERT INTO bench_report SELECT $1::int, $2::int, " + upTo +
            ", ARRAY(SELECT generate_series(" + upTo + " - 39, " + upTo + ")), " + hashes +
            ", array_fill('claim-made'::text, ARRAY[40]), $3::uuid[], "
            "array_fill('claimed'::text, ARRAY[40]), array_fill(''::text, ARRAY[40])",
        hallpass::Parameters().add(kiosk).add(static_cast<std::int64_t>(n)).addList(codes)));
  }
}

/// The reports that `kiosk` will send: it leases a class's codes for each, and all are claimed.
std::vector<hallpass::Untold> reportsOf(FilledDepot& depot, Kiosk& kiosk) {
  Line line(depot.address(), kiosk);
  std::vector<hallpass::Untold> reports;
  for (int n = 0; n < kRounds * kEach; ++n) {
    const std::string lease = hallpass::freshUuid();
    granted(line.depot.lease({lease, FilledDepot::kPassType, kClass}));
    reports.push_back(FilledDepot::claims(kiosk, granted(line.depot.codes(lease))));
    kiosk.entries += kClass;
  }
  return reports;
}

void measureReports(const Postgres& server, FilledDepot& depot) {
  granted(depot.owner().call(
      "CREATE TABLE bench_report (client int, n int, up_to bigint, seqs bigint[], hashes bytea[], "
      "events text[], codes uuid[], fates text[], words text[], PRIMARY KEY (client, n))"));
  std::vector<std::vector<hallpass::Untold>> ours;
  for (int number = 0; number < kAtOnce; ++number) {
    auto& kiosks = depot.kiosks();
    ours.push_back(reportsOf(depot, kiosks[static_cast<std::size_t>(number)]));
    auto& theirs = kiosks[kOfPgbench + static_cast<std::size_t>(number)];
    writeReports(depot, number, reportsOf(depot, theirs));
  }
  const auto lines = linesOf(depot);
  PgbenchRun peer{
      "rates",
      "SELECT depot.report(b.id, b.secret, r.up_to, r.seqs, r.hashes, r.hashes, r.events, "
      "ARRAY(SELECT sha256((b.id::text || s)::bytea) FROM unnest(r.seqs) AS s), r.seqs, r.codes, "
      "r.fates, r.words, r.words) FROM bench_kiosk b, bench_report r WHERE b.n = :client_id + " +
          std::to_string(kOfPgbench) + " AND r.client = :client_id AND r.n = :n;",
      kAtOnce, kEach};
  // Each thread its kiosk's, in their order.
  const auto send = [&](int round) {
    return crowdSeconds(kAtOnce, [&](int number, int) {
      const auto at = static_cast<std::size_t>(number);
      for (int n = round * kEach; n < (round + 1) * kEach; ++n) {
        granted(lines[at]->depot.report(ours[at][static_cast<std::size_t>(n)]));
      }
    });
  };
  const auto sendTheirs = [&](int round) {
    peer.first = round * kEach;
    return pgbenchSeconds(server, peer);
  };
  printRate("claims reported, 40 a report, a second", inTurns(depot, send, sendTheirs), kClass);
}

/// A kiosk comes, fetches a class's codes and seals them; and comes again when all are claimed.
void measureVenue(FilledDepot& depot) {
  std::vector<std::vector<LeasedCode>> codes(kVenue);
  const auto kioskAt = [&](int number) -> Kiosk& {
    return depot.kiosks()[static_cast<std::size_t>(number)];
  };
  printTime("refilling 1,000 kiosks with 40 codes each, a connection each",
            crowdSeconds(kVenue, [&](int number, int) {
              Line line(depot.address(), kioskAt(number));
              const std::string lease = hallpass::freshUuid();
              granted(line.depot.lease({lease, FilledDepot::kPassType, kClass}));
              codes[static_cast<std::size_t>(number)] = granted(line.depot.codes(lease));
              granted(line.depot.seal(lease));
            }));
  printTime("hearing a day of 1,000 kiosks: 40 claims and 40 entries each, a connection each",
            crowdSeconds(kVenue, [&](int number, int) {
              Line line(depot.address(), kioskAt(number));
              const auto report =
                  FilledDepot::claims(kioskAt(number), codes[static_cast<std::size_t>(number)]);
              const auto welcome = granted(line.depot.hello({}));
              granted(line.depot.report(report));
              granted(line.depot.settled(welcome.generation));
            }));
}

}  // namespace

void measureDepotRates(Postgres& server) {
  constexpr std::int64_t kCodes = 200'000;
  FilledDepot depot(server, "rates", kVenue, kCodes, kCodes);
  std::printf("| 16 connections at once | ours | pgbench | ours / pgbench |\n|---|---|---|---|\n");
  measureLeases(server, depot);
  measureReports(server, depot);
  measureVenue(depot);
  std::printf("\n");
}

}  // namespace tests

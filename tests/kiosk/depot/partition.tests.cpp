// Three kiosks, each in a network of its own, on cables to a primary and its standby; cables are
// pulled, processes and primaries killed. HALLPASS_CABLE_CUTS changes how often.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <future>
#include <iostream>
#include <random>

#include "tests/kiosk/depot/cabled_venue.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/support/bell.h"
#include "tests/support/catch.h"

namespace {

using tests::Cable;
using tests::CabledKiosk;
using tests::CabledVenue;

int cutsWanted() {
  const char* given = std::getenv("HALLPASS_CABLE_CUTS");
  return given == nullptr ? 36 : std::atoi(given);
}

/// What befell the kiosks, by whichever thread; `cuts` rings for each cable that was pulled in the
/// middle of a synchronising.
struct Misfortunes {
  int wanted = 0;
  tests::Bell cuts;
  std::atomic<int> killed = 0;
  std::atomic<int> lostAnswers = 0;
  std::atomic<int> completed = 0;
  std::atomic<bool> over = false;
};

/// One kiosk's day: students take codes while its cable is pulled in the middle of synchronisings.
class Day {
 public:
  Day(CabledKiosk& kiosk, std::string servers, std::uint64_t seed, Misfortunes& misfortunes)
      : kiosk_(kiosk), servers_(std::move(servers)), random_(seed), misfortunes_(misfortunes) {}

  void run() {
    while (misfortunes_.cuts.count() < misfortunes_.wanted && !misfortunes_.over) {
      claimSome();
      if (below(8) == 0) {
        if (tests::loseAnswer(kiosk_, servers_)) ++misfortunes_.lostAnswers;
      } else {
        synchroniseAndCut();
      }
    }
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }

  void claimSome() {
    for (int student = below(3); student > 0; --student) kiosk_.claim();
  }

  /// At a random byte; a whole synchronising is some 12,000 of them.
  void synchroniseAndCut() {
    constexpr int kBytes = 12'000;
    const auto sync = kiosk_.beginSync(4 + below(12));
    if (!kiosk_.cable().carry(1 + below(kBytes), sync->endDescriptor())) {
      ++misfortunes_.completed;
      return;
    }
    if (below(6) == 0) {
      sync->kill();
      ++misfortunes_.killed;
      return;
    }
    kiosk_.cable().cut(below(2) == 0 ? Cable::End::Near : Cable::End::Far);
    misfortunes_.cuts.ring();
    // A short one, which the call outlives, or one that it does not.
    if (below(2) == 0) finish(*sync);
    claimSome();
    kiosk_.cable().mend();
    finish(*sync);
  }

  static void finish(tests::Process& sync) {
    if (!sync.waitFor(std::chrono::minutes(1))) throw std::runtime_error("a call never ends");
  }

  CabledKiosk& kiosk_;
  std::string servers_;
  std::mt19937_64 random_;
  Misfortunes& misfortunes_;
};

/// All kiosks' days, while `failovers` primaries die.
void live(CabledVenue& venue, Misfortunes& misfortunes, int failovers) {
  std::vector<std::future<void>> days;
  for (std::size_t number = 0; number < venue.kiosks().size(); ++number) {
    days.push_back(std::async(std::launch::async, [&, number] {
      Day(*venue.kiosks()[number], venue.servers().address(), 20'261'122 + number, misfortunes)
          .run();
    }));
  }
  for (int failover = 1; failover <= failovers; ++failover) {
    const int after = misfortunes.wanted * failover / (failovers + 1);
    if (!misfortunes.cuts.waitUntil([&] { return misfortunes.cuts.count() >= after; })) {
      misfortunes.over = true;
    }
    venue.servers().failOver();
  }
  for (auto& day : days) day.get();
}

bool networksAreMissing() {
  const std::string why = tests::Network::whyNot();
  if (!why.empty()) WARN("left out: " << why);
  return !why.empty();
}

}  // namespace

TEST_CASE("three kiosks on cables that are pulled hand out one stock while primaries die",
          "[depot][postgres][partition]") {
  if (networksAreMissing()) return;
  Misfortunes misfortunes;
  misfortunes.wanted = cutsWanted();
  const int failovers = std::clamp(misfortunes.wanted / 18, 2, 20);
  CabledVenue venue(200 + 4 * misfortunes.wanted);
  live(venue, misfortunes, failovers);
  CHECK_FALSE(misfortunes.over);
  for (const auto& kiosk : venue.kiosks()) kiosk->settle();
  CHECK(venue.complaint() == "");
  std::cout << "depot partition: " << misfortunes.cuts.count()
            << " cables pulled in a synchronising, " << misfortunes.killed
            << " synchronisings killed, " << misfortunes.lostAnswers << " answers of grants lost, "
            << misfortunes.completed << " synchronisings whole, " << failovers
            << " primaries killed: " << venue.account() << "\n";
}

TEST_CASE("control: a kiosk that asks anew after a lost answer leaves codes to nobody",
          "[depot][postgres][partition]") {
  if (networksAreMissing()) return;
  CabledVenue venue(60);
  for (const bool anew : {false, true}) {
    CabledKiosk& kiosk = *venue.kiosks()[anew ? 1 : 0];
    REQUIRE(tests::loseAnswer(kiosk, venue.servers().address()));
    if (anew) tests::RawSql(kiosk.ledger()).run("DELETE FROM lease WHERE held = 0");
    REQUIRE(kiosk.run({"depot", "sync", "--pass", "training-key", "--codes", "4"}).status == 0);
    kiosk.claim();
    for (const auto& each : venue.kiosks()) each->settle();
    const std::string found = anew ? "a code is leased to a kiosk that does not know it" : "";
    CHECK(venue.complaint() == found);
  }
}

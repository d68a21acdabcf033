// Many small worlds, each of a seed, in which everything goes wrong that can (trust.md 9.4).
#include <cstdlib>
#include <iostream>

#include "tests/kiosk/depot/world.h"
#include "tests/support/catch.h"

namespace {

constexpr int kStepsOfAWorld = 2'000;
constexpr std::uint64_t kFirstSeed = 20'261'122;

std::int64_t stepsWanted() {
  constexpr std::int64_t kInTest = 300'000;
  const char* given = std::getenv("HALLPASS_DEPOT_STEPS");
  return given == nullptr ? kInTest : std::atoll(given);
}

struct Finding {
  std::uint64_t seed = 0;
  std::string complaint;
};

/// Runs worlds until there were `steps`, or one of them complains.
Finding simulate(std::int64_t steps, tests::DepotFlaw flaw, tests::WorldTally& tally) {
  for (std::uint64_t seed = kFirstSeed; tally.steps < steps; ++seed) {
    tests::World world(seed, flaw);
    world.run(kStepsOfAWorld);
    if (world.complaint().empty()) world.settle();
    tally.add(world.tally());
    if (!world.complaint().empty()) return {seed, world.complaint()};
  }
  return {};
}

}  // namespace

TEST_CASE(
    "no code goes to two people and no student gets two, whatever is lost, repeated or cloned",
    "[depot][simulator]") {
  tests::WorldTally tally;
  const Finding finding = simulate(stepsWanted(), tests::DepotFlaw::None, tally);
  INFO("seed " << finding.seed);
  CHECK(finding.complaint == "");
  CHECK(tally.claims > 0);
  CHECK(tally.cutCalls > 0);
  CHECK(tally.repeatedCalls > 0);
  CHECK(tally.depotRestores > 0);
  CHECK(tally.frozen > 0);
  CHECK(tally.shownTwice <= tally.bound);
  CHECK(tally.refused > 0);
  CHECK(tally.overruled > 0);
  CHECK(tally.crossed > 0);
  std::cout << "depot simulator: " << tally.steps << " steps, " << tally.claims << " claims, "
            << tally.cutCalls << " calls lost, " << tally.repeatedCalls << " repeated, "
            << tally.depotRestores << " depots restored, " << tally.frozen << " kiosks frozen; "
            << tally.clones << " clones and " << tally.rollbacks
            << " rollbacks: " << tally.shownTwice << " codes seen twice, where " << tally.bound
            << " lay unused in what was copied; " << tally.refused
            << " students refused for a code in another room, " << tally.overruled
            << " of them overruled, " << tally.crossed
            << " with two codes, each before the second room could know\n";
}

TEST_CASE("worlds that broke a promise once keep it", "[depot][simulator]") {
  // A depot restored twice had other codes under a lease's name than the kiosk held.
  for (const std::uint64_t seed : {20'261'333U}) {
    tests::World world(seed, tests::DepotFlaw::None);
    world.run(kStepsOfAWorld);
    world.settle();
    CHECK(world.complaint() == "");
  }
}

TEST_CASE("control: each rule of the depot that is left out is found missing",
          "[depot][simulator]") {
  const auto flaw = GENERATE(tests::DepotFlaw::ExpiresByTime, tests::DepotFlaw::AnewOnRetry,
                             tests::DepotFlaw::LostIsFree, tests::DepotFlaw::RestoredUnsaid,
                             tests::DepotFlaw::OthersUntold);
  tests::WorldTally tally;
  const Finding finding = simulate(stepsWanted(), flaw, tally);
  INFO("flaw " << static_cast<int>(flaw));
  CHECK_FALSE(finding.complaint.empty());
}

TEST_CASE("control: where nobody compares entries, no clone is ever frozen", "[depot][simulator]") {
  tests::WorldTally tally;
  (void)simulate(stepsWanted() / 10, tests::DepotFlaw::ForksUnseen, tally);
  CHECK(tally.clones > 0);
  CHECK(tally.frozen == 0);
}

#include "tests/kiosk/depot/world.h"

namespace tests {

void WorldTally::add(const WorldTally& other) {
  steps += other.steps;
  claims += other.claims;
  cutCalls += other.cutCalls;
  repeatedCalls += other.repeatedCalls;
  clones += other.clones;
  rollbacks += other.rollbacks;
  depotRestores += other.depotRestores;
  shownTwice += other.shownTwice;
  bound += other.bound;
  frozen += other.frozen;
  refused += other.refused;
  overruled += other.overruled;
  crossed += other.crossed;
}

}  // namespace tests

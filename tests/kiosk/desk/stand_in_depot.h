#pragma once

#include <string>
#include <vector>

#include "kiosk/depot/depot_key.h"
#include "kiosk/depot/depot_link.h"

namespace tests {

/// A depot without a database: it says what a test wants, and keeps what it was asked.
class StandInDepot final : public hallpass::DepotLink {
 public:
  hallpass::DepotStanding stands;
  int toldSoon = 0;
  int toldNow = 0;
  std::string paused;  ///< "pr": paused, then resumed.
  std::vector<hallpass::DepotBatch> sent;
  platform::Result<std::int64_t, hallpass::DepotRefusal> answer = std::int64_t{0};

  [[nodiscard]] hallpass::DepotStanding standing() const override { return stands; }
  void tellSoon() override { ++toldSoon; }
  void tellNow() override {
    ++toldNow;
    stands.busy = true;
  }
  [[nodiscard]] platform::Result<std::int64_t, hallpass::DepotRefusal> add(
      const hallpass::DepotBatch& batch, const platform::Interruption& /*cancel*/) override {
    sent.push_back(batch);
    return answer;
  }
  void pause() override { paused += 'p'; }
  void resume() override { paused += 'r'; }
};

}  // namespace tests

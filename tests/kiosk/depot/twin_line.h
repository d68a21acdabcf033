#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "tests/kiosk/depot/depot_twin.h"

namespace tests {

/// The twin of the depot as one kiosk sees it. A test may have it answer something else.
class TwinLine final : public hallpass::Depot {
 public:
  /// `depot` outlives this.
  TwinLine(DepotTwin& depot, std::string kiosk) : depot_(depot), kiosk_(std::move(kiosk)) {}

  std::function<Answer<hallpass::Welcome>(Answer<hallpass::Welcome>)> welcomes;
  std::function<Answer<platform::Done>()> reports;
  std::function<Answer<hallpass::Others>(std::int64_t after)> tellsOfOthers;
  std::function<Answer<std::vector<hallpass::LeasedCode>>()> givesCodes;

  Answer<hallpass::Welcome> hello(const hallpass::Hello& hello) override {
    auto answer = depot_.hello(kiosk_, hello, "after a hello");
    return welcomes ? welcomes(std::move(answer)) : answer;
  }
  Answer<platform::Done> freeze(const std::string& /*why*/) override {
    return depot_.freeze(kiosk_);
  }
  Answer<platform::Done> report(const hallpass::Untold& untold) override {
    return reports ? reports() : depot_.report(kiosk_, untold);
  }
  Answer<platform::Done> assertLease(const hallpass::HeldLease& lease) override {
    return depot_.assertLease(kiosk_, lease);
  }
  Answer<hallpass::Others> others(std::int64_t after) override {
    return tellsOfOthers ? tellsOfOthers(after) : depot_.others(kiosk_, after, "after others");
  }
  Answer<platform::Done> settled(const std::string& generation) override {
    return depot_.settled(kiosk_, generation);
  }
  Answer<int> lease(const hallpass::LeaseAsk& ask) override { return depot_.lease(kiosk_, ask, 0); }
  Answer<std::vector<hallpass::LeasedCode>> codes(const std::string& lease) override {
    return givesCodes ? givesCodes() : depot_.codes(kiosk_, lease);
  }
  Answer<platform::Done> seal(const std::string& lease) override {
    return depot_.seal(kiosk_, lease);
  }

 private:
  DepotTwin& depot_;
  std::string kiosk_;
};

}  // namespace tests

#pragma once

#include "platform/base/clock.h"

namespace tests {

/// A clock that stands still until a test moves it.
class ManualClock final : public platform::Clock {
 public:
  platform::UtcTime time{1'792'000'000'000};  // 2026-10-14
  platform::BootTime boot{1'000};
  platform::ClockQuality kept = platform::ClockQuality::Synchronised;
  std::string bootName = "00000000-0000-0000-0000-000000000001";

  [[nodiscard]] platform::UtcTime now() const override { return time; }
  [[nodiscard]] platform::BootTime sinceBoot() const override { return boot; }
  [[nodiscard]] platform::ClockQuality quality() const override { return kept; }
  [[nodiscard]] std::string bootId() const override { return bootName; }

  void pass(std::chrono::milliseconds span) {
    time.ms += span.count();
    boot = boot + span;
  }
};

}  // namespace tests

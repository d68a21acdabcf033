#include "kiosk/domain/visit.h"

#include <algorithm>

namespace hallpass {

VisitTimer::Phase VisitTimer::phase(platform::BootTime now) const {
  const auto untouched = now - touchedAt_;
  if (untouched < idle()) return Phase::Active;
  return untouched < idle() + times_.countdown ? Phase::Warning : Phase::Over;
}

int VisitTimer::secondsLeft(platform::BootTime now) const {
  const auto left = touchedAt_ + (idle() + times_.countdown) - now;
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(left);
  return static_cast<int>(std::clamp(seconds, std::chrono::seconds(0), times_.countdown).count());
}

platform::BootTime VisitTimer::nextChange(platform::BootTime now) const {
  if (phase(now) != Phase::Warning) return touchedAt_ + idle();
  const auto remaining = std::chrono::seconds(secondsLeft(now) - 1);
  return touchedAt_ + (idle() + times_.countdown - remaining);
}

}  // namespace hallpass

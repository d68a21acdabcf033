#include "kiosk/heartbeat.h"

#include <algorithm>

namespace hallpass {

Heartbeat::Heartbeat(const platform::Clock& clock, const platform::ServiceManager& manager)
    : clock_(clock), manager_(manager) {}

std::optional<platform::BootTime> Heartbeat::sooner(std::optional<platform::BootTime> next) const {
  return next && next_ ? std::min(*next, *next_) : next ? next : next_;
}

void Heartbeat::presented(const std::function<bool()>& answers) {
  const platform::BootTime now = clock_.sinceBoot();
  const bool due = !next_ || now >= *next_;
  if (ready_ && (!manager_.interval() || !due)) return;
  if (manager_.interval()) next_ = now + *manager_.interval();
  if (!answers()) return;
  if (!ready_) manager_.ready();
  ready_ = true;
  manager_.alive();
}

}  // namespace hallpass

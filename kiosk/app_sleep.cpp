// The dark screen between two times of day. It is no part of a visit: only the attract screen that
// nobody has touched for a while goes dark.
#include "kiosk/app.h"
#include "kiosk/settings/sleep_hours.h"
#include "platform/os/backlight.h"

namespace hallpass {

bool App::sleepsNow() const { return sleepsAt(places_.machine.settings, dayTimeAt(clock_.now())); }

void App::sleepWhenDue() {
  if (!std::holds_alternative<AttractView>(view_.screen)) return;
  if (clock_.sinceBoot() < awakeUntil_ || !sleepsNow()) return;
  view_ = {SleepView{}, std::nullopt};
  (void)platform::setBrightness(places_.machine.places, 0);
}

/// The touch that wakes it does nothing else: nobody saw what was touched.
void App::wakeUp() {
  (void)platform::setBrightness(places_.machine.places, places_.machine.settings.brightnessPercent);
  showAttract();
}

std::optional<platform::BootTime> App::sleepDeadline() const {
  const Settings& settings = places_.machine.settings;
  if (!settings.sleepFrom || !settings.sleepUntil) return std::nullopt;
  const platform::BootTime now = clock_.sinceBoot();
  if (!asleep() && now < awakeUntil_) return awakeUntil_;
  return now + untilSleepChanges(settings, clock_.now());
}

}  // namespace hallpass

// What the kiosk does by itself, between visits.
#include "kiosk/app.h"

namespace hallpass {
namespace {

constexpr std::chrono::hours kDay{24};
/// Where the ledger was busy.
constexpr std::chrono::minutes kLater{10};

/// How much later than the retention the first look at a device that lay in a drawer may come.
constexpr int kDrawerDays = 60;

}  // namespace

/// A clock that jumped ahead would make the names of a class in use old. It is believed where the
/// network keeps it right, and where something was recorded not too long before.
bool App::believesClock() {
  if (clock_.quality() == platform::ClockQuality::Synchronised) return true;
  const auto last = deviceLedger().journal().lastEventAt();
  const std::chrono::milliseconds most = kDay * (places_.retentionDays + kDrawerDays);
  return last && clock_.now().ms - last->ms <= most.count();
}

/// At the start and once a day, only while nobody is at the device. The attract screen is drawn
/// anew: a class whose names are gone is closed.
void App::eraseOldNames() {
  eraseAt_.reset();
  if (places_.retentionDays <= 0) return;
  eraseAt_ = clock_.sinceBoot() + kDay;
  if (!believesClock()) return;
  const std::chrono::milliseconds age = kDay * places_.retentionDays;
  const auto erased =
      deviceLedger().eraseNamesBefore({clock_.now().ms - age.count()}, Role::System);
  if (!erased && erased.error() == Refusal::Busy) eraseAt_ = clock_.sinceBoot() + kLater;
  const auto count = kept(erased);
  if (!count || *count == 0) return;
  namesErased_ += *count;
  refreshVisit();
}

}  // namespace hallpass

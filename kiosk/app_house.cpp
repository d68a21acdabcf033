// What the kiosk does by itself, between visits.
#include "kiosk/app.h"

namespace hallpass {
namespace {

constexpr std::chrono::hours kDay{24};
/// Where the ledger was busy.
constexpr std::chrono::minutes kLater{10};

}  // namespace

/// At the start and once a day, only while nobody is at the device. The attract screen is drawn
/// anew: a class whose names are gone is closed.
void App::eraseOldNames() {
  eraseAt_.reset();
  if (places_.retentionDays <= 0) return;
  eraseAt_ = clock_.sinceBoot() + kDay;
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

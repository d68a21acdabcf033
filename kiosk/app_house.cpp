// What the kiosk does by itself, between visits.
#include "kiosk/app.h"
#include "kiosk/ledger/copies.h"

namespace hallpass {
namespace {

constexpr std::chrono::hours kDay{24};
/// Where the ledger was busy, or a copy of it could not be made.
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

/// Once after each class that was closed, by whomever: also by a command while nobody was here, or
/// before the device was switched off.
void App::backUpClosedClass() {
  const auto& held = room_.heldClass;
  if (device_ || ledgerFile_ != places_.ledger || !held || held->state != ClassState::Closed)
    return;
  if (backedUp_ == held->id) return;
  const auto closed = ledger_->journal().lastOf(Event::ClassClosed);
  if (!closed) return;
  backedUp_ = held->id;
  const auto made = backupsOf(places_.ledger);
  if (!made.empty() && made.front().events >= *closed) return;
  const auto kept = static_cast<std::size_t>(settings().backupsKept);
  backup_ = worker_.start([this, file = places_.ledger, now = clock_.now(), kept](auto&) {
    const auto copy = makeBackup(file, now);
    if (copy) thinBackups(file, kept, std::nullopt);
    return [this, why = copy ? "" : copy.error().sentence] {
      backupProblem_ = why;
      if (why.empty()) return;
      backedUp_.reset();
      wakeAt_ = clock_.sinceBoot() + kLater;
    };
  });
}

/// At the start and once a day, only while nobody is at the device. The attract screen is drawn
/// anew: a class whose names are gone is closed.
void App::eraseOldNames() {
  eraseAt_.reset();
  if (places_.retentionDays <= 0) return;
  eraseAt_ = clock_.sinceBoot() + kDay;
  if (!believesClock()) return;
  const std::chrono::milliseconds age = kDay * places_.retentionDays;
  thinning_ =
      worker_.start([file = places_.ledger, most = static_cast<std::size_t>(settings().backupsKept),
                     oldest = platform::UtcTime{clock_.now().ms - age.count()}](auto&) {
        thinBackups(file, most, oldest);
        return platform::Worker::Finish();
      });
  const auto erased =
      deviceLedger().eraseNamesBefore({clock_.now().ms - age.count()}, Role::System);
  if (!erased && erased.error() == Refusal::Busy) eraseAt_ = clock_.sinceBoot() + kLater;
  const auto count = kept(erased);
  if (!count || *count == 0) return;
  namesErased_ += *count;
  refreshVisit();
}

}  // namespace hallpass

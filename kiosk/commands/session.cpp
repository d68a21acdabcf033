#include "kiosk/commands/session.h"

#include <algorithm>

#include "kiosk/room/disk.h"
#include "kiosk/settings/settings.h"

namespace hallpass {

using platform::Result;

Result<Ledger*, Complaint> Session::ledger() {
  if (ledger_) return ledger_.get();
  if (auto made = platform::makeFolder(data_); !made) {
    return Complaint{"Failed", platform::folderSentence(made.error(), data_), ExitStatus::Ledger};
  }
  auto opened = Ledger::open(ledgerFile(), clock_);
  if (!opened) return complaint(opened.error());
  ledger_ = *std::move(opened);
  const auto reserve = findSettings(config_).settings.diskReserveMiB;
  ledger_->keepReserve([this, reserve] { return isDiskLow(data_, reserve); });
  return ledger_.get();
}

Result<PassType, Complaint> passTypeOf(const std::string& id) {
  const std::filesystem::path assets = assetsFolder();
  auto type = loadPassType(assets, id);
  if (type) return *std::move(type);
  const std::vector<std::string> known = passTypeIds(assets);
  const bool there = std::find(known.begin(), known.end(), id) != known.end();
  return Complaint{there ? "BadPassType" : "UnknownPassType", type.error().sentence};
}

Result<Guide, Complaint> guideOf(const PassType& type) {
  auto guide = loadGuide(assetsFolder(), type.guide);
  if (guide) return *std::move(guide);
  return Complaint{"BadGuide", guide.error().sentence};
}

Result<Class, Complaint> currentClass(Session& session) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  auto current = (*ledger)->classes().current();
  if (!current) return complaint(current.error());
  if (!*current) return complaint(Refusal::NoClass);
  return **std::move(current);
}

}  // namespace hallpass

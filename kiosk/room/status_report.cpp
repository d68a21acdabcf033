#include "kiosk/room/status_report.h"

#include "kiosk/room/device_key.h"
#include "kiosk/room/export_name.h"
#include "kiosk/room/room.h"
#include "kiosk/room/status.h"
#include "platform/base/translation.h"

namespace hallpass {

using platform::filled;
using platform::tr;

std::string statusOf(const SelfTestPlaces& places, const std::vector<Check>& checks) {
  if (places.ledger == nullptr) return "";
  Status status;
  status.at = places.clock.now();
  for (const Check& check : checks) {
    if (check.finding == Finding::Bad) status.failed.push_back(check.id);
  }
  const auto room = readRoom(*places.ledger, places.assets, status.at);
  const auto codes = places.ledger->stock().count(std::nullopt);
  const auto journal = places.ledger->journal().verify(std::nullopt);
  const auto key = deviceKey(places.data);
  if (!room || !codes || !journal || !key) return "";
  for (const Reason& reason : room->reasons) status.reasons.emplace_back(id(reason.kind));
  status.codes = *codes;
  status.events = journal->events;
  status.head = journal->head;
  return signedStatus(status, *key);
}

std::string wordOf(Finding finding) {
  switch (finding) {
    case Finding::Attention:
      return tr("needs a look");
    case Finding::Bad:
      return tr("broken");
    case Finding::Absent:
      return tr("not tested");
    case Finding::Good:
      break;
  }
  return tr("in order");
}

ExportFile readinessReport(const std::vector<Check>& checks, const std::string& status,
                           platform::UtcTime made) {
  ExportFile file{exportName("", made, "readiness.txt"), "", std::ssize(checks)};
  file.bytes =
      filled(tr("Readiness of this device, {time}"), {{"time", platform::toLocalText(made)}});
  file.bytes += "\n\n";
  for (const Check& check : checks) {
    // TRANSLATORS: a line of the report: "Disk (in order): 812 MB are free."
    file.bytes += filled(
        tr("{what} ({found}): {sentence}"),
        {{"what", check.title}, {"found", wordOf(check.finding)}, {"sentence", check.sentence}});
    file.bytes += "\n";
  }
  file.bytes += "\n";
  file.bytes += status;
  return file;
}

}  // namespace hallpass

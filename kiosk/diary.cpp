#include "kiosk/diary.h"

#include <algorithm>

namespace hallpass {

using platform::LogLevel;
using platform::LogValue;

void Diary::begins(const KioskOptions& options) {
  log_.tell(LogLevel::Notice, "start", "Hallpass starts on {data}.", {{"data", options.data}});
  for (const SettingMistake& mistake : options.mistakes) {
    log_.tell(LogLevel::Warning, "settings", "{file}, {mistake} Until then the default counts.",
              {{"file", options.config}, {"mistake", LogValue::unsecret(mistake.sentence)}});
  }
}

void Diary::look(const App& app) {
  if (const auto* out = std::get_if<OutOfServiceView>(&app.view().screen)) {
    log_.tell(LogLevel::Error, "service", "Out of service: {why}",
              {{"why", LogValue::unsecret(out->reason)}});
  } else {
    log_.over("service", "In service again.");
  }
  const std::vector<Reason>& reasons = app.reasons();
  const bool low = std::any_of(reasons.begin(), reasons.end(), [](const Reason& reason) {
    return reason.kind == ReasonKind::DiskLow;
  });
  if (low) {
    log_.tell(LogLevel::Warning, "disk",
              "The disk has less room than disk_reserve_mib, so no code is handed out.");
  } else {
    log_.over("disk", "The disk has room again.");
  }
  if (app.practiceLeft()) {
    log_.tell(LogLevel::Warning, "training",
              "What training mode wrote could not all be erased; the next start tries again.");
  }
  if (!app.backupProblem().empty()) {
    log_.tell(LogLevel::Warning, "backup", "No copy of the ledger was made: {why}",
              {{"why", LogValue::unsecret(app.backupProblem())}});
  }
  if (app.namesErased() > 0) {
    log_.tell(LogLevel::Notice, "retention",
              "Older than retention_days: {n} names, erased since the start.",
              {{"n", app.namesErased()}});
  }
}

void Diary::hasNoVoice() {
  log_.tell(LogLevel::Warning, "voice",
            "Nothing on this machine can speak: install speech-dispatcher or espeak-ng.");
}

void Diary::ends() { log_.tell(LogLevel::Notice, "start", "Hallpass ends."); }

}  // namespace hallpass

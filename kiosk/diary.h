#pragma once

#include "kiosk/app.h"
#include "kiosk/options.h"
#include "platform/os/log.h"

namespace hallpass {

/// What the kiosk tells the machine's log: that it began and ended, and what whoever looks after
/// the machine should know. What people did is the journal's alone (kiosk/ledger/EVENTS.md).
class Diary {
 public:
  explicit Diary(platform::Log log = platform::Log()) : log_(std::move(log)) {}

  /// The start, with what is wrong in the settings.
  void begins(const KioskOptions& options);

  /// What became otherwise since the last look: out of service or back, a disk that is nearly full
  /// or no more, names that were erased for their age.
  void look(const App& app);

  /// Somebody wants to hear the screens, and nothing can say them.
  void hasNoVoice();

  void ends();

 private:
  platform::Log log_;
};

}  // namespace hallpass

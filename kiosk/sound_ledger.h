#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "kiosk/ledger/ledger.h"

namespace hallpass {

/// A ledger that may serve: opened, and found sound (Ledger::isSound()).
struct SoundLedger {
  std::unique_ptr<Ledger> ledger;
  std::string whyNot;    ///< Where there is none: what is wrong, and what to do.
  bool damaged = false;  ///< Opening it again changes nothing.
};

/// Opens the ledger of `file` and searches it for damage.
[[nodiscard]] SoundLedger openSound(const std::filesystem::path& file,
                                    const platform::Clock& clock);

/// Begins openSound() on a thread of its own; what comes back waits for its end and gives it, once.
[[nodiscard]] std::function<SoundLedger()> openSoundBeside(const std::filesystem::path& file,
                                                           const platform::Clock& clock);

}  // namespace hallpass

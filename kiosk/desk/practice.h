#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/domain/stock.h"
#include "kiosk/ledger/ledger.h"

namespace hallpass {

/// Where training mode keeps its own ledger: beside the device's.
[[nodiscard]] std::filesystem::path trainingLedger(const std::filesystem::path& ledger);

/// A code that nobody can take for a real one: "TRAINING-0007".
[[nodiscard]] std::string practiceCode(std::int64_t number);

/// Makes `file` anew, as a ledger with an open class, invented students and codes that open
/// nothing. nullptr where it could not be made.
[[nodiscard]] std::unique_ptr<Ledger> openPractice(const std::filesystem::path& file,
                                                   const std::filesystem::path& assets,
                                                   const platform::Clock& clock);

/// Erases what openPractice() made, with every counter in it: overwritten, synced, removed. Nobody
/// has it open. false: some of it is still there, and the next start is to try again.
[[nodiscard]] bool forgetPractice(const std::filesystem::path& file);

}  // namespace hallpass

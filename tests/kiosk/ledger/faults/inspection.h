#pragma once

#include <string>
#include <vector>

#include "tests/kiosk/ledger/faults/told.h"
#include "tests/support/power_cut_vfs.h"

namespace tests {

/// What is wrong with a ledger after a fault.
struct Findings {
  std::vector<std::string> lost;     ///< What was told and is not there.
  std::vector<std::string> corrupt;  ///< Whatever else breaks a promise.

  [[nodiscard]] bool none() const { return lost.empty() && corrupt.empty(); }
  [[nodiscard]] std::string text() const;
};

/// Opens the ledger that stands on `disk`, and looks for what trust.md section 3 promises of it:
/// (a) to (g), everything in `told`, and that what was asked for is done whole or not at all. Makes
/// claims in it.
[[nodiscard]] Findings inspect(PowerCutDisk& disk, const std::string& file, const Told& told);

}  // namespace tests

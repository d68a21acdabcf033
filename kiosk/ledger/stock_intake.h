#pragma once

#include <span>

#include "kiosk/ledger/stock.h"

namespace hallpass {

/// Codes that come in together, and who brings them.
struct Consignment {
  const NewBatch& batch;
  std::span<const NewCode> codes;
  Role role;
};

/// What Stock::add() does, within the caller's change().
[[nodiscard]] platform::Result<Stock::Report, Refusal> takeIn(Database& database, Journal& journal,
                                                              const Consignment& consignment,
                                                              const Progress& progress);

}  // namespace hallpass

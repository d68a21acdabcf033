#pragma once

#include "kiosk/depot/depot_worker.h"
#include "kiosk/depot/sync.h"

namespace hallpass {

/// What one try at the depot came to.
struct DepotTry {
  std::optional<DepotRefusal> trouble;  ///< Empty: all else was done.
  std::optional<std::int64_t> left;     ///< In the depot, of the class's pass type.
};

/// Opens the ledger, asks for what its class lacks, synchronises, and closes it. Any thread.
[[nodiscard]] DepotTry tryDepot(const DepotPlaces& places, const platform::Clock& clock,
                                const platform::Interruption& cancel);

/// DepotLink::add() without the worker.
[[nodiscard]] platform::Result<std::int64_t, DepotRefusal> addToDepot(
    const DepotPlaces& places, const platform::Clock& clock, const DepotBatch& batch,
    const platform::Interruption& cancel);

}  // namespace hallpass

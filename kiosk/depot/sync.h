#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/depot/depot.h"
#include "kiosk/domain/lease.h"

namespace hallpass {

/// What one synchronising did.
struct SyncReport {
  std::int64_t linksTold = 0;
  std::int64_t fatesTold = 0;
  int leasesAsserted = 0;
  std::int64_t elsewhere = 0;  ///< Claims in other rooms that were heard of.
  std::int64_t codesLeased = 0;
};

/// Tells the depot all that it lacks and fetches what was asked for. May be cut off behind any call
/// and begun anew: everything that must be remembered is in `book` before the next call.
///
/// A ledger that went back in time, or that is not the only one of its kiosk, freezes this kiosk
/// at the depot and in `book` (trust.md 9.4): codes of its leases are not handed out any more.
///
/// Of a student who took a code in another room this kiosk knows once that room and then this one
/// have synchronised; until then nothing refuses the same student here (decisions/rooms.md).
/// Refuses as the depot does; Empty where an ask was not served, with everything else done.
[[nodiscard]] platform::Result<SyncReport, DepotRefusal> synchronise(LeaseBook& book, Depot& depot);

/// So many links go into one report: a report is one transaction of the depot.
inline constexpr int kLinksAtOnce = 500;

}  // namespace hallpass

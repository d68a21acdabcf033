#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/depot/depot.h"
#include "kiosk/domain/stock.h"
#include "platform/base/clock.h"
#include "platform/os/interruption.h"

namespace hallpass {

/// How the kiosk stands with its depot, as of the last try; what the ledger itself knows of it are
/// Leases::figures().
struct DepotStanding {
  bool busy = false;                        ///< A try runs, or begins at once.
  std::optional<DepotRefusal> trouble;      ///< Of the last try; Empty: all else of it was done.
  std::optional<platform::UtcTime> since;   ///< When the trouble began.
  std::optional<platform::UtcTime> synced;  ///< When all was told last, since the program started.
  std::optional<std::int64_t> left;         ///< Codes in the depot of the class's pass type, then.

  friend bool operator==(const DepotStanding&, const DepotStanding&) = default;
};

/// Codes that go into the depot, for every kiosk.
struct DepotBatch {
  std::string id;  ///< A UUID, chosen here: the same one for every try.
  NewBatch facts;
  std::vector<NewCode> codes;
};

/// The depot as the running kiosk works with it: beside everything else, and without any wait.
/// Main thread, but where it says otherwise. Made up where screens are shown and tested.
class DepotLink {
 public:
  virtual ~DepotLink() = default;

  [[nodiscard]] virtual DepotStanding standing() const = 0;

  /// Something is in the ledger that the depot has not been told, or a class was opened: the depot
  /// is spoken to soon.
  virtual void tellSoon() = 0;

  /// A person asked for it: now, whatever failed before.
  virtual void tellNow() = 0;

  /// Adds `batch` to the depot: how many of its codes were new there. All or nothing; sent again,
  /// it adds nothing twice. Blocks within the time limits of the address and until `cancel` is
  /// asked for, and is for a worker's thread. Unreachable: it may have been done.
  [[nodiscard]] virtual platform::Result<std::int64_t, DepotRefusal> add(
      const DepotBatch& batch, const platform::Interruption& cancel) = 0;

  /// Ends what runs, closes the ledger, and leaves it alone until resume(): so that the kiosk is
  /// its only user. Blocks until that is so, and is for a worker's thread.
  virtual void pause() = 0;
  virtual void resume() = 0;
};

}  // namespace hallpass

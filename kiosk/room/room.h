#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "kiosk/domain/class.h"
#include "kiosk/domain/pass_type.h"
#include "kiosk/domain/readiness.h"
#include "kiosk/guide/guide.h"
#include "kiosk/ledger/ledger.h"

namespace hallpass {

/// All that decides whether the kiosk may serve, and with what, as it is at one moment.
struct Room {
  std::optional<Class> heldClass;    ///< The class opened last, whatever its state.
  std::optional<PassType> passType;  ///< Of that class; nullopt where its file is not valid.
  std::optional<Guide> guide;        ///< Of that pass type; nullopt where its file is not valid.
  std::int64_t inStock = 0;          ///< Codes of that pass type that may be handed out.
  std::vector<Reason> reasons;       ///< Why it may not serve; empty = it may.
};

/// Reads the room from the ledger and from the asset files. Refuses as the ledger does.
[[nodiscard]] platform::Result<Room, Refusal> readRoom(Ledger& ledger,
                                                       const std::filesystem::path& assets,
                                                       platform::UtcTime now);

}  // namespace hallpass

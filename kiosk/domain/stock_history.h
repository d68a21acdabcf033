#pragma once

#include <cstdint>
#include <optional>

#include "platform/base/clock.h"

namespace hallpass {

/// The stock rose or fell.
struct StockChange {
  platform::UtcTime at;
  std::int64_t by = 0;  ///< Codes; negative where they left it.
};

/// Codes of one batch that may be handed out until the same moment.
struct StockEnd {
  std::int64_t batch = 0;
  std::optional<platform::UtcTime> redeemBy;  ///< nullopt = without an end.
  std::int64_t codes = 0;
};

/// How far codes came, of all that ever came in.
struct StockRoute {
  std::int64_t loaded = 0;
  std::int64_t taken = 0;   ///< By a student, swapped ones too.
  std::int64_t worked = 0;  ///< Of those, as their students said.
};

}  // namespace hallpass

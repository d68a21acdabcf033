#pragma once

#include <functional>

#include "kiosk/depot/pg_depot.h"
#include "tests/kiosk/depot/filled_depot.h"

namespace tests {

/// As many connections as are busy at once.
inline constexpr int kAtOnce = 16;

/// Seconds that it takes until `work` was done for each number of [0, count), by kAtOnce threads
/// that take the next one each. `work` gets the thread's own number of [0, kAtOnce) too; it throws
/// where something fails, and so does this.
[[nodiscard]] double crowdSeconds(int count,
                                  const std::function<void(int number, int thread)>& work);

/// What the depot gave; throws where it refused.
template <class T>
T granted(platform::Result<T, hallpass::DepotRefusal> result) {
  if (!result) throw std::runtime_error(std::string(hallpass::sentence(result.error())));
  return std::move(result).value();
}

}  // namespace tests

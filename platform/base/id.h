#pragma once

#include <compare>
#include <cstdint>

namespace platform {

/// A row's number, distinct by what it numbers: an Id<A> is never taken for an Id<B>.
template <class Tag>
struct Id {
  std::int64_t value = 0;
  friend auto operator<=>(const Id&, const Id&) = default;
};

}  // namespace platform

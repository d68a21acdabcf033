#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/class.h"
#include "platform/base/clock.h"

namespace hallpass {

/// What readiness is judged by. nullopt = not there.
struct ReadinessFacts {
  std::optional<Class> openClass;
  std::string guideProblem;  ///< Why the class's pass type or guide cannot be shown; "" = it can.
  std::int64_t inStock = 0;  ///< Codes of the class's pass type that may be handed out now.
  bool diskLow = false;      ///< Less space than the reserve is left for the ledger.
  platform::UtcTime now;
  platform::UtcTime lastEvent;  ///< Wall time of the journal's newest entry.
};

/// Most important first.
enum class ReasonKind : std::uint8_t {
  ClockBehind,
  DiskLow,
  NoClass,
  ClassClosed,
  ClassPaused,
  ClassNotYetOpen,
  ClassOver,
  GuideInvalid,
  OutOfStock,
};

/// "out-of-stock": stable, for programs.
[[nodiscard]] std::string_view id(ReasonKind kind);

/// One reason why the kiosk may not serve.
struct Reason {
  ReasonKind kind;
  std::string sentence;  ///< For a person: what is, and what to do.
};

/// How far the wall time may fall behind the newest journal entry before it counts as wrong.
inline constexpr std::int64_t kClockToleranceMs = 120'000;

/// Why the kiosk may not serve, most important first; empty = ready. The one answer to "may we
/// serve?" for the screens, the commands and the tests.
[[nodiscard]] std::vector<Reason> readiness(const ReadinessFacts& facts);

}  // namespace hallpass

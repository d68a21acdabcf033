#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace platform {

/// A moment in UTC, in whole milliseconds since 1970. Wall time: it may jump, and on a device
/// without a battery-backed clock it may lie. Order events by their sequence, never by this.
struct UtcTime {
  std::int64_t ms = 0;
  friend auto operator<=>(const UtcTime&, const UtcTime&) = default;
};

/// Milliseconds since the machine was started, time asleep included. Never goes back within a boot.
struct BootTime {
  std::int64_t ms = 0;
  friend auto operator<=>(const BootTime&, const BootTime&) = default;
  friend BootTime operator+(BootTime time, std::chrono::milliseconds span) {
    return {time.ms + span.count()};
  }
  friend std::chrono::milliseconds operator-(BootTime late, BootTime early) {
    return std::chrono::milliseconds(late.ms - early.ms);
  }
};

/// 2026-01-01: no device ran this program before it, so a clock that says so is wrong.
constexpr UtcTime kEarliestTime{1'767'225'600'000};

/// How far the wall time may be believed.
enum class ClockQuality : std::uint8_t {
  Synchronised,    ///< The kernel says that a time source keeps it.
  Unsynchronised,  ///< Set once, by a person or a battery-backed clock; nobody corrects it.
};

/// Where the program reads the time. One instance, handed to whoever needs it.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual UtcTime now() const = 0;
  [[nodiscard]] virtual BootTime sinceBoot() const = 0;
  [[nodiscard]] virtual ClockQuality quality() const = 0;
  /// 36 characters that differ at every start of the machine.
  [[nodiscard]] virtual std::string bootId() const = 0;
};

/// The operating system's clocks.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] UtcTime now() const override;
  [[nodiscard]] BootTime sinceBoot() const override;
  [[nodiscard]] ClockQuality quality() const override;
  [[nodiscard]] std::string bootId() const override;
};

/// "2026-11-21T09:30:00.000Z"
[[nodiscard]] std::string toIsoText(UtcTime time);

/// "2026-11-21", in UTC.
[[nodiscard]] std::string toIsoDate(UtcTime time);

/// Reads "2026-11-21", "2026-11-21T09:30", "... 09:30", with optional seconds, fractions of them
/// (one to nine digits, cut to milliseconds) and "Z".
/// A date alone is its first instant. All times are UTC. nullopt for anything else, an impossible
/// date (31 February) or a year outside 1970-9999.
[[nodiscard]] std::optional<UtcTime> parseIsoTime(std::string_view text);

/// The last millisecond of the UTC day that `time` lies in.
[[nodiscard]] UtcTime endOfDay(UtcTime time);

// Local times are those of the device's time zone: $TZ, else the system's. Where the clocks go
// forward, a time of day that they leave out is as much later as they go (02:30 is 03:30); where
// they go back, a time that comes twice is the first of the two. What would lie outside
// 1970-9999 in UTC becomes the first or the last moment of these years.

/// Reads what parseIsoTime() reads; without "Z" it is a local time, and a date alone is the first
/// moment of that local day.
[[nodiscard]] std::optional<UtcTime> parseLocalTime(std::string_view text);

/// The last millisecond of the local day that `time` lies in.
[[nodiscard]] UtcTime endOfLocalDay(UtcTime time);

/// "2026-11-21 10:30:00 CET": a local time, cut to the second, and its zone.
[[nodiscard]] std::string toLocalText(UtcTime time);

}  // namespace platform

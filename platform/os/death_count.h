#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "platform/base/clock.h"

namespace platform {

/// How often a program died lately, counted by those of its runs that came after. A death is a run
/// that began in this boot and is no more, without having called ended(): killed, crashed, or cut
/// off by the watchdog. Losing power is none.
///
/// The count is kept in a small file that is written in place, so that a full disk does not hinder
/// it. Where the file cannot be made, or another run holds it, nothing is counted.
class DeathCount {
 public:
  /// How long a death is remembered.
  static constexpr std::chrono::seconds kSpan{60};

  /// Notes in `file`, which is made where there is none (mode 0600), that this run began. It is
  /// held until this object goes. `clock` outlives this.
  DeathCount(const std::filesystem::path& file, const Clock& clock);
  ~DeathCount();
  DeathCount(const DeathCount&) = delete;
  DeathCount& operator=(const DeathCount&) = delete;

  /// The deaths of the last kSpan before this run began.
  [[nodiscard]] int recent() const { return static_cast<int>(deaths_.size()); }

  /// Starts the count anew.
  void forget();

  /// This run ends in order.
  void ended();

 private:
  bool hold(const std::filesystem::path& file);
  void read();
  void write(bool running) const;

  const Clock& clock_;
  int descriptor_ = -1;
  std::vector<std::int64_t> deaths_;  ///< Boot times in milliseconds, oldest first.
};

}  // namespace platform

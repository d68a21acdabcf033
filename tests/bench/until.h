#pragma once

#include <chrono>
#include <functional>
#include <stdexcept>

namespace tests {

using Timer = std::chrono::steady_clock;

inline double millisecondsSince(Timer::time_point start) {
  return std::chrono::duration<double, std::milli>(Timer::now() - start).count();
}

/// Asks again and again until `holds`; answers how many milliseconds that took from `start`. Throws
/// after a minute.
inline double measureUntil(Timer::time_point start, const std::function<bool()>& holds) {
  while (!holds()) {
    if (Timer::now() - start > std::chrono::minutes(1)) throw std::runtime_error("it never came");
  }
  return millisecondsSince(start);
}

}  // namespace tests

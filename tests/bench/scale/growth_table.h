#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace tests {

/// How figures grow with the size of what they are measured on: a row a figure, a column a size.
class GrowthTable {
 public:
  /// `what` is counted in the head of the columns ("codes").
  explicit GrowthTable(std::string what) : what_(std::move(what)) {}

  /// Puts the figure of `row` (with its unit in the name) in the column of `size`.
  void put(const std::string& row, std::int64_t size, double value);

  /// Prints the rows in the order in which they came, each with what its largest size costs as a
  /// multiple of its smallest.
  void print() const;

 private:
  std::string what_;
  std::vector<std::string> rows_;
  std::map<std::string, std::map<std::int64_t, double>> values_;
};

/// How often what is short is done.
inline constexpr int kTimes = 15;

/// Microseconds that one call of `work` takes: the median of `times`, after one that warms up.
[[nodiscard]] double microseconds(int times, const std::function<void()>& work);

/// Seconds that `work` takes once.
[[nodiscard]] double secondsOf(const std::function<void()>& work);

}  // namespace tests

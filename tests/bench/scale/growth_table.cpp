#include "tests/bench/scale/growth_table.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <set>

#include "tests/bench/samples.h"

namespace tests {

using Timer = std::chrono::steady_clock;

void GrowthTable::put(const std::string& row, std::int64_t size, double value) {
  if (std::find(rows_.begin(), rows_.end(), row) == rows_.end()) rows_.push_back(row);
  values_[row][size] = value;
}

void GrowthTable::print() const {
  std::set<std::int64_t> sizes;
  for (const auto& [row, values] : values_) {
    for (const auto& [size, value] : values) sizes.insert(size);
  }
  std::printf("| %s |", what_.c_str());
  for (const std::int64_t size : sizes) std::printf(" %lld |", static_cast<long long>(size));
  std::printf(" largest / smallest |\n|---|");
  for (std::size_t column = 0; column <= sizes.size(); ++column) std::printf("---|");
  for (const std::string& row : rows_) {
    const auto& values = values_.at(row);
    std::printf("\n| %s |", row.c_str());
    for (const std::int64_t size : sizes) {
      const auto value = values.find(size);
      value == values.end() ? std::printf(" |") : std::printf(" %.4g |", value->second);
    }
    std::printf(" %.2f |", values.rbegin()->second / values.begin()->second);
  }
  std::printf("\n\n");
  std::fflush(stdout);
}

double secondsOf(const std::function<void()>& work) {
  const auto start = Timer::now();
  work();
  return std::chrono::duration<double>(Timer::now() - start).count();
}

double microseconds(int times, const std::function<void()>& work) {
  work();
  Samples samples;
  for (int i = 0; i < times; ++i) samples.add(secondsOf(work) * 1e6);
  return samples.median();
}

}  // namespace tests

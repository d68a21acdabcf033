#include "tests/e2e/monkey/growth.h"

#include <algorithm>

namespace tests {
namespace {

std::int64_t medianOf(std::vector<std::int64_t> samples) {
  std::sort(samples.begin(), samples.end());
  return samples[samples.size() / 2];
}

}  // namespace

std::int64_t growthOf(const std::vector<std::int64_t>& samples) {
  const auto third = static_cast<std::ptrdiff_t>(samples.size() / 3);
  if (third == 0) return 0;
  return medianOf({samples.end() - third, samples.end()}) -
         medianOf({samples.begin(), samples.begin() + third});
}

}  // namespace tests

#include "tests/bench/samples.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

namespace tests {

double Samples::quantile(double part) const {
  if (values_.empty()) return 0;
  std::vector<double> sorted = values_;
  std::sort(sorted.begin(), sorted.end());
  const double last = static_cast<double>(sorted.size() - 1);
  return sorted[static_cast<std::size_t>(std::lround(part * last))];
}

std::string Samples::text() const {
  std::ostringstream text;
  text << std::fixed << std::setprecision(2) << median() << " (" << quantile(0) << "-"
       << quantile(1) << ", n=" << values_.size() << ")";
  return text.str();
}

}  // namespace tests

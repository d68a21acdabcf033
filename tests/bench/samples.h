#pragma once

#include <string>
#include <vector>

namespace tests {

/// Measured values of one kind, in whatever unit the caller says.
class Samples {
 public:
  void add(double value) { values_.push_back(value); }

  [[nodiscard]] double median() const { return quantile(0.5); }

  /// The value below which `part` (0-1) of the samples lie; 0 without samples.
  [[nodiscard]] double quantile(double part) const;

  /// "12.3 (10.1-15.0, n=20)": median, least, most.
  [[nodiscard]] std::string text() const;

 private:
  std::vector<double> values_;
};

}  // namespace tests

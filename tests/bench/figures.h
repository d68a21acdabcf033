#pragma once

#include <string>
#include <vector>

#include "tests/bench/samples.h"

namespace tests {

/// The table of a run: each figure beside what the same machine does at the least in the same run,
/// for the machine is shared and its numbers drift, while ratios hold.
class Figures {
 public:
  /// `goal` says what is wanted: "at most 1.2".
  void add(const std::string& what, const std::string& value, const std::string& base,
           const std::string& ratio, const std::string& goal);

  /// The medians of both, with their spread, and their ratio.
  void compare(const std::string& what, const Samples& kiosk, const std::string& unit,
               const std::string& baseName, const Samples& base, const std::string& goal);

  /// A figure that stands by itself.
  void alone(const std::string& what, const std::string& value, const std::string& goal) {
    add(what, value, "", "", goal);
  }

  /// As a table of Markdown, in the order in which they came.
  void print() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

/// "12.34"; `digits` behind the point.
[[nodiscard]] std::string decimal(double value, int digits = 2);

}  // namespace tests

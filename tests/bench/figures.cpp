#include "tests/bench/figures.h"

#include <cstdio>
#include <iomanip>
#include <sstream>

namespace tests {

std::string decimal(double value, int digits) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(digits) << value;
  return text.str();
}

void Figures::add(const std::string& what, const std::string& value, const std::string& base,
                  const std::string& ratio, const std::string& goal) {
  rows_.push_back({what, value, base, ratio, goal});
  std::fprintf(stderr, "%s: %s; %s\n", what.c_str(), value.c_str(), base.c_str());
}

void Figures::compare(const std::string& what, const Samples& kiosk, const std::string& unit,
                      const std::string& baseName, const Samples& base, const std::string& goal) {
  add(what, kiosk.text() + " " + unit, baseName + " " + base.text() + " " + unit,
      decimal(kiosk.median() / base.median()), goal);
}

void Figures::print() const {
  std::printf(
      "| figure | this run | baseline of this run | ratio | goal |\n|---|---|---|---|---|\n");
  for (const auto& row : rows_) {
    std::printf("|");
    for (const std::string& cell : row) std::printf(" %s |", cell.c_str());
    std::printf("\n");
  }
}

}  // namespace tests

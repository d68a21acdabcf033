#include <fstream>

#include "tests/bench/benches.h"

namespace tests {

std::string badgeOf(int student) { return "S" + std::to_string(70100 + 13 * student); }

void openBenchClass(const Device& device) {
  const auto roster = device.folder() / "roster.csv";
  const auto codes = device.folder() / "codes.csv";
  std::ofstream students(roster);
  students << "Name,Student number\n";
  for (int i = 0; i < kBenchStudents; ++i) {
    students << "Student Number" << i << "," << badgeOf(i) << "\n";
  }
  students.close();
  std::ofstream list(codes);
  list << "Code\n";
  for (int i = 0; i < kBenchCodes; ++i) list << "WK0SK-BENCH-" << 10'000'000 + i << "\n";
  list.close();
  device.openClass("azure-pass", {"--roster", roster.string(), "--walk-ins", "yes"});
  device.restock("azure-pass", codes);
}

}  // namespace tests

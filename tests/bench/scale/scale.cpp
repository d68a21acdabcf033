// How the figures grow with what a device holds: codes, journal rows, students.
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "tests/bench/scale/scales.h"
#include "tests/support/temporary_folder.h"

namespace {

constexpr int kMostPower = 6;
constexpr int kMostStudents = 5;

void measure(const std::filesystem::path& disk, int most) {
  const tests::TemporaryFolder folder(disk);
  tests::measureCodes(folder.path(), most);
  tests::measureJournal(folder.path(), most);
  tests::measureStudents(folder.path(), std::min(most, kMostStudents));
}

}  // namespace

int main(int count, char** words) try {
  const int most = count > 1 ? std::atoi(words[1]) : kMostPower;
  if (count > 3 || most < 3 || most > kMostPower) {
    std::fprintf(stderr, "usage: scale [N: up to 10^N, 3 to 6] [FOLDER on the disk to measure]\n");
    return 2;
  }
  measure(count > 2 ? words[2] : std::filesystem::temp_directory_path(), most);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "scale: %s\n", problem.what());
  return 1;
}

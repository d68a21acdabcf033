// How fast, small and quiet the kiosk is, beside what the same machine does at the least.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <string_view>

#include "tests/bench/benches.h"

namespace {

constexpr int kVisits = 20;

int usage() {
  std::fprintf(
      stderr,
      "usage: bench [--visits N | --peers] [FOLDER on the disk to measure; else where temporary "
      "files go]\n");
  return 2;
}

void measureTwoScreens(const tests::Device& device, tests::Figures& figures) {
  measureStart({device, "gl"}, {}, figures);
  measureTap({device, "gl"}, {}, figures);
  const tests::Peers peers = tests::installedPeers();
  const tests::Tapped taps = measureTap({device, "cpu"}, peers, figures);
  const tests::Samples starts = measureStart({device, "cpu"}, peers, figures);
  for (const auto& peer : peers) peer->report(starts, taps, figures);
}

void measureAll(const std::filesystem::path& disk, const tests::Device& device,
                tests::Figures& figures) {
  measureClaims(disk, figures);
  measureMark(disk, figures);
  measureTwoScreens(device, figures);
  for (const char* renderer : {"cpu", "gl"}) {
    const tests::Kiosk kiosk{device, renderer};
    measureIdle(kiosk, figures);
    measureVisits(kiosk, kVisits, figures);
  }
}

}  // namespace

int main(int count, char** words) try {
  int visits = 0;
  int at = 1;
  if (count > at + 1 && std::string_view(words[at]) == "--visits") {
    visits = std::atoi(words[at + 1]);
    if (visits < 1) return usage();
    at += 2;
  }
  const bool peers = count > at && std::string_view(words[at]) == "--peers";
  if (peers) ++at;
  if (count > at + 1) return usage();
  const std::filesystem::path disk(count > at ? std::string(words[at])
                                              : std::filesystem::temp_directory_path().string());
  const tests::Device device({HALLPASS_PROGRAM, TESTS_DATA}, disk);
  openBenchClass(device);
  tests::Figures figures;
  if (visits > 0) {
    // For their memory, not for their time: screens do not slide in, and the clock is in a hurry.
    std::ofstream(device.data() / "hallpass.toml") << "motion = false\n";
    measureVisits({device, "cpu", {{"LD_PRELOAD", HURRY}}}, visits, figures);
  } else if (peers) {
    measureTwoScreens(device, figures);
  } else {
    measureAll(disk, device, figures);
  }
  figures.print();
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "bench: %s\n", problem.what());
  return 1;
}

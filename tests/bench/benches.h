#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tests/bench/figures.h"
#include "tests/bench/peer.h"
#include "tests/e2e/device.h"
#include "tests/support/image.h"

namespace tests {

/// What the kiosk is measured on.
inline constexpr Size kBenchScreen{1920, 1080};

/// Gives a new device an open class of so many students, and so many codes.
inline constexpr int kBenchStudents = 500;
inline constexpr int kBenchCodes = 10'000;
void openBenchClass(const Device& device);

/// The number of the student, from 0, on the badge.
[[nodiscard]] std::string badgeOf(int student);

/// How the kiosk is started: what it draws with is "cpu" or "gl".
struct Kiosk {
  const Device& device;
  std::string renderer;
  std::vector<std::pair<std::string, std::string>> environment{};  ///< Beside our own.

  /// For a start that comes after one that was killed: such starts are counted, and lead to the
  /// page that asks for staff.
  [[nodiscard]] std::vector<std::string> options() const {
    std::filesystem::remove_all(device.data() / "deaths");
    return {"--renderer", renderer};
  }
  /// "start (cpu)"
  [[nodiscard]] std::string named(const std::string& figure) const {
    return figure + " (" + renderer + ")";
  }
};

/// How often a start and a tap are measured, of the kiosk and of its peers.
inline constexpr int kStarts = 7;
inline constexpr int kTaps = 30;

/// From the start of the program to its first picture, in turns with `peers`, and the memory that
/// it has then. Answers the milliseconds. Peers were tapped before: a page shows the code.
Samples measureStart(const Kiosk& kiosk, const Peers& peers, Figures& figures);

/// Claims in a row, without a screen.
void measureClaims(const std::filesystem::path& disk, Figures& figures);

/// Claims with the mark beside the ledger (kiosk/ledger/watermark.h) and without it, in turns.
void measureMark(const std::filesystem::path& disk, Figures& figures);

/// What kTaps taps on a button that leads to a code took.
struct Tapped {
  Samples milliseconds;        ///< From the button's release to the code's finder on the screen.
  double proportionalMiB = 0;  ///< Of all processes, after the last one.
  Image code;                  ///< As the kiosk drew it, with its quiet zone.
};

/// From the tap to the code on the screen, in turns with a synced write and with `peers`. Each
/// renderer has other students.
Tapped measureTap(const Kiosk& kiosk, const Peers& peers, Figures& figures);

/// Nobody touches the full screen for a minute.
void measureIdle(const Kiosk& kiosk, Figures& figures);

/// `visits` whole visits: what they cost the processor, and what memory grew by.
void measureVisits(const Kiosk& kiosk, int visits, Figures& figures);

}  // namespace tests

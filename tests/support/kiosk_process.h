#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/display.h"
#include "tests/support/feed.h"
#include "tests/support/process.h"

namespace tests {

/// Which program to start on a display, and where it leaves its traces.
struct KioskStart {
  std::vector<std::string> command;  ///< Without --describe.
  std::filesystem::path folder;      ///< An existing folder for the feed and the log.
  std::vector<std::pair<std::string, std::string>> environment{};  ///< Beside our own.
};

/// A kiosk that runs on a display, driven by what its feed says is on the screen.
class KioskProcess {
 public:
  /// How long a screen may take to appear, before the test gives up.
  static constexpr std::chrono::milliseconds kPatience{60'000};

  KioskProcess(Display& display, const KioskStart& start);
  ~KioskProcess();
  KioskProcess(const KioskProcess&) = delete;
  KioskProcess& operator=(const KioskProcess&) = delete;

  [[nodiscard]] Process& process() { return *process_; }
  [[nodiscard]] Feed& feed() { return feed_; }
  [[nodiscard]] const Scene& scene() const { return feed_.latest(); }

  /// Waits until the screen of that name is settled; throws, with what it shows instead, when it
  /// does not come.
  const Scene& waitForScreen(std::string_view name);
  const Scene& waitFor(std::string_view what, const Feed::Predicate& predicate,
                       std::chrono::milliseconds limit = kPatience);

  /// Reads what the screen shows now, waiting until something new came or `limit` passes; answers
  /// whether it did. Throws when the program has ended.
  bool look(std::chrono::milliseconds limit);

  /// Taps the centre of a target of the latest scene; throws where it is not there or is disabled.
  void tap(std::string_view id);

  /// Taps, and waits for the screen that this leads to.
  const Scene& tapTo(std::string_view id, std::string_view screen);

  /// Keeps a finger on a target until the screen stands that this leads to.
  const Scene& holdTo(std::string_view id, std::string_view screen);

  /// Taps the keys of the on-screen keyboard: letters without accents, digits, spaces.
  void tapKeys(std::string_view text);

  /// What the program wrote to its output and errors.
  [[nodiscard]] std::string log() const;

 private:
  [[nodiscard]] Rect rectOf(std::string_view id) const;

  Display& display_;
  Feed feed_;
  std::filesystem::path log_;
  std::unique_ptr<Process> process_;
};

}  // namespace tests

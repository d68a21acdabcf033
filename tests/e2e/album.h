#pragma once

#include <filesystem>
#include <string>

#include "tests/support/display.h"
#include "tests/support/kiosk_process.h"

namespace tests {

/// The pictures of a walk through the kiosk, numbered in their order: 01-welcome.png ...
class Album {
 public:
  Album(Display& display, KioskProcess& kiosk, std::filesystem::path folder)
      : display_(display), kiosk_(kiosk), folder_(std::move(folder)) {}

  /// Keeps a picture of what stands now, and prints its name and the first of its texts.
  void keep(const std::string& step);

 private:
  [[nodiscard]] std::string said() const;

  Display& display_;
  KioskProcess& kiosk_;
  std::filesystem::path folder_;
  int steps_ = 0;
};

}  // namespace tests

#pragma once

#include <string>
#include <vector>

#include "tests/e2e/device.h"

namespace tests {

/// What the people of a venue do around a kiosk that a monkey plays with: each time it is called,
/// the last class ends and another one begins, with students, fresh codes and the PINs that the
/// monkey knows.
class Venue {
 public:
  explicit Venue(const Device& device) : device_(device) {}

  /// Opens the next class of the 30 sample students with `codes` codes of its own.
  void openNextClass(int codes);

 private:
  [[nodiscard]] std::filesystem::path freshCodes(int count);

  const Device& device_;
  int codes_ = 0;
};

/// Whether `hallpass journal verify` finds the chain of hashes whole.
[[nodiscard]] bool chainVerifies(const Device& device);

}  // namespace tests

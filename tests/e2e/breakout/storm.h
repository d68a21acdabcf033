#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/support/display.h"

namespace tests {

/// Everything that somebody with ten fingers, a keyboard and a mouse tries on a kiosk to get out of
/// it (trust.md 7), as real events of the X server, in an order that a seed decides.
class Storm {
 public:
  Storm(Display& display, std::uint32_t seed) : display_(display), random_(seed) {}

  /// Tries one thing, and says which.
  std::string tryOne();

  /// Lets go of what is held down.
  void end();

 private:
  void pressKeys();
  void pressOneKey();
  void clickAnywhere();
  void longPress();
  void swipeFromEdge();
  void type();
  void typeStrange();
  void turnWheel();
  void askToLeave();
  void changeScreen();

  [[nodiscard]] Point anywhere();
  [[nodiscard]] int upTo(int most);

  Display& display_;
  std::mt19937 random_;
  bool held_ = false;
};

}  // namespace tests

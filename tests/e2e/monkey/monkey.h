#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>

#include "tests/e2e/visit.h"

namespace tests {

/// Touches and types at random, as real X events, and knows just enough to get anywhere: badges of
/// students, both PINs, the digits of a code. The same seed makes the same choices, as far as the
/// screens come in the same order.
class Monkey {
 public:
  Monkey(Stage& stage, std::uint32_t seed) : stage_(stage), random_(seed) {}

  /// One thing: a touch of something that can be touched, or anywhere, a drag, a key, a badge, a
  /// PIN. Reads what the screen then shows. Throws where the program has ended.
  void act();

  [[nodiscard]] int acts() const { return acts_; }

  /// How often each screen was met.
  [[nodiscard]] const std::map<std::string, int>& screens() const { return screens_; }

 private:
  [[nodiscard]] int below(int end);
  [[nodiscard]] bool chance(int percent) { return below(100) < percent; }
  [[nodiscard]] Point anywhere();
  void touchSomething();
  void touchTwice(Point at);
  void drag();
  void pressSomeKey();
  void answerPad(const std::string& prefix, const std::string& digits);
  void look(std::chrono::milliseconds limit);

  Stage& stage_;
  std::mt19937 random_;
  int acts_ = 0;
  std::map<std::string, int> screens_;
};

}  // namespace tests

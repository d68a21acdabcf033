#pragma once

#include <string_view>

#include "tests/e2e/visit.h"

namespace tests {

/// Somebody who touches nothing: who moves the ring and acts by keys alone.
class Keys {
 public:
  /// The four arrows and Enter, or two switches: Tab and Enter.
  enum class By { Arrows, TwoSwitches };

  Keys(Stage& stage, By by) : stage_(stage), by_(by) {}

  /// Moves the ring to the target called `id`; throws where that takes too many keys.
  void goTo(std::string_view id);

  /// Goes there and presses Enter; the second one waits for the screen that this leads to.
  void press(std::string_view id);
  const Scene& pressTo(std::string_view id, std::string_view screen);

  /// Goes to a button that must be held, and holds Enter until the screen stands.
  const Scene& holdTo(std::string_view id, std::string_view screen);

  /// Presses the keys of a keyboard or a pad on the screen, each called `prefix` and its letter.
  void type(std::string_view prefix, std::string_view letters);

 private:
  [[nodiscard]] unsigned long keyTowards(const Rect& from, const Rect& to, int seen) const;
  bool step(unsigned long key);

  Stage& stage_;
  By by_;
};

}  // namespace tests

#pragma once

#include <deque>
#include <optional>

#include "platform/os/saying.h"

namespace platform {

/// What is to be heard, in its order: silence before all else, then tones, then one text, for a
/// newer one takes the place of an older one.
class Wishes {
 public:
  struct Wish {
    std::optional<Saying> saying;  ///< nullopt and no tone = silence.
    int hertz = 0;
  };

  /// Somebody who types faster than tones sound hears so many of them at last.
  static constexpr std::size_t kMostTones = 8;

  void say(Saying saying);
  void tone(int hertz);
  /// Nothing of what was wished for before is to be heard.
  void hush();

  [[nodiscard]] bool empty() const { return wishes_.empty(); }
  /// The first, which it no longer holds. There must be one.
  [[nodiscard]] Wish next();

 private:
  void dropSaying();

  std::deque<Wish> wishes_;
};

}  // namespace platform

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/ui/description.h"

namespace hallpass {

/// What a target is called aloud: its label, and what it is and how it stands.
[[nodiscard]] std::string spokenTarget(const Description::Target& target);

/// Turns what stands on the screen into what is said of it, never a PIN's or a student's own
/// digits: those are on no screen in words.
class Spoken {
 public:
  /// Whether a code is spelt as soon as its screen comes, or named and kept for whole(). Where it
  /// is kept, others may listen: what the keys point at is said, but for the digits of a pad.
  enum class Codes : std::uint8_t { Spelt, Kept };

  /// What is new since the last call: of a screen that has come its title, its texts in reading
  /// order and what the keys point at; of one that stands its new texts, what was typed, and what
  /// the keys point at now. A countdown is said each ten seconds. "" = nothing.
  [[nodiscard]] std::string news(const Description& now, Codes codes);

  /// All of it once more, a code spelt.
  [[nodiscard]] static std::string whole(const Description& now, Codes codes);

  /// The next picture is that of a screen that has come.
  void forget() { *this = {}; }

 private:
  std::string screen_;
  std::string focus_;  ///< As it was said.
  std::vector<std::string> texts_;
};

}  // namespace hallpass

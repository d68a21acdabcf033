#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hallpass {

/// What is opened by a secret. Each has its own secret and its own count of wrong tries.
enum class Lock : std::uint8_t {
  Instructor,  ///< The instructor's desk: a PIN.
  Staff,       ///< What venue staff may do: a PIN.
  Recovery,    ///< Setting a PIN that was forgotten: a word, good for one time.
};

inline constexpr std::array kLocks{Lock::Instructor, Lock::Staff, Lock::Recovery};

/// "instructor", "staff", "recovery": as the ledger stores it.
[[nodiscard]] std::string_view name(Lock lock);

inline constexpr std::size_t kPinDigits = 6;

/// Why `pin` cannot be a PIN, in a sentence of the language that is set that says what to do; "" =
/// it can. Not six digits; all of one digit or of one repeated group ("121212"); running up or down
/// ("456789", "890123"); on the list of the most common ones (trust.md 4). The sentence never holds
/// the PIN.
[[nodiscard]] std::string pinMistake(std::string_view pin);

/// A fresh recovery word: four groups of four from an alphabet of letters and digits that cannot be
/// taken for each other ("K7QM-X2RD-94HT-WPEC"), about 78 bits.
[[nodiscard]] std::string newRecoveryWord();

/// A recovery word as it is compared: upper case, without spaces and dashes.
[[nodiscard]] std::string recoveryKey(std::string_view typed);

/// Wrong tries in a row that a lock allows in all; then only another way in opens it (trust.md 4).
inline constexpr int kMostTries = 50;

/// How long a lock stays shut after its `failures`-th wrong try in a row, in time powered on. Five
/// tries are free of a wait; the one of 30 s comes after the fifth wrong one, 1 min after the
/// sixth, then 5 min, 15 min, and 1 h after the ninth and each later one (trust.md 4).
[[nodiscard]] std::chrono::milliseconds waitAfter(int failures);

/// How a lock stands.
struct LockState {
  bool set = false;                   ///< Whether it has a secret.
  int failures = 0;                   ///< Wrong tries in a row.
  std::chrono::milliseconds wait{0};  ///< Powered-on time until the next try; 0 = now.

  [[nodiscard]] bool stopped() const { return failures >= kMostTries; }
  [[nodiscard]] bool mayTry() const { return set && !stopped() && wait.count() <= 0; }
};

/// When a desk that was opened locks itself.
struct DeskTimes {
  std::chrono::seconds idle{120};     ///< Without a touch.
  std::chrono::seconds longest{900};  ///< In any case.
};

}  // namespace hallpass

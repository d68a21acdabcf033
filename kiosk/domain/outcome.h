#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hallpass {

/// What the student or the instructor says happened with a code.
enum class Outcome : std::uint8_t {
  Worked,
  AlreadyUsed,
  BlankPage,
  CardAsked,
  WrongAccount,
  Other
};

inline constexpr std::array kOutcomes{Outcome::Worked,    Outcome::AlreadyUsed,  Outcome::BlankPage,
                                      Outcome::CardAsked, Outcome::WrongAccount, Outcome::Other};

/// "already-used": as the ledger stores it and --set takes it.
[[nodiscard]] std::string_view name(Outcome outcome);
[[nodiscard]] std::optional<Outcome> outcomeNamed(std::string_view name);

/// "Already used": for a list or a button, in the language that is set.
[[nodiscard]] std::string_view title(Outcome outcome);
/// The same in English: for a file that other programs read.
[[nodiscard]] const char* plainTitle(Outcome outcome);

/// Why a code was swapped for another one, and went to quarantine.
enum class Cause : std::uint8_t { Used, Invalid, Expired, WrongAccount, BlankActivation, Other };

inline constexpr std::array kCauses{Cause::Used,         Cause::Invalid,         Cause::Expired,
                                    Cause::WrongAccount, Cause::BlankActivation, Cause::Other};

/// "blank-activation": as the ledger stores it and --cause takes it.
[[nodiscard]] std::string_view name(Cause cause);
[[nodiscard]] std::optional<Cause> causeNamed(std::string_view name);

/// "Blank page at the activation": for a list or a button, in the language that is set.
[[nodiscard]] std::string_view title(Cause cause);
/// The same in English: for a file that other programs read.
[[nodiscard]] const char* plainTitle(Cause cause);

}  // namespace hallpass

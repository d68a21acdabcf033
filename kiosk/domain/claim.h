#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/domain/code.h"
#include "kiosk/domain/student.h"
#include "platform/base/clock.h"
#include "platform/base/id.h"

namespace hallpass {

using ClaimId = platform::Id<struct ClaimTag>;

/// Who did it, as the journal names them.
enum class Role : std::uint8_t {
  System,      ///< The program itself.
  Student,     ///< Whoever stands at the device.
  Operator,    ///< The operating system's user at the command line.
  Instructor,  ///< Whoever opened the desk with the instructor's PIN.
  Staff,       ///< Whoever opened the device with the venue staff's PIN.
};

/// "student", "staff": as the journal stores it.
[[nodiscard]] std::string_view name(Role role);

/// The permanent link of one code to one student in one class.
struct Claim {
  ClaimId id;
  StudentId student;
  Code code;
  platform::UtcTime madeAt;
  int timesShown = 1;      ///< 1 at the claim itself; counts every later showing.
  bool again = false;      ///< The student held it before this call.
  bool hasDigits = false;  ///< The student chose digits of their own, needed to see it again.
  std::string value;       ///< Of its batch; "" = as the pass type says.
};

/// How many digits of their own a student chooses when taking a code.
inline constexpr std::size_t kOwnDigits = 4;

/// How often they may be typed wrong in a row, until the instructor lets the student choose anew.
inline constexpr int kMostDigitTries = 5;

/// What typing the own digits gave.
struct DigitsAnswer {
  bool right = false;
  int triesLeft = 0;  ///< 0: only the instructor can help.
};

/// A claim as lists and exports show it, ended ones among them.
struct ClaimRecord {
  ClaimId id;
  StudentId student;
  RosterEntry who;  ///< Empty where the name was erased.
  Code code;
  std::int64_t batch = 0;
  platform::UtcTime madeAt;
  int timesShown = 1;
  std::optional<ClaimId> replaces;
  std::string cause;  ///< Why the one before was replaced; "" where it replaces none.
  bool live = true;
  std::string outcome;          ///< The last one said of it; "" = none.
  std::string classTitle = {};  ///< Of the class that it was made in.
  std::string passType = {};    ///< Of that class.
};

}  // namespace hallpass

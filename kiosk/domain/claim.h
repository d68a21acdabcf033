#pragma once

#include <cstdint>

#include "kiosk/domain/code.h"
#include "kiosk/domain/student.h"
#include "platform/base/clock.h"
#include "platform/base/id.h"

namespace hallpass {

using ClaimId = platform::Id<struct ClaimTag>;

/// Who did it, as the journal names them.
enum class Role : std::uint8_t {
  System,    ///< The program itself.
  Student,   ///< Whoever stands at the device.
  Operator,  ///< The operating system's user at the command line.
};

/// The permanent link of one code to one student in one class.
struct Claim {
  ClaimId id;
  StudentId student;
  Code code;
  platform::UtcTime madeAt;
  int timesShown = 1;  ///< 1 at the claim itself; counts every later showing.
  bool again = false;  ///< The student held it before this call.
};

}  // namespace hallpass

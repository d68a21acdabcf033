#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/person_name.h"
#include "kiosk/domain/refusal.h"
#include "platform/base/id.h"
#include "platform/base/result.h"

namespace hallpass {

using StudentId = platform::Id<struct StudentTag>;

/// The most characters that a name has.
inline constexpr std::size_t kLongestName = 200;

/// What a roster says of one person. Only the name is never empty.
struct RosterEntry {
  std::string name;  ///< As it stood in the file, in any script.
  std::string email;
  std::string number;  ///< The student number: what a bar-code on a badge holds.
};

/// A person on the roster of a class.
struct Student {
  StudentId id;
  RosterEntry entry;
  bool claimed = false;  ///< Holds a live claim.
  std::string outcome;   ///< "" until somebody says what happened.
};

/// The fewest letters that a search answers: the roster cannot be browsed with fewer.
inline constexpr std::size_t kFewestSearchLetters = 2;

/// The students whose name NameQuery(typed) finds, in roster order; none below
/// kFewestSearchLetters letters.
[[nodiscard]] std::vector<StudentId> search(std::span<const Student> roster,
                                            std::string_view typed);

/// The student whose number is exactly `typed`, as a badge reader types it, or nullptr. Case is
/// ignored where that leaves no doubt. Never a part of a number: the roster cannot be tried out
/// digit by digit.
[[nodiscard]] const Student* findByNumber(std::span<const Student> roster, std::string_view typed);

/// The student that `key` names: a number, else an e-mail, else a whole name that only one of them
/// has. Case and accents are ignored where that leaves no doubt; "Smith, John" is "John Smith".
/// Refuses with UnknownStudent or AmbiguousStudent.
[[nodiscard]] platform::Result<StudentId, Refusal> findByKey(std::span<const Student> roster,
                                                             std::string_view key);

/// How a student is shown to whoever stands at the device.
struct ShownName {
  std::string name;  ///< First name and initial: "Aino V."
  std::string hint;  ///< Tells two of one shown name apart: "number ends in 399"; else empty.
};

/// One per student of `shown`, in that order; every one of them is on `roster`. The hints tell
/// apart all of `roster` that show the same name, with as few characters of a number or an e-mail
/// as do.
[[nodiscard]] std::vector<ShownName> shownNames(std::span<const Student> roster,
                                                std::span<const StudentId> shown);

}  // namespace hallpass

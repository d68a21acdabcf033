#pragma once

#include <span>
#include <string>

#include "kiosk/commands/answer.h"
#include "kiosk/domain/student.h"
#include "kiosk/ledger/ledger.h"

namespace hallpass {

/// What `hallpass claim --student` takes for `student`: the number, else the e-mail, else the name;
/// "" where none of them names this student alone.
[[nodiscard]] std::string keyOf(const Student& student, std::span<const Student> roster);

/// The student of that key on the current class's roster. Refuses with NoClass, UnknownStudent or
/// AmbiguousStudent, or as the ledger does.
[[nodiscard]] platform::Result<Student, Complaint> studentOf(Ledger& ledger,
                                                             const std::string& key);

}  // namespace hallpass

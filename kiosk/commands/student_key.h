#pragma once

#include <span>
#include <string>

#include "kiosk/domain/student.h"

namespace hallpass {

/// What `hallpass claim --student` takes for `student`: the number, else the e-mail, else the name;
/// "" where none of them names this student alone.
[[nodiscard]] std::string keyOf(const Student& student, std::span<const Student> roster);

}  // namespace hallpass

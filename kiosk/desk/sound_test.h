#pragma once

#include <functional>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// Plays three tones and asks whether they were heard; `heard` is told the answer, where one is
/// given. Where the machine plays nothing it says so and asks nothing.
[[nodiscard]] Step soundTest(const DeskTools& tools, const std::function<void(bool yes)>& heard);

}  // namespace hallpass

#pragma once

#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// How a finding is drawn beside its check.
[[nodiscard]] Sign signOf(Finding finding);

/// What was found of one thing, and what to do, on a screen of its own.
[[nodiscard]] std::unique_ptr<DeskPage> checkPage(const DeskTools& tools, const Check& check);

/// Checks that found the same, a line each, by pages; `title` says what.
[[nodiscard]] std::unique_ptr<DeskPage> checksPage(const DeskTools& tools, const std::string& title,
                                                   std::vector<Check> checks);

}  // namespace hallpass

#pragma once

#include <memory>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// Where Azure Passes came from and how they were ordered, and what took their place
/// (domain.md A1-A16, 1.5).
[[nodiscard]] std::unique_ptr<DeskPage> passHelp(const DeskTools& tools);

}  // namespace hallpass

#pragma once

#include <functional>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// Targets all over the screen, which somebody touches one after the other. `tried` is told how
/// many were hit, each time one more is, and once at the start.
[[nodiscard]] std::unique_ptr<DeskPage> touchPage(const DeskTools& tools,
                                                  std::function<void(int hit)> tried);

}  // namespace hallpass

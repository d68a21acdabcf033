#pragma once

#include <memory>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// The first page of the way to an erased device: what would be removed, in numbers. After it what
/// was not exported, which PINs stay, the PIN once more, a button that must be held, the work, and
/// the receipt. Until the button was held nothing changes.
[[nodiscard]] std::unique_ptr<DeskPage> erasePage(const DeskTools& tools);

}  // namespace hallpass

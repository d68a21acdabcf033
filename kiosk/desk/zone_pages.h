#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// The parts of the world in which `zones` lie, each of which leads to its places; a place that is
/// touched is set as the time zone, and the page that opened this one is on top again.
[[nodiscard]] std::unique_ptr<DeskPage> zonePage(const DeskTools& tools,
                                                 std::vector<std::string> zones);

/// "America/Argentina/Buenos_Aires" -> "Argentina, Buenos Aires"; one without a part of the world
/// is as it is.
[[nodiscard]] std::string placeText(const std::string& zone);

}  // namespace hallpass

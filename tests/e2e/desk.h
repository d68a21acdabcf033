#pragma once

#include <string>
#include <string_view>

#include "tests/e2e/visit.h"

namespace tests {

inline const std::string kInstructorPin = "402713";
inline const std::string kStaffPin = "851294";

/// Types digits on the pad that stands, each key after the screen took the one before.
void typeOnPad(KioskProcess& kiosk, std::string_view digits);

/// From any screen of a student through the quiet corner and the instructor's PIN to the overview.
const Scene& openDesk(KioskProcess& kiosk, const std::string& pin = kInstructorPin);

/// To another place of the desk by its navigation: ("nav-class", "class").
const Scene& goTo(KioskProcess& kiosk, std::string_view place, std::string_view screen);

/// Touches a field of the form that stands, types on the real keyboard in place of what it holds,
/// and takes it by "Done".
const Scene& fillField(Stage& stage, std::string_view field, std::string_view text);

/// Touches "Lock".
const Scene& lockDesk(KioskProcess& kiosk);

/// The row of the table that stands whose label holds `words`; throws where there is none.
[[nodiscard]] std::string rowWith(const Scene& scene, std::string_view words);

}  // namespace tests

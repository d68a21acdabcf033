#pragma once

#include "kiosk/plain_page.h"
#include "kiosk/room/appliance.h"

namespace hallpass {

/// Asks for the recovery key of a disk that the machine's TPM does not open any more, in every
/// language of the kiosk at once: the settings lie on that disk. A plain page (plain_page.h), for
/// fonts find no cache there. What is typed is given to the appliance, and the page says what came
/// of it; when the key is right, the machine starts anew by itself. Returns when the program is
/// asked to end; false where nothing can be drawn, and then the reason was written to stderr.
[[nodiscard]] bool showLocked(const Appliance& appliance, const PlainParts& parts);

}  // namespace hallpass

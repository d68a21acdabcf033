#pragma once

#include <string>
#include <vector>

#include "tests/support/image.h"

namespace tests {

/// What an independent reader (zbar) makes of a picture: the texts of all QR codes in it, in the
/// order in which it finds them.
[[nodiscard]] std::vector<std::string> readQrCodes(const Image& image);

/// The text of the one QR code within `area`; throws where there is none or more than one.
[[nodiscard]] std::string readQrCode(const Image& image, const Rect& area);

}  // namespace tests

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace platform {

/// A picture in shades of grey: row by row, 0 = black, 255 = white.
struct GreyPicture {
  std::size_t width = 0;
  std::size_t height = 0;
  std::vector<std::uint8_t> greys;  ///< width x height of them.
};

/// The texts of the QR codes in `picture`, as a reader that is not ours (zbar) reads them, in the
/// order in which it finds them; none where it finds none or cannot read the picture. Any thread.
[[nodiscard]] std::vector<std::string> readQrCodes(const GreyPicture& picture);

}  // namespace platform

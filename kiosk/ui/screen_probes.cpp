#include "kiosk/ui/screen_probes.h"

#include <algorithm>
#include <set>

#include "kiosk/ui/qr.h"
#include "platform/display/font_files.h"
#include "platform/display/qr_reader.h"

namespace hallpass {
namespace {

constexpr int kPixelsASquare = 4;
constexpr char32_t kLastDrawable = 0xFFFE;  ///< ImGui's characters have 16 bits.

platform::GreyPicture pictureOf(const QrSquares& squares) {
  const int side = (squares.side + 2 * kQuietZone) * kPixelsASquare;
  const auto pixels = static_cast<std::size_t>(side);
  platform::GreyPicture picture{pixels, pixels, {}};
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x / kPixelsASquare - kQuietZone;
      const int row = y / kPixelsASquare - kQuietZone;
      const bool inside = std::min(column, row) >= 0 && std::max(column, row) < squares.side;
      picture.greys.push_back(inside && squares.at(column, row) ? 0 : 255);
    }
  }
  return picture;
}

}  // namespace

bool qrReadsBack(const std::string& payload) {
  const auto squares = encodeQr(payload);
  if (!squares) return false;
  const auto texts = platform::readQrCodes(pictureOf(*squares));
  return texts.size() == 1 && texts.front() == payload;
}

std::u32string undrawable(const std::u32string& wanted) {
  std::set<char32_t> missing;
  std::u32string asked;
  for (const char32_t point : wanted) {
    if (point <= U' ') continue;
    if (missing.insert(point).second && point <= kLastDrawable) asked.push_back(point);
  }
  const auto files = platform::findFonts("Inter", platform::FontWeight::Regular, asked);
  for (const platform::FontFile& file : files) {
    for (const char32_t point : file.characters) missing.erase(point);
  }
  return {missing.begin(), missing.end()};
}

}  // namespace hallpass

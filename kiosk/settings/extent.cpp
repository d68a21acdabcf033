#include "kiosk/settings/extent.h"

namespace hallpass {
namespace {

constexpr int kLongestSide = 32'767;

/// A number of 1 to 5 digits up to kLongestSide, or 0.
int parseSide(std::string_view text) {
  if (text.empty() || text.size() > 5) return 0;
  int side = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    side = side * 10 + (c - '0');
  }
  return side > kLongestSide ? 0 : side;
}

}  // namespace

std::optional<Extent> parseExtent(std::string_view text) {
  const std::size_t by = text.find('x');
  if (by == text.npos) return std::nullopt;
  const Extent extent{parseSide(text.substr(0, by)), parseSide(text.substr(by + 1))};
  if (extent.width == 0 || extent.height == 0) return std::nullopt;
  return extent;
}

std::string toText(Extent extent) {
  std::string text = std::to_string(extent.width);
  text += 'x';
  return text += std::to_string(extent.height);
}

}  // namespace hallpass

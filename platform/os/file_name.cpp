#include "platform/os/file_name.h"

#include "platform/base/text.h"

namespace platform {
namespace {

constexpr std::size_t kLongest = 120;
constexpr std::size_t kEnd = 40;

/// Letters of several scripts need them to be written right.
bool isJoiner(char32_t point) { return point == U'\u200C' || point == U'\u200D'; }

bool isTrick(char32_t point) {
  const std::string one = toUtf8(std::u32string(1, point));
  return hasControls(one) || (hasInvisible(one) && !isJoiner(point));
}

}  // namespace

std::string shownFileName(std::string_view bytes) {
  std::u32string points = toCodePoints(bytes);
  for (char32_t& point : points) {
    if (isTrick(point)) point = U'\uFFFD';
  }
  if (points.size() > kLongest) {
    points.replace(kLongest - kEnd - 1, points.size() - kLongest + 1, U"\u2026");
  }
  return toUtf8(points);
}

}  // namespace platform

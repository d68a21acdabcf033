#include "kiosk/ui/number_text.h"

#include <algorithm>

namespace hallpass {

std::string minutesText(int seconds) {
  const int left = std::max(0, seconds);
  const std::string rest = std::to_string(left % 60);
  return std::to_string(left / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
}

std::string countText(std::int64_t count) {
  std::string text = std::to_string(count);
  const std::size_t first = count < 0 ? 1 : 0;
  for (std::size_t at = text.size(); at > first + 3;) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

}  // namespace hallpass

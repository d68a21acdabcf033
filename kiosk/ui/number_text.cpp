#include "kiosk/ui/number_text.h"

#include <algorithm>

namespace hallpass {

std::string minutesText(int seconds) {
  const int left = std::max(0, seconds);
  const std::string rest = std::to_string(left % 60);
  return std::to_string(left / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
}

}  // namespace hallpass

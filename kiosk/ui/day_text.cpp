#include "kiosk/ui/day_text.h"

#include <array>
#include <ctime>

namespace hallpass {
namespace {

std::string inForm(platform::UtcTime time, const char* form) {
  const auto seconds = static_cast<std::time_t>(time.ms / 1000);
  std::tm parts{};
  localtime_r(&seconds, &parts);
  std::array<char, 64> text{};
  return {text.data(), std::strftime(text.data(), text.size(), form, &parts)};
}

}  // namespace

std::string dayText(platform::UtcTime time) { return inForm(time, "%a %e %b, %H:%M"); }

}  // namespace hallpass

#include "kiosk/desk/typed_time.h"

#include <string_view>

namespace hallpass {
namespace {

constexpr std::size_t kDayLength = std::string_view("2026-11-23").size();
constexpr std::size_t kTimeLength = std::string_view("2026-11-23 09:00").size();

}  // namespace

std::optional<platform::UtcTime> readTypedTime(const std::string& typed, DayEdge edge,
                                               platform::UtcTime now) {
  const bool isTimeOfDay = typed.find('-') == typed.npos && typed.find(':') != typed.npos;
  const bool oneDigit = typed.find(':') == 1;
  const auto time = platform::parseLocalTime(
      isTimeOfDay ? typedDay(now) + (oneDigit ? " 0" : " ") + typed : typed);
  const bool isDay = time && typed.size() == kDayLength;
  return isDay && edge == DayEdge::End ? platform::endOfLocalDay(*time) : time;
}

std::string typedTime(platform::UtcTime time) {
  return platform::toLocalText(time).substr(0, kTimeLength);
}

std::string typedDay(platform::UtcTime time) { return typedTime(time).substr(0, kDayLength); }

}  // namespace hallpass

#include "kiosk/settings/day_time.h"

namespace hallpass {
namespace {

/// The number that two digits are, or -1.
int twoDigits(std::string_view text) {
  if (text.size() != 2) return -1;
  if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return -1;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

std::string inTwoDigits(int number) {
  std::string text = number < 10 ? "0" : "";
  return text += std::to_string(number);
}

}  // namespace

std::optional<DayTime> parseDayTime(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const int hours = twoDigits(text.substr(0, 2));
  const int minutes = twoDigits(text.substr(3));
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  return DayTime{hours * 60 + minutes};
}

std::string toText(DayTime time) {
  std::string text = inTwoDigits(time.minutes / 60);
  text += ':';
  return text += inTwoDigits(time.minutes % 60);
}

}  // namespace hallpass

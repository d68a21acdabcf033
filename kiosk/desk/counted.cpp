#include "kiosk/desk/counted.h"

namespace hallpass {

std::string counted(std::int64_t number, std::string_view noun) {
  return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

}  // namespace hallpass

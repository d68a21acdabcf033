#include "tests/e2e/monkey/venue.h"

#include <fstream>
#include <iomanip>
#include <sstream>
#include <stdexcept>

#include "tests/e2e/desk.h"

namespace tests {

std::filesystem::path Venue::freshCodes(int count) {
  const auto file = device_.folder() / ("codes-" + std::to_string(codes_) + ".csv");
  std::ofstream stream(file);
  stream << "Promo code\n";
  for (int i = 0; i < count; ++i) {
    std::ostringstream number;
    number << std::setw(12) << std::setfill('0') << ++codes_;
    stream << "MONKEY" << number.str() << '\n';
  }
  return file;
}

void Venue::openNextClass(int codes) {
  try {
    device_.command({"class", "close"});
  } catch (const std::runtime_error&) {
    // None is open: there was none yet, or the monkey has closed it.
  }
  device_.setPin("instructor", kInstructorPin);
  device_.setPin("staff", kStaffPin);
  device_.openClass("azure-pass",
                    {"--roster", device_.sample("roster.csv").string(), "--walk-ins", "yes"});
  device_.restock("azure-pass", freshCodes(codes));
}

bool chainVerifies(const Device& device) {
  try {
    return device.command({"journal", "verify"}).at("ok").get<bool>();
  } catch (const std::runtime_error&) {
    return false;
  }
}

}  // namespace tests

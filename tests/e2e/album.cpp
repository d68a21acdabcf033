#include "tests/e2e/album.h"

#include <algorithm>
#include <cstdio>

namespace tests {

void Album::keep(const std::string& step) {
  const std::string number = std::to_string(++steps_);
  const std::string name = (steps_ < 10 ? "0" : "") + number + "-" + step + ".png";
  const std::filesystem::path file = folder_ / name;
  writePng(display_.screenshot(), file);
  std::printf("%s\n    %s\n", file.c_str(), said().c_str());
  std::fflush(stdout);
}

std::string Album::said() const {
  std::string text;
  for (const std::string& shown : kiosk_.scene().texts) {
    if (text.size() > 120) break;
    text += (text.empty() ? "" : " | ") + shown;
  }
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace tests

#include <cstdlib>
#include <filesystem>

#include "kiosk/guide/guide.h"

namespace hallpass {

std::filesystem::path assetsFolder() {
  const char* chosen = std::getenv("HALLPASS_ASSETS");
  if (chosen != nullptr && *chosen != '\0') return chosen;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  const auto installed = program.parent_path().parent_path() / "share" / "hallpass";
  if (!error && std::filesystem::is_directory(installed / "pass-types", error)) return installed;
  return HALLPASS_SOURCE_ASSETS;
}

}  // namespace hallpass

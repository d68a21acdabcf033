#include <cstdlib>
#include <filesystem>
#include <optional>

#include "kiosk/guide/guide.h"

namespace hallpass {
namespace {

/// share/hallpass of an installed program, where it holds `what`.
std::optional<std::filesystem::path> installedShare(const char* what) {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  auto share = program.parent_path().parent_path() / "share" / "hallpass";
  if (error || !std::filesystem::is_directory(share / what, error)) return std::nullopt;
  return share;
}

}  // namespace

std::filesystem::path assetsFolder() {
  const char* chosen = std::getenv("HALLPASS_ASSETS");
  if (chosen != nullptr && *chosen != '\0') return chosen;
  return installedShare("pass-types").value_or(HALLPASS_SOURCE_ASSETS);
}

std::filesystem::path localeFolder() {
  const auto installed = installedShare("locale");
  return installed ? *installed / "locale" : HALLPASS_BUILT_LOCALE;
}

}  // namespace hallpass

#include "kiosk/room/export_check.h"

#include <nlohmann/json.hpp>
#include <system_error>

#include "kiosk/room/exports.h"

namespace hallpass {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostExported = std::size_t{1} << 31U;

/// A manifest that cannot be read proves nothing of the file, and is damage itself.
NameProof proofByManifest(const fs::path& manifest, const platform::Hash& content) {
  const auto text = platform::readFile(manifest, kMostExported);
  const auto json = nlohmann::json::parse(text ? *text : "", nullptr, false);
  const auto told = json.is_object() ? json.find("sha256") : json.end();
  const bool fits = told != json.end() && *told == platform::toHex(content);
  return fits ? NameProof::Fits : NameProof::Differs;
}

}  // namespace

platform::Result<ExportCheck, platform::FileRefusal> checkExport(const fs::path& file) {
  const auto bytes = platform::readFile(file, kMostExported);
  if (!bytes) return bytes.error();
  ExportCheck check{NameProof::None, platform::sha256(*bytes)};
  const fs::path manifest = file.parent_path() / manifestName(file.filename().string());
  std::error_code ignored;
  if (fs::exists(manifest, ignored)) {
    check.proof = proofByManifest(manifest, check.content);
  } else {
    check.proof = proofOf(file.filename().string(), check.content);
  }
  return check;
}

}  // namespace hallpass

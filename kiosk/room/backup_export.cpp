#include "kiosk/room/backup_export.h"

#include "kiosk/ledger/copies.h"
#include "platform/os/erase_file.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

constexpr std::size_t kMostBackupBytes = std::size_t{1} << 31U;

}  // namespace

platform::Result<ExportFile, OpenRefusal> exportBackup(const std::filesystem::path& ledger,
                                                       platform::UtcTime now) {
  const auto made = makeBackup(ledger, now, Secrets::Left);
  if (!made) return made.error();
  auto content = platform::readFile(made->file, kMostBackupBytes);
  (void)platform::eraseFile(made->file);
  if (!content) {
    return OpenRefusal{OpenRefusal::Kind::Failed, platform::sentence(content.error(), made->file)};
  }
  return ExportFile{made->file.filename().string(), *std::move(content), made->events};
}

}  // namespace hallpass

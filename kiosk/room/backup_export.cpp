#include "kiosk/room/backup_export.h"

#include <utility>

#include "kiosk/ledger/copies.h"

namespace hallpass {

platform::Result<ExportFile, OpenRefusal> exportBackup(const std::filesystem::path& ledger,
                                                       platform::UtcTime now) {
  auto packed = packBackup(ledger, now);
  if (!packed) return packed.error();
  return ExportFile{std::move(packed->name), std::move(packed->bytes), packed->events};
}

}  // namespace hallpass

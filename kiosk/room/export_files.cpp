#include "kiosk/room/export_files.h"

#include <algorithm>
#include <system_error>

namespace hallpass {
namespace {

bool stands(const std::filesystem::path& file, std::size_t bytes) {
  std::error_code error;
  return std::filesystem::file_size(file, error) == bytes && !error;
}

}  // namespace

void removeExport(const std::vector<ExportFile>& files, const std::filesystem::path& folder) {
  std::error_code ignored;
  for (const ExportFile& file : files) std::filesystem::remove(folder / file.name, ignored);
}

platform::Result<platform::Done, ExportFailure> writeExport(const std::vector<ExportFile>& files,
                                                            const std::filesystem::path& folder,
                                                            const Progress& progress) {
  std::vector<ExportFile> begun;
  for (const ExportFile& file : files) {
    const auto written = platform::exportFile(folder / file.name, file.bytes);
    if (!written) {
      removeExport(begun, folder);
      return ExportFailure{written.error(), folder / file.name};
    }
    begun.push_back({file.name, "", 0});
    if (progress) (void)progress(std::ssize(begun), std::ssize(files));
  }
  // Where a stick was pulled between two files, the folder that it was mounted at took the rest.
  const auto lost = std::find_if(files.begin(), files.end(), [&](const ExportFile& file) {
    return !stands(folder / file.name, file.bytes.size());
  });
  if (lost == files.end()) return platform::Done{};
  removeExport(files, folder);
  return ExportFailure{platform::FileRefusal::NotFound, folder / lost->name};
}

}  // namespace hallpass

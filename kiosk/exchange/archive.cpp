#include "kiosk/exchange/archive.h"

#include <zip.h>

#include <algorithm>
#include <array>

#include "kiosk/exchange/limits.h"

namespace hallpass {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { ::zip_fclose(file); }
};

}  // namespace

Archive::Archive(zip* opened, std::size_t storedBytes) : zip_(opened), storedBytes_(storedBytes) {}

void Archive::Close::operator()(zip* opened) const { ::zip_discard(opened); }

platform::Result<Archive, ListProblem> Archive::open(std::string_view bytes) {
  if (bytes.size() > kMostWorkbookBytes) return problem(ListRefusal::TooLarge);
  zip_error_t error;
  ::zip_error_init(&error);
  zip_source_t* source = ::zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip* opened = source == nullptr ? nullptr : ::zip_open_from_source(source, ZIP_RDONLY, &error);
  if (opened == nullptr && source != nullptr) ::zip_source_free(source);
  ::zip_error_fini(&error);
  if (opened == nullptr) return problem(ListRefusal::Damaged);
  return Archive(opened, bytes.size());
}

bool Archive::has(const std::string& part) const {
  return ::zip_name_locate(zip_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

platform::Result<std::string, ListProblem> Archive::read(const std::string& part) const {
  const zip_int64_t index = ::zip_name_locate(zip_.get(), part.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return problem(ListRefusal::Damaged);
  const std::unique_ptr<zip_file_t, CloseFile> file(
      ::zip_fopen_index(zip_.get(), static_cast<zip_uint64_t>(index), 0));
  if (file == nullptr) {
    const int code = ::zip_error_code_zip(::zip_get_error(zip_.get()));
    const bool locked = code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP;
    return problem(locked ? ListRefusal::OldWorkbook : ListRefusal::Damaged);
  }
  const std::uint64_t most =
      std::min(kMostPartBytes, std::max(kFreePartBytes, storedBytes_ * kMostPartRatio));
  std::string content;
  std::array<char, 65536> buffer{};
  for (;;) {
    const zip_int64_t got = ::zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) return problem(ListRefusal::Damaged);
    if (got == 0) return content;
    content.append(buffer.data(), static_cast<std::size_t>(got));
    if (content.size() > most) return problem(ListRefusal::TooLarge);
  }
}

}  // namespace hallpass

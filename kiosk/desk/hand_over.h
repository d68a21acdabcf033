#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/room/exports.h"

namespace hallpass {

/// Files that are ready to be written, and what is recorded of them once they stand.
struct Parcel {
  struct Part {
    ExportKind kind;
    CodesIn codes;
    std::int64_t lines;
  };
  std::vector<ExportFile> files;
  std::vector<Part> parts;
  bool backup = false;  ///< A copy of the ledger goes along, made once the rest is ready.
};

/// Gathers what is wanted, under names that are free on the stick. Refuses as makeExport() does.
[[nodiscard]] platform::Result<Parcel, Refusal> pack(const DeskTools& tools,
                                                     const std::vector<ExportKind>& wanted,
                                                     CodesIn codes,
                                                     const std::filesystem::path& stick);

/// The page that writes `parcel` onto the stick and says how it went. Only where all of it stands
/// is anything recorded in the ledger; what cannot be recorded is taken away again. With a backup,
/// all is recorded before, so that the copy holds what tells of it.
[[nodiscard]] std::unique_ptr<DeskPage> writingPage(const DeskTools& tools, Parcel parcel,
                                                    const std::filesystem::path& stick);

/// The stick's name as people read it.
[[nodiscard]] std::string stickName(const std::filesystem::path& stick);

}  // namespace hallpass

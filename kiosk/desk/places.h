#pragma once

#include <memory>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

// The pages that the desk's navigation opens, one a place.
[[nodiscard]] std::unique_ptr<DeskPage> frontPage(const DeskTools& tools);
[[nodiscard]] std::unique_ptr<DeskPage> classPage(const DeskTools& tools);
[[nodiscard]] std::unique_ptr<DeskPage> studentsPage(const DeskTools& tools);
[[nodiscard]] std::unique_ptr<DeskPage> restockPage(const DeskTools& tools);
[[nodiscard]] std::unique_ptr<DeskPage> studentPassesPage(const DeskTools& tools);
[[nodiscard]] std::unique_ptr<DeskPage> batchesPage(const DeskTools& tools);
[[nodiscard]] std::unique_ptr<DeskPage> journalPage(const DeskTools& tools);
[[nodiscard]] std::unique_ptr<DeskPage> handOverPage(const DeskTools& tools);
[[nodiscard]] std::unique_ptr<DeskPage> devicePage(const DeskTools& tools);

/// What venue staff find behind their PIN.
[[nodiscard]] std::unique_ptr<DeskPage> staffPage(const DeskTools& tools);

/// The first page of the first start: both PINs, and the recovery word.
[[nodiscard]] std::unique_ptr<DeskPage> firstStartPage(const DeskTools& tools);

/// Setting a PIN anew with the recovery word.
[[nodiscard]] std::unique_ptr<DeskPage> recoveryPage(const DeskTools& tools);

}  // namespace hallpass

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

/// The students' page with those alone who are stuck.
[[nodiscard]] std::unique_ptr<DeskPage> stuckStudentsPage(const DeskTools& tools);

/// Whether the device was never set up: a PIN is missing, and no class was ever opened on it.
[[nodiscard]] bool needsFirstStart(Ledger& ledger);

/// What stands before the desk: the PIN pad, or what to do where no PIN was set.
[[nodiscard]] std::unique_ptr<DeskPage> doorPage(const DeskTools& tools);

/// What venue staff find behind their PIN.
[[nodiscard]] std::unique_ptr<DeskPage> staffPage(const DeskTools& tools);

/// The four ways of staff to set something back, from one visit to the whole device.
[[nodiscard]] std::unique_ptr<DeskPage> resetPage(const DeskTools& tools);

/// Tests the device, and shows what was found (kiosk/room/self_test.h).
[[nodiscard]] std::unique_ptr<DeskPage> readinessPage(const DeskTools& tools);

/// What staff set of the machine itself. `tools.machine` is there.
[[nodiscard]] std::unique_ptr<DeskPage> machinePage(const DeskTools& tools);

/// The first page of the first start: both PINs, and the recovery word.
[[nodiscard]] std::unique_ptr<DeskPage> firstStartPage(const DeskTools& tools);

/// Setting the PIN of `lock` anew with the recovery word.
[[nodiscard]] std::unique_ptr<DeskPage> recoveryPage(const DeskTools& tools, Lock lock);

}  // namespace hallpass

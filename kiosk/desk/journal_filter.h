#pragma once

#include <string>

#include "kiosk/desk/desk_page.h"
#include "kiosk/ledger/journal.h"

namespace hallpass {

/// Which entries of the journal are shown, and how that is said.
struct JournalFilter {
  Journal::Filter chooses;
  std::string student;  ///< The name of the one that it chooses.

  [[nodiscard]] bool any() const;

  /// "Aino Virtanen, code ends in 1A2B, Claim made, 2026-11-21"; "" where it chooses nothing out.
  [[nodiscard]] std::string words() const;
};

/// Asks which entries are to be shown. `filter` is changed as the answers come; it outlives the
/// page.
class JournalFilterPage final : public DeskPage {
 public:
  JournalFilterPage(DeskTools tools, JournalFilter& filter);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Journal; }

 private:
  [[nodiscard]] Step askStudent();
  [[nodiscard]] Step askCode();
  [[nodiscard]] Step askDay();
  void chooseDay(std::size_t option);
  [[nodiscard]] std::string takeStudent(const std::string& typed);

  JournalFilter& filter_;
};

}  // namespace hallpass

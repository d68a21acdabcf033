#pragma once

#include <map>
#include <optional>
#include <string>

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/journal_filter.h"
#include "kiosk/desk/paging.h"

namespace hallpass {

/// Everything that happened, newest first, and the proof that nobody changed it.
class JournalPage final : public DeskPage {
 public:
  explicit JournalPage(DeskTools tools);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Journal; }

 private:
  void read();
  [[nodiscard]] std::string lead() const;
  [[nodiscard]] TableView table() const;
  [[nodiscard]] std::string nameIn(const JournalEntry& entry) const;
  [[nodiscard]] Step openEntry(const JournalEntry& entry) const;
  [[nodiscard]] Step verify() const;

  JournalFilter filter_;
  std::string shownBy_;  ///< The words of the filter that the page was read with.
  Paging paging_;
  Journal::Page page_;
  std::map<StudentId, std::string> names_;
  std::optional<Refusal> trouble_;
};

}  // namespace hallpass

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/paging.h"
#include "kiosk/domain/class.h"
#include "kiosk/exchange/roster_file.h"

namespace hallpass {

/// The files of the sticks that may be lists of students. Picking one reads it on the worker and
/// leads to its RosterPage, or to why it was not read.
[[nodiscard]] std::unique_ptr<DeskPage> rosterFilesPage(const DeskTools& tools);

/// What a list of students would make of the current class's, and one button that takes it.
class RosterPage final : public DeskPage {
 public:
  /// `fileName`: as the list is called on the screen.
  RosterPage(DeskTools tools, std::string fileName, RosterList list);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;

 private:
  void tryOut();
  [[nodiscard]] bool hasNews() const { return report_.added + report_.updated > 0; }
  [[nodiscard]] bool isCurrent(const std::vector<Student>& students,
                               const std::optional<Class>& current) const;
  [[nodiscard]] std::string lead() const;
  [[nodiscard]] std::vector<Fact> facts() const;
  [[nodiscard]] TableView notes() const;
  [[nodiscard]] Step take();
  [[nodiscard]] Step taken(const Roster::Report& report) const;

  std::string fileName_;
  RosterList list_;
  std::optional<Class> class_;      ///< The one that the list was tried out on,
  std::vector<Student> students_;   ///< and its students then.
  Roster::Report report_;           ///< What taking the list would do.
  std::optional<Refusal> refusal_;  ///< Why it cannot be taken.
  Paging paging_;
};

}  // namespace hallpass

#pragma once

#include <array>
#include <optional>
#include <string>

#include "kiosk/desk/desk_page.h"
#include "kiosk/domain/student.h"

namespace hallpass {

/// Adds one student to the current class, on the spot, walk-ins allowed or not.
class AddStudentPage final : public DeskPage {
 public:
  explicit AddStudentPage(DeskTools tools);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;

 private:
  [[nodiscard]] Step edit(std::size_t field);
  [[nodiscard]] Step add();
  void refused(Refusal refusal);
  void blameTaken();

  RosterEntry entry_;
  std::optional<ClassId> class_;         ///< The one that the page was opened for.
  std::array<std::string, 3> mistakes_;  ///< Of name, e-mail and number.
  std::string refusal_;                  ///< What the ledger said, where no field is to blame.
};

}  // namespace hallpass

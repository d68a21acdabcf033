#pragma once

#include <optional>
#include <string>

#include "kiosk/desk/desk_page.h"
#include "kiosk/domain/student.h"

namespace hallpass {

/// That a code was taken in another room, in words for the instructor.
[[nodiscard]] std::string elsewhereText(const Elsewhere& elsewhere);

/// A code was taken in the student's name in another room: why another one is right, and the device
/// is handed over. Until the student takes the code nothing changes.
class OverrulePage final : public DeskPage {
 public:
  OverrulePage(DeskTools tools, StudentId student, Elsewhere elsewhere);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Students; }

 private:
  StudentId id_;
  Elsewhere elsewhere_;
  std::optional<Overrule> reason_;
  bool tried_ = false;  ///< Without a reason.
};

}  // namespace hallpass

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/paging.h"
#include "kiosk/domain/claim.h"
#include "kiosk/domain/student.h"

namespace hallpass {

/// One student of the current class: who it is, which codes were taken, what was said of them, and
/// what can be done. The code itself is never on it.
class StudentPage final : public DeskPage {
 public:
  StudentPage(DeskTools tools, StudentId student);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override { read(); }
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Students; }

 private:
  void read();
  [[nodiscard]] const ClaimRecord* live() const;
  [[nodiscard]] std::string lead() const;
  [[nodiscard]] std::vector<DeskButton> buttons() const;
  [[nodiscard]] TableView table() const;
  [[nodiscard]] Step press(const std::string& button);
  [[nodiscard]] Step setOutcome(std::size_t option);
  [[nodiscard]] Step handOver();
  [[nodiscard]] Step askToShowAgain() const;
  [[nodiscard]] Step editName();

  StudentId id_;
  std::optional<Student> student_;      ///< nullopt: not of the current class any more.
  std::vector<ClaimRecord> records_;    ///< Of this student, newest first.
  std::optional<Elsewhere> elsewhere_;  ///< Where else a code was taken in that name.
  std::optional<Refusal> trouble_;      ///< Why the ledger could not be read.
  Paging paging_;
};

}  // namespace hallpass

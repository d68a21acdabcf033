#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/desk/desk_page.h"
#include "kiosk/domain/claim.h"
#include "kiosk/domain/student.h"

namespace hallpass {

/// Asks what is wrong with a student's code, says what a swap does, and hands the device to the
/// student. Nothing is changed here: the code is swapped when the student takes the next one.
class SwapPage final : public DeskPage {
 public:
  SwapPage(DeskTools tools, StudentId student);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override { read(); }

 private:
  void read();
  [[nodiscard]] std::string lead() const;
  [[nodiscard]] std::optional<DeskPlace> mendedAt() const;
  [[nodiscard]] Step handOver();

  StudentId id_;
  std::string name_;                ///< Short, as the student's own screens have it.
  std::optional<Claim> claim_;      ///< The one to be swapped.
  std::optional<Refusal> refusal_;  ///< Why nothing can be swapped now.
  std::int64_t inStock_ = 0;
  std::optional<Cause> cause_;
  bool tried_ = false;    ///< The main button was touched.
  bool changed_ = false;  ///< The code that was asked about is not the student's any more.
};

}  // namespace hallpass

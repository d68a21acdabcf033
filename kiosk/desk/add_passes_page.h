#pragma once

#include <memory>
#include <optional>
#include <string>

#include "kiosk/desk/desk_page.h"
#include "kiosk/domain/order.h"

namespace hallpass {

/// One order, and adding passes to it: as many as it has licences without one, unless another
/// number is typed (domain.md A11-A16, A23-A25). Says why where none can be added.
class AddPassesPage final : public DeskPage {
 public:
  AddPassesPage(DeskTools tools, std::string number);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::StudentPasses; }

 private:
  [[nodiscard]] int most() const;
  [[nodiscard]] int quantity() const;
  [[nodiscard]] Step typeQuantity();
  [[nodiscard]] Step add();

  std::string number_;
  std::optional<Order> order_;                 ///< nullopt: not known any more.
  int missing_ = 0;                            ///< Of its codes that are expected.
  std::shared_ptr<std::optional<int>> typed_;  ///< nullopt: as many as can be added.
};

}  // namespace hallpass

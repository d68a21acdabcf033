#pragma once

#include <optional>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/paging.h"
#include "kiosk/domain/order.h"

namespace hallpass {

/// The Student Passes list of the marketplace (domain.md A17-A22): all purchases, or those that
/// passes can still be added to.
class StudentPassesPage final : public DeskPage {
 public:
  explicit StudentPassesPage(DeskTools tools);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::StudentPasses; }

 private:
  [[nodiscard]] TableView table() const;
  [[nodiscard]] std::string lead() const;
  [[nodiscard]] Step press(std::size_t button);
  void sortBy(std::size_t column);

  bool availableOnly_ = false;
  OrderColumn column_ = OrderColumn::Course;
  Direction direction_ = Direction::Ascending;
  Paging paging_;
  bool anyOrder_ = false;
  /// In the order in which they stand; `quantity` of availableOnly_: what can be added.
  std::vector<Order> orders_;
};

}  // namespace hallpass

#pragma once

#include <memory>
#include <vector>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// The stock in pictures, each beside a sentence: the route from an order to a code that worked,
/// what is in stock by the day until which it can be redeemed, and how the stock rose and fell.
/// Numbers only.
class StockPage final : public DeskPage {
 public:
  explicit StockPage(DeskTools tools);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Batches; }

 private:
  bool read();

  bool known_ = false;
  std::vector<Fact> route_;
  ColumnsView byEnd_;
  CourseView course_;
};

}  // namespace hallpass

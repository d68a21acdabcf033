#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/domain/stock.h"

namespace hallpass {

/// Asks once more before what is left of a batch leaves the stock, and for the stick that it goes
/// onto.
class LeftoversPage final : public DeskPage {
 public:
  LeftoversPage(DeskTools tools, std::int64_t batch);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Batches; }

 private:
  [[nodiscard]] std::string lead() const;
  [[nodiscard]] std::int64_t codes() const;
  [[nodiscard]] Step giveBack();

  std::int64_t id_;
  StockCount count_;
  std::vector<std::filesystem::path> sticks_;
  std::size_t stick_ = 0;
};

}  // namespace hallpass

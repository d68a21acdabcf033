#pragma once

#include <memory>
#include <optional>

#include "kiosk/desk/desk_page.h"
#include "kiosk/exchange/order_file.h"
#include "kiosk/ledger/ledger.h"

namespace hallpass {

/// What a list of orders would change, before anything of it is stored; then what it changed.
class OrderPreview final : public DeskPage {
 public:
  OrderPreview(DeskTools tools, std::string fileName, OrderList list, Orders::Report tried);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::StudentPasses; }

 private:
  [[nodiscard]] bool anyNew() const { return tried_.added + tried_.updated > 0; }
  [[nodiscard]] Step take();

  std::string fileName_;
  OrderList list_;
  Orders::Report tried_;
};

/// The way from the files of a stick to the preview.
[[nodiscard]] Step openOrderFiles(const DeskTools& tools);

}  // namespace hallpass

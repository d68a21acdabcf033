#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/paging.h"
#include "kiosk/desk/restock_details.h"

namespace hallpass {

/// Codes that are typed or scanned one by one, newest first. A code stands whole only while it is
/// typed; in the list it is masked.
class TypedCodesPage final : public DeskPage {
 public:
  TypedCodesPage(DeskTools tools, std::shared_ptr<RestockDetails> details);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Restock; }

 private:
  using Codes = std::shared_ptr<std::vector<Code>>;

  [[nodiscard]] Step typeCode();
  [[nodiscard]] Step goOn();
  [[nodiscard]] Step askToRemove(std::size_t at) const;
  void submit();

  std::shared_ptr<RestockDetails> details_;
  Codes codes_;  ///< In the order in which they were typed.
  std::string typed_;
  std::string mistake_;
  Paging paging_;
};

}  // namespace hallpass

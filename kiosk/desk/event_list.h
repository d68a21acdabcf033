#pragma once

#include <string>

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/paging.h"

namespace hallpass {

/// The events that the journal can record, one of which is chosen into `chosen` ("" = any), which
/// outlives the page.
class EventListPage final : public DeskPage {
 public:
  EventListPage(DeskTools tools, std::string& chosen);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Journal; }

 private:
  std::string& chosen_;
  Paging paging_;
};

}  // namespace hallpass

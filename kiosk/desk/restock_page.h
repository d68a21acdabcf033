#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/paging.h"
#include "kiosk/desk/restock_details.h"

namespace hallpass {

/// Where codes come from: a stick, the keyboard or a reader, and which ones are expected. A stick
/// that is plugged in while this page is on top opens the list of its files.
class RestockPage final : public DeskPage {
 public:
  explicit RestockPage(DeskTools tools);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  [[nodiscard]] Step next() override;
  void refresh() override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Restock; }

 private:
  [[nodiscard]] Step open(std::unique_ptr<DeskPage> page);
  [[nodiscard]] Step openSticks();
  [[nodiscard]] Step press(std::size_t button);
  void readStock();

  std::shared_ptr<RestockDetails> details_;
  std::vector<std::filesystem::path> sticks_;
  bool away_ = false;      ///< Another page was opened: what came meanwhile was seen there.
  bool newStick_ = false;  ///< One came while this page was on top.
  std::vector<ExpectedBatch> expected_;
  std::string passTitle_;  ///< Of the class; "" = without one.
  std::int64_t left_ = 0;  ///< Of that pass type, or of all.
  Paging paging_;
};

}  // namespace hallpass

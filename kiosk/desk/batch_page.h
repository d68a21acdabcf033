#pragma once

#include <optional>

#include "kiosk/desk/batch_list.h"
#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// One batch: where it came from, where its codes are, and the way to return what is left of it.
class BatchPage final : public DeskPage {
 public:
  BatchPage(DeskTools tools, std::int64_t batch);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Batches; }

 private:
  std::int64_t id_;
  std::string passTitle_;
  std::optional<ListedBatch> listed_;
  std::optional<Class> held_;
};

}  // namespace hallpass

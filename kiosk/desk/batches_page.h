#pragma once

#include <optional>
#include <vector>

#include "kiosk/desk/batch_list.h"
#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/paging.h"
#include "kiosk/desk/pass_titles.h"

namespace hallpass {

/// What came in, and what is left of it.
class BatchesPage final : public DeskPage {
 public:
  explicit BatchesPage(DeskTools tools);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Batches; }

 private:
  [[nodiscard]] TableView table() const;
  [[nodiscard]] TableRow rowOf(const ListedBatch& listed) const;

  std::vector<ListedBatch> batches_;
  PassTitles titles_;
  std::optional<Class> held_;
  Paging paging_;
};

}  // namespace hallpass

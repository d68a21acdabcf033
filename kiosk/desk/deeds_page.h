#pragma once

#include <functional>
#include <vector>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// One thing that can be done: its button, with a label that is noted() and not yet translated, and
/// where it leads.
struct Deed {
  DeskButton button;
  std::function<Step(const DeskTools&)> work;
};

/// A page of buttons alone: one a deed.
class DeedsPage : public DeskPage {
 public:
  DeedsPage(DeskTools tools, std::vector<Deed> deeds);
  [[nodiscard]] Step handle(const Intent& intent) override;

 protected:
  [[nodiscard]] std::vector<DeskButton> buttons() const;

 private:
  std::vector<Deed> deeds_;
};

/// New PINs and a new recovery word: what the instructor and venue staff can both do, each after
/// their own PIN was typed once more.
[[nodiscard]] std::vector<Deed> pinDeeds();

}  // namespace hallpass

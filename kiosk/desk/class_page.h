#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/domain/class.h"
#include "kiosk/domain/figures.h"

namespace hallpass {

/// The current class: what was said of it, how it stands, and what can be done with it.
class ClassPage final : public DeskPage {
 public:
  explicit ClassPage(DeskTools tools);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override { read(); }
  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Class; }

 private:
  void read();
  [[nodiscard]] bool isOver() const { return !class_ || class_->state == ClassState::Closed; }
  [[nodiscard]] std::vector<Fact> facts() const;
  [[nodiscard]] std::vector<DeskButton> buttons() const;
  [[nodiscard]] Step press(const std::string& button);
  [[nodiscard]] Step pauseOrGoOn();
  [[nodiscard]] Step askToClose() const;

  std::optional<Class> class_;
  std::string passTitle_;
  ClassFigures figures_;
  std::optional<Refusal> trouble_;  ///< Why the ledger could not be read.
};

}  // namespace hallpass

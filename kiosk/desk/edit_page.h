#pragma once

#include <functional>
#include <string>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// What is to be typed.
struct EditAsk {
  std::string title;
  std::string hint;
  std::string typed;  ///< What stands there at first.
  Keyboard keyboard = Keyboard::Text;
  std::size_t longest = 200;  ///< Characters.
  /// Takes the text; answers why not, in a sentence, or "".
  std::function<std::string(const std::string&)> take;
  bool secret = false;  ///< A code: EditView::secret.
};

/// One text typed on the on-screen keyboard, a real one or a bar-code reader, and taken by
/// "Done" or Return; then the page before is on top again. "Back" takes nothing.
class EditPage final : public DeskPage {
 public:
  EditPage(DeskTools tools, EditAsk ask);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;

 private:
  EditAsk ask_;
  std::string mistake_;
};

}  // namespace hallpass

#pragma once

#include <functional>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// A sentence that fills the screen. `main` and `other` say where its buttons lead; a button
/// without a function goes back.
class NoticePage final : public DeskPage {
 public:
  NoticePage(DeskTools tools, NoticeView view, std::function<Step()> main = {},
             std::function<Step()> other = {});

  /// For a notice that stands long: `view` is asked each time it is shown, so that it follows the
  /// language that is set.
  NoticePage(DeskTools tools, std::function<NoticeView()> view, std::function<Step()> main = {},
             std::function<Step()> other = {});
  [[nodiscard]] ScreenView view() const override { return view_(); }
  [[nodiscard]] Step handle(const Intent& intent) override;

 private:
  std::function<NoticeView()> view_;
  std::function<Step()> main_;
  std::function<Step()> other_;
};

/// What a refusal says on the screen, with one button that goes back.
[[nodiscard]] std::unique_ptr<DeskPage> refusalPage(const DeskTools& tools, Refusal refusal);

}  // namespace hallpass

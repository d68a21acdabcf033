#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// What a file of a stick is wanted for.
struct StickAsk {
  std::string screen;                ///< "restock-files"
  std::string title;                 ///< "Choose the list of codes"
  std::vector<std::string> endings;  ///< {"csv", "txt", "xlsx"}
  std::function<Step(const platform::MediaFile&)> pick;
};

/// The files of the sticks, newest first; a stick that is plugged in shows at once. Says what to do
/// while there is none.
class StickPage final : public DeskPage {
 public:
  StickPage(DeskTools tools, StickAsk ask);
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;

 private:
  StickAsk ask_;
  std::vector<platform::MediaFile> files_;
  bool anyStick_ = false;
  int page_ = 1;
};

}  // namespace hallpass

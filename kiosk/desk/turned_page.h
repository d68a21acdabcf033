#pragma once

#include "kiosk/desk/desk_page.h"
#include "platform/base/clock.h"

namespace hallpass {

/// Asks whether a picture that was just turned can be read and touched. Without a yes it is turned
/// back: after kTurned, by "Turn it back", and when the desk is left.
class TurnedPage final : public DeskPage {
 public:
  /// The picture stands at `now` degrees already; `before` is where it goes back to.
  TurnedPage(const DeskTools& tools, int before, int now);
  ~TurnedPage() override;
  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  [[nodiscard]] Step next() override;

 private:
  [[nodiscard]] int secondsLeft() const;

  int before_;
  int now_;
  bool kept_ = false;
  platform::BootTime until_;
};

}  // namespace hallpass

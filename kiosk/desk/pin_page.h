#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// The door: asks for a PIN and compares it on the worker. The try is counted, on the disk, before
/// it is compared.
class PinPage final : public DeskPage {
 public:
  /// The door itself: the instructor's PIN, with a way to the staff's and one for who forgot it.
  explicit PinPage(DeskTools tools, Lock lock = Lock::Instructor);

  /// The same question within the desk, before something that needs the PIN once more; `right`
  /// says what follows.
  PinPage(DeskTools tools, std::string title, std::function<Step()> right);

  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  [[nodiscard]] Step next() override;
  void refresh() override;

 private:
  void compare();

  Lock lock_;
  std::string title_;  ///< In English, as lead_ is: a language may be chosen while it stands.
  std::function<Step()> right_;  ///< Empty at the door.
  std::string typed_;
  std::string lead_;
  LockState state_;
  std::shared_ptr<platform::Worker::Job> job_;
  bool opened_ = false;
};

}  // namespace hallpass

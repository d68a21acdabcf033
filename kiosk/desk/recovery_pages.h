#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// Makes a new recovery word and shows it, once, to be written down. Only when it is shown is it
/// the one that counts; the one before is no longer good.
class RecoveryWordPage final : public DeskPage {
 public:
  /// `done` says what follows when the person has written it down.
  RecoveryWordPage(DeskTools tools, std::function<Step()> done);

  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  void refresh() override;

 private:
  std::function<Step()> done_;
  std::string word_;
  std::string mistake_;
  std::shared_ptr<platform::Worker::Job> job_;
  bool shown_ = false;
};

/// Asks for the recovery word, and has the PIN of one lock set anew.
class RecoveryPage final : public DeskPage {
 public:
  RecoveryPage(DeskTools tools, Lock lock);

  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  [[nodiscard]] Step next() override;
  void refresh() override;

 private:
  void compare();
  [[nodiscard]] Step onRight();

  Lock lock_;
  std::string typed_;
  std::string mistake_;
  LockState state_;
  std::shared_ptr<platform::Worker::Job> job_;
  bool right_ = false;
};

}  // namespace hallpass

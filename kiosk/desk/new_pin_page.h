#pragma once

#include <functional>
#include <memory>
#include <string>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// Gives a lock a new PIN: typed twice, refused where it is easily guessed, hashed on the worker.
class NewPinPage final : public DeskPage {
 public:
  /// `done` says what follows when the PIN is set.
  NewPinPage(DeskTools tools, Lock lock, std::function<Step()> done);

  [[nodiscard]] ScreenView view() const override;
  [[nodiscard]] Step handle(const Intent& intent) override;
  [[nodiscard]] Step next() override;

 private:
  void take();
  void store(const std::string& pin);
  void startAnew(const std::string& why);

  Lock lock_;
  std::function<Step()> done_;
  std::string first_;  ///< The PIN as it was typed first; empty until then.
  std::string typed_;
  std::string mistake_;
  std::shared_ptr<platform::Worker::Job> job_;
  bool set_ = false;
};

}  // namespace hallpass

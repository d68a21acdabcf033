#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/domain/lock.h"

namespace hallpass {

/// The instructor's desk from its door to its lock: the pages that lie over each other, the topmost
/// of which is shown, and the time until it locks itself. Main thread only.
class Desk {
 public:
  /// The desk is left. What is shown next is the caller's.
  struct Left {};
  using Ending = std::variant<Left, Practise, HandOver, RestartProgram>;

  /// A closed desk: `door` asks for what opens it.
  Desk(DeskTools tools, DeskTimes times, std::unique_ptr<DeskPage> door);

  /// A desk that stays open for the rest of the time that `other` has, on other tools: training
  /// mode begins or ends.
  Desk(DeskTools tools, const Desk& other);

  /// Whether a PIN was right: what is shown is for staff alone.
  [[nodiscard]] bool isOpen() const { return openedAt_.has_value(); }

  /// Puts what is shown now, and the frame around it, into `view`.
  void show(View& view) const;

  /// Does what was asked for. An ending means that this desk is over; where it was open, that is
  /// journalled.
  [[nodiscard]] std::optional<Ending> handle(const Intent& intent);

  /// Lets time pass and takes what finished jobs lead to.
  [[nodiscard]] std::optional<Ending> tick();

  /// Somebody is there: the time until the lock, or until the door closes, begins anew.
  void touched() { touchedAt_ = tools_.clock.sinceBoot(); }

  /// Something changed outside: the ledger, the sticks.
  void refresh() { pages_.back()->refresh(); }

  /// The next moment at which tick() has something to do; nullopt = none.
  [[nodiscard]] std::optional<platform::BootTime> deadline() const;

  /// A door that nobody touches closes after this long.
  static constexpr std::chrono::seconds kDoor{30};

 private:
  [[nodiscard]] std::optional<platform::BootTime> endsAt() const;
  [[nodiscard]] std::optional<Ending> take(Step step);
  void back();
  void open(Role role, DeskPlace place);
  void goTo(DeskPlace place);
  void journalLock(std::string_view why);

  DeskTools tools_;
  DeskTimes times_;
  std::vector<std::unique_ptr<DeskPage>> pages_;  ///< Never empty; the last one is on top.
  platform::BootTime touchedAt_;
  std::optional<platform::BootTime> openedAt_;  ///< nullopt: still at the door.
};

}  // namespace hallpass

#include "kiosk/desk/desk.h"

#include <algorithm>
#include <string_view>

#include "kiosk/desk/places.h"

namespace hallpass {
namespace {

constexpr int kSecond = 1000;

std::unique_ptr<DeskPage> pageAt(DeskPlace place, const DeskTools& tools) {
  switch (place) {
    case DeskPlace::Class:
      return classPage(tools);
    case DeskPlace::Students:
      return studentsPage(tools);
    case DeskPlace::Restock:
      return restockPage(tools);
    case DeskPlace::StudentPasses:
      return studentPassesPage(tools);
    case DeskPlace::Batches:
      return batchesPage(tools);
    case DeskPlace::Journal:
      return journalPage(tools);
    case DeskPlace::HandOver:
      return handOverPage(tools);
    case DeskPlace::Device:
      return devicePage(tools);
    case DeskPlace::Front:
      break;
  }
  return frontPage(tools);
}

}  // namespace

void recordDeed(const DeskTools& tools, Event event,
                const std::vector<std::pair<std::string, std::string>>& fields) {
  Journal& journal = tools.device == nullptr ? tools.ledger.journal() : *tools.device;
  (void)journal.record(event, tools.role, fields);
}

Desk::Desk(DeskTools tools, DeskTimes times, std::unique_ptr<DeskPage> door)
    : tools_(tools), times_(times), touchedAt_(tools.clock.sinceBoot()) {
  pages_.push_back(std::move(door));
  pages_.back()->refresh();
}

Desk::Desk(DeskTools tools, const Desk& other)
    : tools_(tools),
      times_(other.times_),
      touchedAt_(other.touchedAt_),
      openedAt_(other.openedAt_) {
  tools_.role = other.tools_.role;
  goTo(DeskPlace::Front);
}

void Desk::show(View& view) const {
  const DeskPage& top = *pages_.back();
  view.screen = top.view();
  view.secondsLeft.reset();
  view.desk.reset();
  if (!isOpen() || top.standsAlone()) return;
  const auto left = *endsAt() - tools_.clock.sinceBoot();
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
  view.desk = DeskFrame{tools_.role == Role::Staff ? std::nullopt : top.place(),
                        static_cast<int>(std::max<std::int64_t>(0, seconds))};
}

std::optional<Desk::Ending> Desk::handle(const Intent& intent) {
  touchedAt_ = tools_.clock.sinceBoot();
  if (intent.act == Intent::Act::Move) return std::nullopt;
  if (pages_.back()->standsAlone()) return take(pages_.back()->handle(intent));
  if (isOpen() && intent.act == Intent::Act::Lock) return take(LockUp{});
  if (isOpen() && intent.act == Intent::Act::GoTo) {
    if (tools_.role == Role::Staff || !pages_.back()->place()) return std::nullopt;
    return take(GoToPlace{static_cast<DeskPlace>(intent.index)});
  }
  return take(pages_.back()->handle(intent));
}

std::optional<Desk::Ending> Desk::tick() {
  const auto end = pages_.back()->standsAlone() ? std::nullopt : endsAt();
  if (end && tools_.clock.sinceBoot() >= *end) {
    const bool idle = isOpen() && *end < *openedAt_ + times_.longest;
    journalLock(idle ? "idle" : "limit");
    return Left{};
  }
  return take(pages_.back()->next());
}

std::optional<platform::BootTime> Desk::endsAt() const {
  if (isOpen()) return std::min(touchedAt_ + times_.idle, *openedAt_ + times_.longest);
  // Setting the device up takes as long as it takes.
  if (tools_.role == Role::System) return std::nullopt;
  return touchedAt_ + kDoor;
}

std::optional<platform::BootTime> Desk::deadline() const {
  const auto end = endsAt();
  if (!end) return std::nullopt;
  // Both the desk and a door that waits count their seconds down.
  const platform::BootTime now = tools_.clock.sinceBoot();
  const auto left = (*end - now).count();
  const auto toNextSecond = left % 1000 == 0 ? 1000 : left % 1000;
  if (pages_.back()->standsAlone()) return now + std::chrono::milliseconds(kSecond);
  return std::min(*end, now + std::chrono::milliseconds(std::max<std::int64_t>(1, toNextSecond)));
}

std::optional<Desk::Ending> Desk::take(Step step) {
  if (std::holds_alternative<GoBack>(step)) {
    if (pages_.size() == 1 && !isOpen()) return Left{};
    back();
  } else if (auto* opened = std::get_if<OpenPage>(&step)) {
    pages_.push_back(std::move(opened->page));
    pages_.back()->refresh();
  } else if (auto* replaced = std::get_if<ReplacePage>(&step)) {
    pages_.back() = std::move(replaced->page);
    pages_.back()->refresh();
  } else if (const auto* place = std::get_if<GoToPlace>(&step)) {
    goTo(place->place);
  } else if (const auto* lock = std::get_if<LockUp>(&step)) {
    journalLock(lock->why);
    return Left{};
  } else if (const auto* restart = std::get_if<RestartProgram>(&step)) {
    journalLock("restart");
    recordDeed(tools_, Event::PowerAsked, {{"deed", "restart the program"}});
    return *restart;
  } else if (const auto* unlock = std::get_if<Unlock>(&step)) {
    open(unlock->role, unlock->place);
  } else if (const auto* practise = std::get_if<Practise>(&step)) {
    return *practise;
  } else if (const auto* handed = std::get_if<HandOver>(&step)) {
    journalLock("handed-over");
    return *handed;
  }
  return std::nullopt;
}

void Desk::back() {
  if (pages_.size() > 1) {
    pages_.pop_back();
    pages_.back()->refresh();
  } else if (tools_.role != Role::Staff) {
    goTo(DeskPlace::Front);
  }
}

void Desk::open(Role role, DeskPlace place) {
  // The instructor came to a desk that staff had opened.
  journalLock("handed-over");
  tools_.role = role;
  openedAt_ = tools_.clock.sinceBoot();
  touchedAt_ = *openedAt_;
  goTo(place);
}

/// Staff have one page of their own; every other place is the instructor's.
void Desk::goTo(DeskPlace place) {
  pages_.clear();
  pages_.push_back(tools_.role == Role::Staff ? staffPage(tools_) : pageAt(place, tools_));
  pages_.back()->refresh();
}

void Desk::journalLock(std::string_view why) {
  if (!isOpen()) return;
  // A refusal changes nothing for whoever leaves; the next call finds a failed ledger anyhow.
  (void)tools_.locks.locked(tools_.role == Role::Staff ? Lock::Staff : Lock::Instructor, why);
}

}  // namespace hallpass

#include "kiosk/desk/deeds_page.h"

#include <string>
#include <utility>

#include "kiosk/desk/new_pin_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/pin_page.h"
#include "kiosk/desk/recovery_pages.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::noted;
using platform::tr;

Step saySet(const DeskTools& tools, const std::string& headline, const std::string& detail) {
  NoticeView view;
  view.screen = "pin-set";
  view.sign = Sign::Good;
  view.headline = headline;
  view.detail = detail;
  view.main = DeskButton{"understood", tr("Back")};
  return ReplacePage{std::make_unique<NoticePage>(tools, std::move(view))};
}

/// Whoever is at a desk that somebody left open must not be able to take it over: a new secret is
/// set by who knows their own PIN alone (trust.md 10).
Step askPin(const DeskTools& tools, const char* what, std::function<Step()> right) {
  return OpenPage{std::make_unique<PinPage>(tools, what, std::move(right))};
}

Step newPin(const DeskTools& tools, Lock lock) {
  return ReplacePage{std::make_unique<NewPinPage>(tools, lock, [tools, lock] {
    return saySet(
        tools, tr("The new PIN is set"),
        lock == Lock::Staff
            ? tr("It counts from now on for venue staff. Tell it only to those who need it.")
            : tr("It counts from now on for the instructor. Tell it only to those who need it."));
  })};
}

Step newWord(const DeskTools& tools) {
  return ReplacePage{std::make_unique<RecoveryWordPage>(tools, [] { return Step(GoBack{}); })};
}

}  // namespace

DeedsPage::DeedsPage(DeskTools tools, std::vector<Deed> deeds)
    : DeskPage(tools), deeds_(std::move(deeds)) {}

Step DeedsPage::handle(const Intent& intent) {
  if (intent.act == Intent::Act::Back) return GoBack{};
  if (intent.act != Intent::Act::Press || intent.index >= deeds_.size()) return StayHere{};
  return deeds_[intent.index].work(tools_);
}

std::vector<DeskButton> DeedsPage::buttons() const {
  std::vector<DeskButton> buttons;
  for (const Deed& deed : deeds_) buttons.push_back({deed.button.id, tr(deed.button.label)});
  return buttons;
}

std::vector<Deed> pinDeeds() {
  const auto deed = [](const char* id, const char* label, Step (*go)(const DeskTools&)) {
    return Deed{{id, label}, [label, go](const DeskTools& tools) {
                  return askPin(tools, label, [tools, go] { return go(tools); });
                }};
  };
  return {deed("instructor-pin", noted("New PIN for the instructor"),
               [](const DeskTools& tools) { return newPin(tools, Lock::Instructor); }),
          deed("staff-pin", noted("New PIN for venue staff"),
               [](const DeskTools& tools) { return newPin(tools, Lock::Staff); }),
          deed("recovery-word", noted("New recovery word"), newWord)};
}

}  // namespace hallpass

// The first start: what is missing of the two PINs, then the recovery word and, where the disk has
// one, its recovery key, then the desk.
#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/new_pin_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/recovery_pages.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

// `role` is one whose PIN was set just now: a PIN that was there before is not passed by.

Step showDiskKey(const DeskTools& tools, Role role) {
  const auto opened = [role] { return Step(Unlock{role}); };
  if (tools.machine == nullptr || tools.machine->appliance.recoveryKey().empty()) return opened();
  return ReplacePage{diskKeyPage(tools, opened)};
}

Step showWord(const DeskTools& tools, Role role) {
  return ReplacePage{std::make_unique<RecoveryWordPage>(
      tools, [tools, role] { return showDiskKey(tools, role); })};
}

bool isMissing(const DeskTools& tools, Lock lock) {
  const auto state = tools.locks.state(lock);
  return state && !state->set;
}

Step nextMissing(const DeskTools& tools, Role role) {
  for (const Lock lock : {Lock::Instructor, Lock::Staff}) {
    if (!isMissing(tools, lock)) continue;
    return ReplacePage{std::make_unique<NewPinPage>(
        tools, lock, [tools, role] { return nextMissing(tools, role); })};
  }
  return showWord(tools, role);
}

NoticeView welcome() {
  NoticeView view;
  view.screen = "first-start";
  view.sign = Sign::Good;
  view.headline = tr("Welcome to Hallpass");
  view.detail = tr(
      "First this device gets two PINs: one for the instructor, one for venue staff. Then it shows "
      "a recovery word, so have a pen ready.");
  view.main = DeskButton{"begin", tr("Begin")};
  return view;
}

}  // namespace

std::unique_ptr<DeskPage> firstStartPage(const DeskTools& tools) {
  return std::make_unique<NoticePage>(tools, welcome, [tools] {
    const bool staffAlone = !isMissing(tools, Lock::Instructor) && isMissing(tools, Lock::Staff);
    return nextMissing(tools, staffAlone ? Role::Staff : Role::Instructor);
  });
}

}  // namespace hallpass

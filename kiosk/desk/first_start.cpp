// The first start: what is missing of the two PINs, then the recovery word, then the desk.
#include "kiosk/desk/new_pin_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/recovery_pages.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

Step showWord(const DeskTools& tools) {
  return ReplacePage{
      std::make_unique<RecoveryWordPage>(tools, [] { return Step(Unlock{Role::Instructor}); })};
}

bool isMissing(const DeskTools& tools, Lock lock) {
  const auto state = tools.locks.state(lock);
  return state && !state->set;
}

Step nextMissing(const DeskTools& tools) {
  for (const Lock lock : {Lock::Instructor, Lock::Staff}) {
    if (!isMissing(tools, lock)) continue;
    return ReplacePage{
        std::make_unique<NewPinPage>(tools, lock, [tools] { return nextMissing(tools); })};
  }
  return showWord(tools);
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
  return std::make_unique<NoticePage>(tools, welcome, [tools] { return nextMissing(tools); });
}

}  // namespace hallpass

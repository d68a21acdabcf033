// Restarting the machine and switching it off.
#include <functional>
#include <string>
#include <utility>

#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/notice_page.h"
#include "platform/base/translation.h"
#include "platform/os/power.h"

namespace hallpass {
namespace {

using platform::PowerDeed;
using platform::tr;

std::string headlineOf(PowerDeed deed) {
  return deed == PowerDeed::Restart ? tr("Restart the machine?") : tr("Switch the machine off?");
}

NoticeView troubleOf(PowerDeed deed, platform::MachineRefusal refusal) {
  return troubleView(headlineOf(deed), sentence(platform::MachinePart::Power, refusal));
}

/// Nothing can be touched on it: the machine ends the program soon.
NoticeView goingView(PowerDeed deed, bool training) {
  NoticeView view;
  view.screen = "machine-goes";
  view.sign = Sign::Waiting;
  view.headline = deed == PowerDeed::Restart ? tr("The machine restarts now")
                                             : tr("The machine switches off now");
  if (!training) view.detail = tr("Everything is stored.");
  return view;
}

/// Recorded before it is done: afterwards there may be no time for it. `otherwise` follows where it
/// cannot be done, once that was read.
Step doIt(const DeskTools& tools, PowerDeed deed, std::function<Step()> otherwise = {}) {
  const bool restarts = deed == PowerDeed::Restart;
  recordDeed(tools, Event::PowerAsked,
             {{"deed", restarts ? "restart the machine" : "switch the machine off"}});
  const auto done = platform::power(tools.machine->places.bus, deed);
  return ReplacePage{std::make_unique<NoticePage>(
      tools, done ? goingView(deed, tools.training) : troubleOf(deed, done.error()),
      std::move(otherwise))};
}

std::unique_ptr<DeskPage> askPage(const DeskTools& tools, PowerDeed deed) {
  const auto may = platform::mayPower(tools.machine->places.bus, deed);
  if (!may) return std::make_unique<NoticePage>(tools, troubleOf(deed, may.error()));
  NoticeView view;
  view.screen = deed == PowerDeed::Restart ? "restart-machine" : "switch-off";
  view.sign = Sign::Attention;
  view.headline = headlineOf(deed);
  view.detail =
      deed == PowerDeed::Restart
          ? tr("It takes about a minute. The class, its students and its codes stay as they are.")
          : tr("The class, its students and its codes stay as they are. It is switched on again by "
               "its power button.");
  if (tools.training) {
    view.detail += std::string("\n") +
                   tr("Training mode ends with it, and all that was done in it is forgotten.");
  }
  view.other = DeskButton{"keep-on", tr("Leave it on")};
  view.main = deed == PowerDeed::Restart ? DeskButton{"restart", tr("Restart")}
                                         : DeskButton{"off", tr("Switch off")};
  return std::make_unique<NoticePage>(tools, std::move(view),
                                      [tools, deed] { return doIt(tools, deed); });
}

}  // namespace

Step restartMachine(const DeskTools& tools) {
  return doIt(tools, PowerDeed::Restart, [] { return Step(LockUp{}); });
}

std::unique_ptr<DeskPage> restartMachinePage(const DeskTools& tools) {
  return askPage(tools, PowerDeed::Restart);
}

std::unique_ptr<DeskPage> switchOffPage(const DeskTools& tools) {
  return askPage(tools, PowerDeed::PowerOff);
}

}  // namespace hallpass

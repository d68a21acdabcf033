// The recovery key of the appliance's disk, for the day on which the machine does not open it.
#include <utility>

#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/notice_page.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

NoticeView shown(const std::string& key) {
  NoticeView view;
  view.screen = "disk-key";
  view.headline = tr("Write down the recovery key of the disk");
  // Two groups a line.
  constexpr std::size_t kLine = 2 * (kRecoveryGroup + 1);
  for (std::size_t at = 0; at < key.size(); at += kLine) {
    view.secret += (at == 0 ? "" : "\n") + key.substr(at, kLine);
  }
  view.detail = tr(
      "This device asks for it if its machine does not open the disk one day, as after a repair. "
      "Without it everything on the disk is lost then. Keep it where students cannot see it.");
  view.main = DeskButton{"written-down", tr("I have written it down")};
  return view;
}

}  // namespace

std::unique_ptr<DeskPage> diskKeyPage(const DeskTools& tools, std::function<Step()> done,
                                      std::optional<DeskButton> other) {
  const Appliance& appliance = tools.machine->appliance;
  return std::make_unique<NoticePage>(
      tools,
      [key = appliance.recoveryKey(), other = std::move(other)] {
        NoticeView view = shown(key);
        view.other = other;
        return view;
      },
      [tools, &appliance, done = std::move(done)]() -> Step {
        if (const auto kept = appliance.forgetRecoveryKey(); !kept) {
          return sayTrouble(tools, tr("The device did not take that in"),
                            tr("The key is shown again under Device, and the next start makes a "
                               "new one. Write that one down."));
        }
        return done();
      });
}

}  // namespace hallpass

// The appliance's ports, and a keyboard or a mouse that staff plug in.
#include <memory>

#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/notice_page.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

/// The ports are open for as long as it lives.
struct OpenPorts {
  explicit OpenPorts(const Appliance& appliance) : grant(appliance.openPorts()) {}
  platform::Grant grant;
};

NoticeView openView() {
  NoticeView view;
  view.screen = "ports";
  view.headline = tr("Plug it in now");
  view.detail = tr(
      "A keyboard or a mouse that is plugged in while this page is open works until it is pulled "
      "out. Once you leave the page, only sticks and sound are let in.");
  view.main = DeskButton{"close-ports", tr("Close the ports")};
  return view;
}

NoticeView closedView() {
  return troubleView(
      tr("The ports stay closed"),
      tr("The machine did not answer. Plug the keyboard in and restart the machine: what is there "
         "when it starts is let in."));
}

}  // namespace

std::unique_ptr<DeskPage> portsPage(const DeskTools& tools) {
  const auto ports = std::make_shared<OpenPorts>(tools.machine->appliance);
  return std::make_unique<NoticePage>(
      tools, [ports] { return ports->grant.granted() ? openView() : closedView(); });
}

}  // namespace hallpass

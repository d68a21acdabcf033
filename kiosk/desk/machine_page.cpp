// What venue staff find of the machine itself: its version, address and time, and what can be set.
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/desk/deeds_page.h"
#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/ui/day_text.h"
#include "platform/base/translation.h"
#include "platform/os/network.h"

namespace hallpass {
namespace {

using platform::noted;
using platform::tr;

using Factory = std::unique_ptr<DeskPage> (*)(const DeskTools&);

Deed opens(const char* id, const char* label, Factory factory) {
  return {{id, label},
          [factory](const DeskTools& tools) -> Step { return OpenPage{factory(tools)}; }};
}

/// Once the key is kept, its button does nothing until the page is opened anew.
Step openDiskKey(const DeskTools& tools) {
  if (tools.machine->appliance.recoveryKey().empty()) return StayHere{};
  return OpenPage{diskKeyPage(
      tools, [] { return Step(GoBack{}); }, DeskButton{"later", tr("Back")})};
}

/// The ports are among them where they are closed, and the key of the disk until somebody has
/// written it down.
std::vector<Deed> machineDeeds(const DeskTools& tools) {
  std::vector<Deed> deeds{
      opens("sound-and-picture", noted("Sound and picture"), soundAndPicturePage),
      opens("clock", noted("Time and time zone"), clockPage),
      opens("sleep", noted("Dark at night"), sleepPage),
      opens("language-default", noted("Language and colours"), languagePage),
      opens("cleaning", noted("Clean the screen"), cleaningPage),
      opens("settings-files", noted("Settings from a stick"), settingsFilesPage),
      opens("restart-machine", noted("Restart the machine"), restartMachinePage),
      opens("switch-off", noted("Switch off"), switchOffPage)};
  if (tools.machine->appliance.closesPorts()) {
    deeds.push_back(opens("ports", noted("Plug in a keyboard"), portsPage));
  }
  if (!tools.machine->appliance.recoveryKey().empty()) {
    deeds.push_back({{"disk-key", noted("Recovery key of the disk")}, openDiskKey});
  }
  return deeds;
}

class MachinePage final : public DeedsPage {
 public:
  explicit MachinePage(const DeskTools& tools) : DeedsPage(tools, machineDeeds(tools)) {
    MachinePage::refresh();
  }

  void refresh() override { addresses_ = platform::networkAddresses(); }

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "machine";
    view.title = tr("Device");
    view.facts = {{HALLPASS_VERSION, tr("version")},
                  {dayText(tools_.clock.now()), tr("time of this device")}};
    for (const auto& each : addresses_) {
      if (view.facts.size() == kMostFacts) break;
      view.facts.push_back({each.address, tr("network address")});
    }
    if (addresses_.empty())
      view.facts.push_back({tr("none"), tr("network address: none is needed")});
    view.buttons = buttons();
    return view;
  }

 private:
  static constexpr std::size_t kMostFacts = 4;
  std::vector<platform::NetworkAddress> addresses_;
};

}  // namespace

std::string percentText(int percent) {
  return platform::filled(tr("{n} %"), {{"n", std::to_string(percent)}});
}

NoticeView troubleView(std::string headline, std::string sentence) {
  NoticeView view;
  view.screen = "machine-trouble";
  view.sign = Sign::Attention;
  view.headline = std::move(headline);
  view.detail = std::move(sentence);
  view.main = DeskButton{"understood", tr("Back")};
  return view;
}

Step sayTrouble(const DeskTools& tools, const std::string& headline, const std::string& sentence) {
  return OpenPage{std::make_unique<NoticePage>(tools, troubleView(headline, sentence))};
}

std::unique_ptr<DeskPage> machinePage(const DeskTools& tools) {
  return std::make_unique<MachinePage>(tools);
}

}  // namespace hallpass

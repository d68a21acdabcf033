#include "kiosk/desk/turned_page.h"

#include <algorithm>
#include <chrono>

#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "platform/base/translation.h"
#include "platform/os/rotation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

}  // namespace

using platform::filled;
using platform::tr;

TurnedPage::TurnedPage(const DeskTools& tools, int before, int now)
    : DeskPage(tools), before_(before), now_(now), until_(tools.clock.sinceBoot() + kTurned) {}

TurnedPage::~TurnedPage() {
  if (!kept_) (void)platform::setRotation(tools_.machine->places.display, before_);
}

int TurnedPage::secondsLeft() const {
  const auto left = std::chrono::ceil<std::chrono::seconds>(until_ - tools_.clock.sinceBoot());
  return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

ScreenView TurnedPage::view() const {
  NoticeView view;
  view.screen = "turned";
  view.headline = tr("Can you read and touch this?");
  view.detail = filled(tr("If not, wait: the picture turns back by itself in {n} s."),
                       {{"n", std::to_string(secondsLeft())}});
  view.other = DeskButton{"turn-back", tr("Turn it back")};
  view.main = DeskButton{"keep", tr("Keep it so")};
  return view;
}

Step TurnedPage::handle(const Intent& intent) {
  if (intent.act == Act::Back || intent.act == Act::Other) return GoBack{};
  if (intent.act != Act::Main) return StayHere{};
  kept_ = true;
  tools_.machine->settings.rotationDegrees = now_;
  const std::string trouble = keepSetting(*tools_.machine, "rotation_degrees", std::int64_t{now_});
  if (trouble.empty()) return GoBack{};
  return sayTrouble(tools_, tr("Not written down"), trouble);
}

Step TurnedPage::next() {
  if (!kept_ && secondsLeft() > 0) return StayHere{};
  return GoBack{};
}

}  // namespace hallpass

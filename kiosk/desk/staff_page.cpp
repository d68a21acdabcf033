// What venue staff find behind their PIN.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/desk/deeds_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/room/room.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::noted;
using platform::tr;
using platform::trn;

/// What staff can do, in the order of the buttons: one line each.
std::vector<Deed> staffDeeds() {
  std::vector<Deed> deeds;
  deeds.push_back({{"reset", noted("Reset")},
                   [](const DeskTools& tools) -> Step { return OpenPage{resetPage(tools)}; }});
  deeds.push_back({{"readiness", noted("Test this device")},
                   [](const DeskTools& tools) { return Step(OpenPage{readinessPage(tools)}); }});
  deeds.push_back({{"machine", noted("Device")}, [](const DeskTools& tools) -> Step {
                     if (tools.machine == nullptr) return StayHere{};
                     return OpenPage{machinePage(tools)};
                   }});
  for (Deed& deed : pinDeeds()) deeds.push_back(std::move(deed));
  return deeds;
}

/// How the device is, without a name of anybody: not even the title of the class is shown, for it
/// may say whose class it is (kiosk/decisions/staff-see-numbers.md).
class StaffPage final : public DeedsPage {
 public:
  explicit StaffPage(const DeskTools& tools) : DeedsPage(tools, staffDeeds()) {
    StaffPage::refresh();
  }

  void refresh() override {
    const auto room = readRoom(tools_.ledger, tools_.assets, tools_.clock.now());
    const auto stock = tools_.ledger.stock().count(std::nullopt);
    if (!room || !stock) return;
    ready_ = room->reasons.empty();
    stock_ = *stock;
    state_.reset();
    if (room->heldClass) state_ = room->heldClass->state;
  }

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "staff";
    view.title = tr("Venue staff");
    view.back = false;
    view.lead = lead();
    view.leadSign = ready_ || !state_ ? Sign::None : Sign::Attention;
    // TRANSLATORS: the number of codes stands above these words, here and in what follows
    view.facts = {
        {std::to_string(stock_.loaded), trn("code came in", "codes came in", stock_.loaded)},
        {std::to_string(stock_.inStock), tr("in stock")},
        {std::to_string(stock_.claimed), tr("handed out")},
        {std::to_string(stock_.quarantined), tr("in quarantine")},
        {std::to_string(stock_.expired), tr("expired")},
        {std::to_string(stock_.returned), tr("returned")}};
    view.buttons = buttons();
    return view;
  }

 private:
  [[nodiscard]] const char* lead() const {
    if (!state_) return tr("No class has been opened on this device.");
    if (ready_) return tr("The class is open. Students can take codes.");
    switch (*state_) {
      case ClassState::Open:
        return tr(
            "The class is open. Students cannot take codes right now: the instructor sees why.");
      case ClassState::Paused:
        return tr(
            "The class is paused. Students cannot take codes right now: the instructor sees why.");
      case ClassState::Closed:
        break;
    }
    return tr("The class is closed. Students cannot take codes right now.");
  }

  bool ready_ = false;
  StockCount stock_;
  std::optional<ClassState> state_;  ///< nullopt: no class has been opened.
};

}  // namespace

std::unique_ptr<DeskPage> staffPage(const DeskTools& tools) {
  return std::make_unique<StaffPage>(tools);
}

}  // namespace hallpass

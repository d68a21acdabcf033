// What concerns the device itself, for the instructor: PINs, the recovery word, training mode.
#include <optional>
#include <utility>
#include <vector>

#include "kiosk/desk/deeds_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/places.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::noted;
using platform::tr;

/// Training mode is explained before it begins.
Step explainPractice(const DeskTools& tools) {
  NoticeView view;
  view.screen = "practice";
  view.headline =
      tools.training ? tr("End training mode?") : tr("Try everything, without any risk");
  view.detail =
      tools.training
          ? tr("Everything that was done in it is forgotten. Your class, its students and "
               "its codes are as you left them.")
          : tr("Training mode has a class, students and codes of its own. Its codes say "
               "TRAINING and open nothing. Your own class waits until you end it.");
  view.other = DeskButton{"keep", tr("Back")};
  view.main =
      DeskButton{"practise", tools.training ? tr("End training mode") : tr("Start training mode")};
  return OpenPage{std::make_unique<NoticePage>(
      tools, std::move(view), [on = !tools.training] { return Step(Practise{on}); })};
}

class DevicePage final : public DeedsPage {
 public:
  explicit DevicePage(const DeskTools& tools) : DeedsPage(tools, deedsFor(tools)) {}

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "device";
    view.title = tr("This device");
    view.back = false;
    view.lead = tools_.training ? tr("Training mode runs: no code here is a real one.")
                                : tr("PINs, the recovery word, and a place to practise.");
    view.leadSign = tools_.training ? Sign::Attention : Sign::None;
    view.buttons = buttons();
    return view;
  }

  [[nodiscard]] std::optional<DeskPlace> place() const override { return DeskPlace::Device; }

 private:
  static std::vector<Deed> deedsFor(const DeskTools& tools) {
    std::vector<Deed> deeds = pinDeeds();
    deeds.push_back(
        {{"practice", tools.training ? noted("End training mode") : noted("Training mode")},
         explainPractice});
    return deeds;
  }
};

}  // namespace

std::unique_ptr<DeskPage> devicePage(const DeskTools& tools) {
  return std::make_unique<DevicePage>(tools);
}

}  // namespace hallpass

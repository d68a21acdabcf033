// What concerns the device itself: PINs, the recovery word, training mode; and the page of the
// venue's staff.
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "kiosk/desk/new_pin_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/recovery_pages.h"
#include "kiosk/room/room.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::noted;
using platform::tr;
using platform::trn;

Step saySet(const DeskTools& tools, const std::string& headline, const std::string& detail) {
  NoticeView view;
  view.screen = "pin-set";
  view.sign = Sign::Good;
  view.headline = headline;
  view.detail = detail;
  view.main = DeskButton{"understood", tr("Back")};
  return ReplacePage{std::make_unique<NoticePage>(tools, std::move(view))};
}

Step newPin(const DeskTools& tools, Lock lock) {
  return OpenPage{std::make_unique<NewPinPage>(tools, lock, [tools, lock] {
    return saySet(
        tools, tr("The new PIN is set"),
        lock == Lock::Staff
            ? tr("It counts from now on for venue staff. Tell it only to those who need it.")
            : tr("It counts from now on for the instructor. Tell it only to those who need it."));
  })};
}

Step newWord(const DeskTools& tools) {
  return OpenPage{std::make_unique<RecoveryWordPage>(tools, [] { return Step(GoBack{}); })};
}

/// One thing that can be done here.
struct Deed {
  DeskButton button;
  std::function<Step(const DeskTools&)> work;
};

/// A page of buttons alone.
class DeedsPage : public DeskPage {
 public:
  DeedsPage(DeskTools tools, std::vector<Deed> deeds) : DeskPage(tools), deeds_(std::move(deeds)) {}

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Intent::Act::Back) return GoBack{};
    if (intent.act != Intent::Act::Press || intent.index >= deeds_.size()) return StayHere{};
    return deeds_[intent.index].work(tools_);
  }

 protected:
  [[nodiscard]] std::vector<DeskButton> buttons() const {
    std::vector<DeskButton> buttons;
    for (const Deed& deed : deeds_) buttons.push_back({deed.button.id, tr(deed.button.label)});
    return buttons;
  }

 private:
  std::vector<Deed> deeds_;
};

std::vector<Deed> pinDeeds() {
  return {{{"instructor-pin", noted("New PIN for the instructor")},
           [](const DeskTools& tools) { return newPin(tools, Lock::Instructor); }},
          {{"staff-pin", noted("New PIN for venue staff")},
           [](const DeskTools& tools) { return newPin(tools, Lock::Staff); }},
          {{"recovery-word", noted("New recovery word")}, newWord}};
}

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

/// How the device is, without a name of anybody.
class StaffPage final : public DeedsPage {
 public:
  explicit StaffPage(const DeskTools& tools) : DeedsPage(tools, pinDeeds()) { refresh(); }

  void refresh() override {
    const auto room = readRoom(tools_.ledger, tools_.assets, tools_.clock.now());
    const auto stock = tools_.ledger.stock().count(std::nullopt);
    if (!room || !stock) return;
    ready_ = room->reasons.empty();
    stock_ = *stock;
    classTitle_ = room->heldClass ? room->heldClass->facts.title : "";
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
  [[nodiscard]] std::string lead() const {
    if (!state_) return tr("No class has been opened on this device.");
    return filled(stateSentence(), {{"class", classTitle_}});
  }
  [[nodiscard]] const char* stateSentence() const {
    if (ready_) return tr("\"{class}\" is open. Students can take codes.");
    switch (*state_) {
      case ClassState::Open:
        return tr(
            "\"{class}\" is open. Students cannot take codes right now: the instructor sees why.");
      case ClassState::Paused:
        return tr(
            "\"{class}\" is paused. Students cannot take codes right now: the instructor sees "
            "why.");
      case ClassState::Closed:
        break;
    }
    return tr(
        "\"{class}\" is closed. Students cannot take codes right now: the instructor sees why.");
  }

  bool ready_ = false;
  StockCount stock_;
  std::string classTitle_;
  std::optional<ClassState> state_;  ///< nullopt: no class has been opened.
};

}  // namespace

std::unique_ptr<DeskPage> devicePage(const DeskTools& tools) {
  return std::make_unique<DevicePage>(tools);
}

std::unique_ptr<DeskPage> staffPage(const DeskTools& tools) {
  return std::make_unique<StaffPage>(tools);
}

}  // namespace hallpass

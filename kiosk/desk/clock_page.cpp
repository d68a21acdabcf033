// The machine's clock and its zone.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/typed_time.h"
#include "kiosk/desk/work_page.h"
#include "kiosk/desk/zone_pages.h"
#include "platform/base/translation.h"
#include "platform/os/time_setting.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::MachinePart;
using platform::tr;

enum class Item : std::uint8_t { Time, Zone, Keeper };

class ClockPage final : public DeskPage {
 public:
  explicit ClockPage(const DeskTools& tools) : DeskPage(tools) { ClockPage::refresh(); }

  void refresh() override {
    const auto setting = platform::timeSetting(bus());
    setting_ = setting ? std::optional(*setting) : std::nullopt;
    absent_ = setting ? "" : sentence(MachinePart::Time, setting.error());
  }

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "clock";
    view.title = tr("Time and time zone");
    view.lead = lead();
    if (!trouble_.empty() || !absent_.empty()) view.leadSign = Sign::Attention;
    if (!setting_) {
      view.facts = {{typedTime(tools_.clock.now()), tr("time of this device")}};
      return view;
    }
    view.form.emplace();
    for (const Item item : items()) view.form->fields.push_back(field(item));
    return view;
  }

  [[nodiscard]] Step next() override {
    const auto wanted = std::exchange(wanted_, std::nullopt);
    return wanted ? set(*wanted) : Step(StayHere{});
  }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Act::Back) return GoBack{};
    const auto shown = items();
    if (!setting_ || intent.index >= shown.size()) return StayHere{};
    const Item item = shown[intent.index];
    if (intent.act == Act::Focus && item == Item::Time) return askTime();
    if (intent.act == Act::Focus && item == Item::Zone) return askZone();
    if (intent.act == Act::Choose && item == Item::Keeper && intent.option < 2) {
      keepBy(intent.option == 0);
    }
    return StayHere{};
  }

 private:
  [[nodiscard]] const std::string& bus() const { return tools_.machine->places.bus; }

  [[nodiscard]] std::vector<Item> items() const {
    if (setting_ && setting_->byNetworkAllowed) return {Item::Time, Item::Zone, Item::Keeper};
    return {Item::Time, Item::Zone};
  }

  [[nodiscard]] std::string lead() const {
    if (!absent_.empty()) return absent_;
    if (!trouble_.empty()) return trouble_;
    return tr("Codes are handed out and written down by this clock.");
  }

  [[nodiscard]] FormField field(Item item) const {
    FormField field;
    switch (item) {
      case Item::Time:
        field.id = "time";
        field.label = tr("Date and time");
        field.value = typedTime(tools_.clock.now());
        break;
      case Item::Zone:
        field.id = "zone";
        field.label = tr("Time zone");
        field.value = setting_->zone;
        break;
      case Item::Keeper:
        field.id = "keeper";
        field.label = tr("Kept right by");
        field.choices = {tr("the network"), tr("you")};
        field.chosen = setting_->byNetwork ? 0 : 1;
        break;
    }
    return field;
  }

  [[nodiscard]] Step askTime() {
    EditAsk ask;
    ask.title = tr("Date and time");
    ask.hint = tr("What your watch says, such as 2026-11-23 09:00 or 09:00.");
    ask.keyboard = Keyboard::Numbers;
    ask.take = [this](const std::string& typed) -> std::string {
      const auto time = readTypedTime(typed, DayEdge::Begin, tools_.clock.now());
      if (!time || typed.find(':') == std::string::npos) {
        return tr("Write the date and the time, such as 2026-11-23 09:00.");
      }
      wanted_ = *time;
      return "";
    };
    return OpenPage{std::make_unique<EditPage>(tools_, std::move(ask))};
  }

  [[nodiscard]] Step askZone() {
    auto zones = platform::timeZones(bus());
    if (zones) return OpenPage{zonePage(tools_, *std::move(zones))};
    return sayTrouble(tools_, tr("Time zone"), sentence(MachinePart::Time, zones.error()));
  }

  void keepBy(bool network) {
    const auto done = platform::keepTimeByNetwork(bus(), network);
    trouble_ = done ? "" : sentence(MachinePart::Time, done.error());
    if (done) {
      recordDeed(tools_, Event::ClockKeeperSet, {{"network", network ? "yes" : "no"}});
    }
    refresh();
  }

  /// On the worker: a time source may take seconds to let go of the clock. The page lies under the
  /// one that says so, and is told when that ends.
  [[nodiscard]] Step set(platform::UtcTime time) {
    LongWork work;
    work.title = tr("Setting the clock");
    work.cancels = false;
    work.alone = true;
    work.run = [this, time, bus = bus(),
                before = tools_.clock.now()](platform::Worker::Job& /*job*/) -> LongWork::Leads {
      const auto done = platform::setTime(bus, time);
      return [this, time, before, done]() -> Step {
        trouble_ = done ? "" : sentence(MachinePart::Time, done.error());
        if (done) {
          recordDeed(
              tools_, Event::ClockSet,
              {{"before", platform::toIsoText(before)}, {"after", platform::toIsoText(time)}});
        }
        return GoBack{};
      };
    };
    return openWork(tools_, std::move(work));
  }

  std::optional<platform::TimeSetting> setting_;
  std::optional<platform::UtcTime> wanted_;  ///< Typed, and not set yet.
  std::string absent_;                       ///< Why there is none.
  std::string trouble_;                      ///< Why the last touch set nothing.
};

}  // namespace

std::unique_ptr<DeskPage> clockPage(const DeskTools& tools) {
  return std::make_unique<ClockPage>(tools);
}

}  // namespace hallpass

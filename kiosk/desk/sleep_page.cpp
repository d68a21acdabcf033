// From when until when the screen is dark.
#include <memory>
#include <string>
#include <utility>

#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::tr;

constexpr DayTime kUsualFrom{22 * 60};
constexpr DayTime kUsualUntil{6 * 60};

class SleepPage final : public DeskPage {
 public:
  using DeskPage::DeskPage;

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "sleep";
    view.title = tr("Dark at night");
    view.lead = trouble_.empty() ? tr("The screen is dark between two times of day. A touch wakes "
                                      "it, and it never goes dark in the middle of a visit.")
                                 : trouble_;
    if (!trouble_.empty()) view.leadSign = Sign::Attention;
    view.form.emplace();
    view.form->fields.push_back(onField());
    if (!isOn()) return view;
    view.form->fields.push_back(timeField("from", tr("Dark from"), *settings().sleepFrom));
    view.form->fields.push_back(timeField("until", tr("Until"), *settings().sleepUntil));
    return view;
  }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Act::Back) return GoBack{};
    if (intent.act == Act::Choose && intent.index == 0) {
      if (intent.option == 0) keep(std::nullopt, std::nullopt);
      if (intent.option == 1 && !isOn()) keep(kUsualFrom, kUsualUntil);
      return StayHere{};
    }
    if (intent.act != Act::Focus || !isOn() || intent.index < 1 || intent.index > 2) {
      return StayHere{};
    }
    return ask(intent.index == 1);
  }

 private:
  [[nodiscard]] Settings& settings() const { return tools_.machine->settings; }
  [[nodiscard]] bool isOn() const { return settings().sleepFrom && settings().sleepUntil; }

  [[nodiscard]] FormField onField() const {
    FormField field;
    field.id = "sleeps";
    field.label = tr("The screen goes dark");
    field.choices = {tr("Never"), tr("Every night")};
    field.chosen = isOn() ? 1 : 0;
    return field;
  }

  [[nodiscard]] static FormField timeField(const char* id, const char* label, DayTime time) {
    FormField field;
    field.id = id;
    field.label = label;
    field.value = toText(time);
    return field;
  }

  [[nodiscard]] Step ask(bool from) {
    EditAsk ask;
    ask.title = from ? tr("Dark from") : tr("Dark until");
    ask.hint = tr("A time of day such as 22:00.");
    ask.keyboard = Keyboard::Numbers;
    ask.longest = 5;
    ask.take = [this, from](const std::string& typed) { return take(from, typed); };
    return OpenPage{std::make_unique<EditPage>(tools_, std::move(ask))};
  }

  std::string take(bool from, const std::string& typed) {
    const auto time = parseDayTime(typed.size() == 4 ? "0" + typed : typed);
    if (!time) return tr("Write a time from 00:00 to 23:59, such as 22:00.");
    if (time == (from ? settings().sleepUntil : settings().sleepFrom)) {
      return tr("The two times are the same. Choose another one.");
    }
    keep(from ? time : settings().sleepFrom, from ? settings().sleepUntil : time);
    return "";
  }

  void keep(std::optional<DayTime> from, std::optional<DayTime> until) {
    settings().sleepFrom = from;
    settings().sleepUntil = until;
    trouble_ = keepSetting(*tools_.machine, "sleep_from", from ? toText(*from) : "");
    const std::string second =
        keepSetting(*tools_.machine, "sleep_until", until ? toText(*until) : "");
    if (trouble_.empty()) trouble_ = second;
  }

  std::string trouble_;
};

}  // namespace

std::unique_ptr<DeskPage> sleepPage(const DeskTools& tools) {
  return std::make_unique<SleepPage>(tools);
}

}  // namespace hallpass

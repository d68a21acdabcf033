// The language that is spoken where no class says another.
#include <string>

#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/domain/language.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::tr;

class LanguagePage final : public DeskPage {
 public:
  using DeskPage::DeskPage;

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "language-default";
    view.title = tr("Language");
    view.lead = trouble_.empty()
                    ? tr("Visits begin in this language, unless the class has one of its own.")
                    : trouble_;
    if (!trouble_.empty()) view.leadSign = Sign::Attention;
    FormField field;
    field.id = "language";
    field.label = tr("Language");
    for (const Language& each : kLanguages) {
      if (each.id == tools_.machine->settings.language) field.chosen = field.choices.size();
      field.choices.emplace_back(each.ownName);
    }
    view.form = FormView{{std::move(field)}};
    return view;
  }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Act::Back) return GoBack{};
    if (intent.act != Act::Choose || intent.option >= kLanguages.size()) return StayHere{};
    const std::string id(kLanguages[intent.option].id);
    tools_.machine->settings.language = id;
    trouble_ = keepSetting(*tools_.machine, "language", id);
    return StayHere{};
  }

 private:
  std::string trouble_;
};

}  // namespace

std::unique_ptr<DeskPage> languagePage(const DeskTools& tools) {
  return std::make_unique<LanguagePage>(tools);
}

}  // namespace hallpass

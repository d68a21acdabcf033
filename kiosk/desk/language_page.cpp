// How the device speaks and looks where no class and no student says otherwise.
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
    view.title = tr("Language and colours");
    view.lead = trouble_.empty() ? tr("Visits begin like this, unless the class has a language of "
                                      "its own.")
                                 : trouble_;
    if (!trouble_.empty()) view.leadSign = Sign::Attention;
    view.form = FormView{{languageField(), themeField()}};
    return view;
  }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Act::Back) return GoBack{};
    if (intent.act != Act::Choose) return StayHere{};
    Settings& settings = tools_.machine->settings;
    if (intent.index == 0 && intent.option < kLanguages.size()) {
      settings.language = kLanguages[intent.option].id;
      trouble_ = keepSetting(*tools_.machine, "language", settings.language);
    }
    if (intent.index == 1 && intent.option < kThemeIds.size()) {
      settings.theme = static_cast<ThemeName>(intent.option);
      trouble_ = keepSetting(*tools_.machine, "theme", std::string(themeId(settings.theme)));
    }
    return StayHere{};
  }

 private:
  [[nodiscard]] FormField languageField() const {
    FormField field;
    field.id = "language";
    field.label = tr("Language");
    for (const Language& each : kLanguages) {
      if (each.id == tools_.machine->settings.language) field.chosen = field.choices.size();
      field.choices.emplace_back(each.ownName);
    }
    return field;
  }

  [[nodiscard]] FormField themeField() const {
    FormField field;
    field.id = "theme";
    field.label = tr("Colours");
    for (const char* label : kThemeLabels) field.choices.emplace_back(tr(label));
    field.chosen = static_cast<std::size_t>(tools_.machine->settings.theme);
    return field;
  }

  std::string trouble_;
};

}  // namespace

std::unique_ptr<DeskPage> languagePage(const DeskTools& tools) {
  return std::make_unique<LanguagePage>(tools);
}

}  // namespace hallpass

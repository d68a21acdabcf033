#include "kiosk/desk/overrule_page.h"

#include <utility>

#include "kiosk/ui/day_text.h"
#include "platform/base/translation.h"

namespace hallpass {

using platform::filled;
using platform::tr;

std::string elsewhereText(const Elsewhere& elsewhere) {
  return filled(tr("A code was taken in this name in {room}: {time}."),
                {{"room", elsewhere.room}, {"time", dayText(elsewhere.at)}});
}

OverrulePage::OverrulePage(DeskTools tools, StudentId student, Elsewhere elsewhere)
    : DeskPage(tools), id_(student), elsewhere_(std::move(elsewhere)) {}

ScreenView OverrulePage::view() const {
  DeskView view;
  view.screen = "overrule";
  view.title = tr("A second code?");
  view.lead = elsewhereText(elsewhere_) + " " +
              tr("The reason goes on record, and the other rooms are told.");
  view.leadSign = Sign::Attention;
  FormField reason{"reason", tr("Why another one is right"), "", "", {}, kOverrules.size(), ""};
  for (std::size_t at = 0; at < kOverrules.size(); ++at) {
    reason.choices.emplace_back(title(kOverrules.at(at)));
    if (reason_ == kOverrules.at(at)) reason.chosen = at;
  }
  if (tried_ && !reason_) reason.mistake = tr("Choose why another code is right.");
  view.form = FormView{{std::move(reason)}};
  view.other = DeskButton{"no", tr("No second code")};
  view.main = DeskButton{"hand-over", tr("Hand the device over")};
  return view;
}

Step OverrulePage::handle(const Intent& intent) {
  switch (intent.act) {
    case Intent::Act::Back:
    case Intent::Act::Other:
      return GoBack{};
    case Intent::Act::Choose:
      if (intent.index == 0 && intent.option < kOverrules.size()) {
        reason_ = kOverrules.at(intent.option);
      }
      return StayHere{};
    case Intent::Act::Main:
      tried_ = true;
      if (!reason_) return StayHere{};
      return HandOver{id_, std::nullopt, reason_};
    default:
      return StayHere{};
  }
}

}  // namespace hallpass

// Which language the screens speak, and which ones are offered.
#include <algorithm>

#include "kiosk/app.h"
#include "kiosk/desk/places.h"
#include "kiosk/domain/language.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

/// All, and `first` before the others.
std::vector<std::size_t> allLanguages(std::size_t first = 0) {
  std::vector<std::size_t> all;
  if (first < kLanguages.size()) all.push_back(first);
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    if (i != first) all.push_back(i);
  }
  return all;
}

/// The index of `id` in kLanguages; past its end where there is none.
std::size_t indexOf(std::string_view id) {
  const auto found = std::find_if(kLanguages.begin(), kLanguages.end(),
                                  [&](const Language& each) { return each.id == id; });
  return static_cast<std::size_t>(found - kLanguages.begin());
}

}  // namespace

/// At the door somebody may come who speaks none of the class's languages.
bool App::atDoor() const { return desk_ && !desk_->isOpen(); }

/// Those of the class, its own first; all where it names none, that of the device first.
std::vector<std::size_t> App::offeredLanguages() const {
  std::vector<std::size_t> offered;
  if (room_.heldClass) {
    for (const std::string& id : room_.heldClass->facts.languages) {
      if (const std::size_t index = indexOf(id); index < kLanguages.size()) {
        offered.push_back(index);
      }
    }
  }
  return offered.empty() ? allLanguages(indexOf(places_.machine.settings.language)) : offered;
}

/// The screen and the step stay; what a page of the desk has built is built anew.
void App::chooseLanguage(std::size_t language) {
  const auto& offered = view_.languages;
  if (std::find(offered.begin(), offered.end(), language) == offered.end()) return;
  speak(language);
  if (!desk_) {
    nameAnew();
    timer_.touched(clock_.sinceBoot());
    if (std::holds_alternative<AttractView>(view_.screen)) {
      choiceUntil_ = clock_.sinceBoot() + times_.idle;
    }
    return;
  }
  // A notice keeps the words that it was made with. At the door it is the first page.
  if (std::holds_alternative<NoticeView>(view_.screen)) {
    if (needsFirstStart(deviceLedger())) return openFirstStart();
    desk_.emplace(deskTools(Role::Student), DeskTimes{}, doorPage(deskTools(Role::Student)));
    return showDesk();
  }
  desk_->touched();
  desk_->refresh();
  showDesk();
}

/// What tells two students of one name apart is said in words.
void App::nameAnew() {
  if (auto* find = std::get_if<FindView>(&view_.screen)) find->hits = search_.shown(hits_);
  if (!student_) return;
  std::visit(
      [&](auto& screen) {
        if constexpr (requires { screen.student = ShownName{}; }) screen.student = shownStudent();
      },
      view_.screen);
}

void App::speak(std::size_t language) { platform::setLanguage(kLanguages.at(language).id); }

void App::speakClassLanguage() {
  choiceUntil_.reset();
  speak(offeredLanguages().front());
}

/// What every view holds, whichever screen it shows.
void App::completeView() {
  view_.training = device_ != nullptr;
  view_.look = desk_ ? deviceLook() : look_;
  if (asleep()) {
    view_.languages.clear();
    return;
  }
  view_.language = std::min(indexOf(platform::language()), kLanguages.size() - 1);
  if (atDoor()) {
    const auto* notice = std::get_if<NoticeView>(&view_.screen);
    const bool switches =
        std::holds_alternative<PinView>(view_.screen) ||
        (notice != nullptr && (notice->screen == "first-start" || notice->screen == "no-pin"));
    view_.languages = switches ? allLanguages() : std::vector<std::size_t>{};
  } else {
    view_.languages = desk_ ? std::vector<std::size_t>{} : offeredLanguages();
  }
}

}  // namespace hallpass

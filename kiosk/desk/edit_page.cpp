#include "kiosk/desk/edit_page.h"

#include <utility>

#include "platform/base/text.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

void eraseLast(std::string& typed) {
  std::u32string points = platform::toCodePoints(typed);
  if (!points.empty()) points.pop_back();
  typed = platform::toUtf8(points);
}

}  // namespace

EditPage::EditPage(DeskTools tools, EditAsk ask) : DeskPage(tools), ask_(std::move(ask)) {}

ScreenView EditPage::view() const {
  EditView view;
  view.title = ask_.title;
  view.hint = ask_.hint;
  view.typed = ask_.typed;
  view.mistake = mistake_;
  view.keyboard = ask_.keyboard;
  view.secret = ask_.secret;
  return view;
}

Step EditPage::handle(const Intent& intent) {
  switch (intent.act) {
    case Act::Type:
      mistake_.clear();
      if (platform::toCodePoints(ask_.typed).size() < ask_.longest) ask_.typed += intent.text;
      return StayHere{};
    case Act::Erase:
      mistake_.clear();
      eraseLast(ask_.typed);
      return StayHere{};
    case Act::Submit:
    case Act::Main:
      mistake_ = ask_.take(std::string(platform::trim(ask_.typed)));
      if (mistake_.empty()) return GoBack{};
      return StayHere{};
    case Act::Back:
      return GoBack{};
    default:
      return StayHere{};
  }
}

}  // namespace hallpass

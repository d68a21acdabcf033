#include "kiosk/desk/notice_page.h"

#include <utility>

#include "platform/base/translation.h"

namespace hallpass {

using platform::tr;

NoticePage::NoticePage(DeskTools tools, NoticeView view, std::function<Step()> main,
                       std::function<Step()> other)
    : DeskPage(tools), view_(std::move(view)), main_(std::move(main)), other_(std::move(other)) {}

Step NoticePage::handle(const Intent& intent) {
  if (intent.act == Intent::Act::Back) return GoBack{};
  if (intent.act == Intent::Act::Main && view_.main) return main_ ? main_() : Step(GoBack{});
  if (intent.act == Intent::Act::Other && view_.other) return other_ ? other_() : Step(GoBack{});
  return StayHere{};
}

std::unique_ptr<DeskPage> refusalPage(const DeskTools& tools, Refusal refusal) {
  NoticeView view;
  view.screen = "refused";
  view.sign = Sign::Attention;
  view.headline = tr("That was not done");
  view.detail = deskSentence(refusal);
  view.main = DeskButton{"understood", tr("Back")};
  return std::make_unique<NoticePage>(tools, std::move(view));
}

}  // namespace hallpass

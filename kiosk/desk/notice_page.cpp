#include "kiosk/desk/notice_page.h"

#include <utility>

#include "platform/base/translation.h"

namespace hallpass {

using platform::tr;

NoticePage::NoticePage(DeskTools tools, NoticeView view, std::function<Step()> main,
                       std::function<Step()> other)
    : NoticePage(
          tools, [view = std::move(view)] { return view; }, std::move(main), std::move(other)) {}

NoticePage::NoticePage(DeskTools tools, std::function<NoticeView()> view,
                       std::function<Step()> main, std::function<Step()> other)
    : DeskPage(tools), view_(std::move(view)), main_(std::move(main)), other_(std::move(other)) {}

Step NoticePage::handle(const Intent& intent) {
  if (intent.act == Intent::Act::Back) return GoBack{};
  const NoticeView shown = view_();
  if (intent.act == Intent::Act::Main && shown.main) return main_ ? main_() : Step(GoBack{});
  if (intent.act == Intent::Act::Other && shown.other) return other_ ? other_() : Step(GoBack{});
  return StayHere{};
}

std::unique_ptr<DeskPage> refusalPage(const DeskTools& tools, Refusal refusal) {
  return std::make_unique<NoticePage>(tools, [refusal] {
    NoticeView view;
    view.screen = "refused";
    view.sign = Sign::Attention;
    view.headline = tr("That was not done");
    view.detail = deskSentence(refusal);
    view.main = DeskButton{"understood", tr("Back")};
    return view;
  });
}

}  // namespace hallpass

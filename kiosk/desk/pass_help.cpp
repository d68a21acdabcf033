#include "kiosk/desk/pass_help.h"

#include <utility>

#include "kiosk/desk/notice_page.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

std::unique_ptr<DeskPage> orderingHelp(const DeskTools& tools) {
  NoticeView notice;
  notice.screen = "pass-ordering";
  notice.headline = tr("How passes were ordered");
  notice.detail = tr(
      "With the course: choose Student Access Pass on the product page, or in the shopping cart, "
      "where it stands only for courses that support it. Then cart, address, payment, review, "
      "confirmation. Later: My Account, Student Passes, up to 6 months after the purchase. Never "
      "more than the licences of the course.");
  notice.main = DeskButton{"back", tr("Back")};
  return std::make_unique<NoticePage>(tools, std::move(notice));
}

}  // namespace

std::unique_ptr<DeskPage> passHelp(const DeskTools& tools) {
  NoticeView notice;
  notice.screen = "pass-help";
  notice.headline = tr("Azure Passes");
  notice.detail =
      tr("Microsoft Student Access Passes came with course orders on the Courseware Marketplace of "
         "Arvato. The lab hoster has none: ask where the course was ordered. The marketplace ended "
         "them in December 2024; Education Hub invitations and training keys took their place, and "
         "lab orders went to marketplace.skillable.com.");
  notice.other = DeskButton{"ordering", tr("How they were ordered")};
  notice.main = DeskButton{"back", tr("Back")};
  return std::make_unique<NoticePage>(tools, std::move(notice), std::function<Step()>{},
                                      [tools] { return Step(OpenPage{orderingHelp(tools)}); });
}

}  // namespace hallpass

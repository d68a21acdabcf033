#include "kiosk/desk/checks_page.h"

#include <utility>

#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/paging.h"
#include "kiosk/room/status_report.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;

class ChecksPage final : public DeskPage {
 public:
  ChecksPage(const DeskTools& tools, std::string title, std::vector<Check> checks)
      : DeskPage(tools), title_(std::move(title)), checks_(std::move(checks)) {}

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "checks";
    view.title = title_;
    TableView table;
    // TRANSLATORS: what was tested, and what was found
    table.columns = {{tr("Tested"), 3}, {tr("Found"), 9}};
    paging_.put(table, checks_.size());
    for (std::size_t at = 0; at < table.page.count; ++at) {
      const Check& check = checks_[table.page.first + at];
      table.rows.push_back({{check.title, check.sentence}, signOf(check.finding)});
    }
    view.table = std::move(table);
    return view;
  }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Act::Back) return GoBack{};
    if (const auto at = paging_.opened(intent, checks_.size())) {
      return OpenPage{checkPage(tools_, checks_[*at])};
    }
    paging_.handle(intent, checks_.size());
    return StayHere{};
  }

 private:
  std::string title_;
  std::vector<Check> checks_;
  Paging paging_;
};

}  // namespace

Sign signOf(Finding finding) {
  switch (finding) {
    case Finding::Attention:
      return Sign::Attention;
    case Finding::Bad:
      return Sign::Bad;
    case Finding::Absent:
      return Sign::None;
    case Finding::Good:
      break;
  }
  return Sign::Good;
}

std::unique_ptr<DeskPage> checkPage(const DeskTools& tools, const Check& check) {
  NoticeView view;
  view.screen = "check";
  view.sign = signOf(check.finding);
  view.headline =
      filled(tr("{what}: {found}"), {{"what", check.title}, {"found", wordOf(check.finding)}});
  view.detail = check.sentence;
  view.main = DeskButton{"back", tr("Back")};
  return std::make_unique<NoticePage>(tools, std::move(view));
}

std::unique_ptr<DeskPage> checksPage(const DeskTools& tools, const std::string& title,
                                     std::vector<Check> checks) {
  return std::make_unique<ChecksPage>(tools, title, std::move(checks));
}

}  // namespace hallpass

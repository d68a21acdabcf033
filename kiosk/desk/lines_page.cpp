#include "kiosk/desk/lines_page.h"

#include <utility>

#include "kiosk/desk/notice_page.h"
#include "platform/base/translation.h"

namespace hallpass {

using platform::filled;
using platform::tr;

Lines noteLines(std::string screen, std::string title, const std::vector<LineNote>& notes) {
  Lines lines;
  lines.screen = std::move(screen);
  lines.title = std::move(title);
  // TRANSLATORS: the line's number, and what is said of it
  lines.columns = {{tr("Line"), 1}, {tr("What"), 9}};
  for (const LineNote& note : notes) {
    lines.rows.push_back({{std::to_string(note.line), note.what}});
  }
  return lines;
}

LinesPage::LinesPage(DeskTools tools, Lines lines) : DeskPage(tools), lines_(std::move(lines)) {}

ScreenView LinesPage::view() const {
  DeskView view;
  view.screen = lines_.screen;
  view.title = lines_.title;
  view.lead = lines_.lead;
  TableView table;
  table.columns = lines_.columns;
  table.whenEmpty = tr("No line.");
  paging_.put(table, lines_.rows.size());
  for (std::size_t at = 0; at < table.page.count; ++at) {
    table.rows.push_back(lines_.rows[table.page.first + at]);
  }
  view.table = std::move(table);
  return view;
}

Step LinesPage::handle(const Intent& intent) {
  if (intent.act == Intent::Act::Back) return GoBack{};
  if (const auto at = paging_.opened(intent, lines_.rows.size())) return openRow(lines_.rows[*at]);
  paging_.handle(intent, lines_.rows.size());
  return StayHere{};
}

Step LinesPage::openRow(const TableRow& row) const {
  if (!row.opens) return StayHere{};
  NoticeView notice;
  notice.screen = lines_.screen + "-line";
  notice.headline = filled(tr("Line {number}"), {{"number", row.cells.front()}});
  notice.detail = row.cells.back();
  notice.main = DeskButton{"back", tr("Back")};
  return OpenPage{std::make_unique<NoticePage>(tools_, std::move(notice))};
}

}  // namespace hallpass

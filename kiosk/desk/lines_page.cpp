#include "kiosk/desk/lines_page.h"

#include <utility>

namespace hallpass {

Lines noteLines(std::string screen, std::string title, const std::vector<LineNote>& notes) {
  Lines lines;
  lines.screen = std::move(screen);
  lines.title = std::move(title);
  lines.columns = {{"Line", 1, false, true}, {"What", 9}};
  for (const LineNote& note : notes) {
    lines.rows.push_back({{std::to_string(note.line), note.what}, Sign::None, false});
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
  table.whenEmpty = "No line.";
  paging_.put(table, lines_.rows.size());
  for (std::size_t at = 0; at < table.page.count; ++at) {
    table.rows.push_back(lines_.rows[table.page.first + at]);
  }
  view.table = std::move(table);
  return view;
}

Step LinesPage::handle(const Intent& intent) {
  if (intent.act == Intent::Act::Back) return GoBack{};
  paging_.handle(intent, lines_.rows.size());
  return StayHere{};
}

}  // namespace hallpass

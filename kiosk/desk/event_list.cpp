#include "kiosk/desk/event_list.h"

#include "kiosk/ledger/events.h"
#include "kiosk/room/journal_entry.h"
#include "platform/base/translation.h"

namespace hallpass {

using platform::tr;

EventListPage::EventListPage(DeskTools tools, std::string& chosen)
    : DeskPage(tools), chosen_(chosen) {}

ScreenView EventListPage::view() const {
  DeskView view;
  view.screen = "journal-events";
  view.title = tr("Which event?");
  TableView table;
  table.columns = {{tr("Event")}};
  paging_.put(table, events().size());
  for (std::size_t at = 0; at < table.page.count; ++at) {
    const EventInfo& event = events()[table.page.first + at];
    table.rows.push_back(
        {{eventTitle(event.id)}, event.id == chosen_ ? Sign::Good : Sign::None, true});
  }
  view.table = std::move(table);
  view.other = DeskButton{"any", tr("Any event")};
  return view;
}

Step EventListPage::handle(const Intent& intent) {
  if (intent.act == Intent::Act::Back) return GoBack{};
  if (intent.act == Intent::Act::Other) {
    chosen_.clear();
    return GoBack{};
  }
  if (const auto at = paging_.opened(intent, events().size())) {
    chosen_ = events()[*at].id;
    return GoBack{};
  }
  paging_.handle(intent, events().size());
  return StayHere{};
}

}  // namespace hallpass

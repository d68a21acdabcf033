#include "kiosk/desk/student_passes_page.h"

#include <algorithm>
#include <utility>

#include "kiosk/desk/add_passes_page.h"
#include "kiosk/desk/order_import.h"
#include "kiosk/desk/pass_help.h"
#include "kiosk/desk/places.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::tr;

enum Button : std::size_t { WhichButton, ImportButton, HelpButton };

/// Leaves the orders that passes can be added to, with how many.
void keepAvailable(std::vector<Order>& orders, platform::UtcTime now) {
  for (Order& order : orders) order.quantity = available(order, now);
  std::erase_if(orders, [](const Order& order) { return order.quantity == 0; });
}

}  // namespace

StudentPassesPage::StudentPassesPage(DeskTools tools) : DeskPage(tools) {
  StudentPassesPage::refresh();
}

void StudentPassesPage::refresh() {
  orders_.clear();
  if (auto orders = tools_.ledger.orders().list()) orders_ = *std::move(orders);
  anyOrder_ = !orders_.empty();
  if (availableOnly_) keepAvailable(orders_, tools_.clock.now());
  sortOrders(orders_, column_, direction_);
}

std::string StudentPassesPage::lead() const {
  if (!anyOrder_) return tr("Bring the marketplace's list of orders on a stick.");
  if (availableOnly_) {
    return tr("The last 6 months. Quantity: how many passes can still be added.");
  }
  return tr("Every purchase. Quantity: the passes that it has so far.");
}

TableView StudentPassesPage::table() const {
  TableView table;
  table.columns = {
      {tr("Course Number"), 2, true}, {tr("Pass Title"), 6, true}, {tr("Quantity"), 1, true, true}};
  table.whenEmpty =
      anyOrder_ ? tr("No order has passes left to add.") : tr("No order is known yet.");
  table.sortedBy = static_cast<std::size_t>(column_);
  table.direction = direction_;
  paging_.put(table, orders_.size());
  for (std::size_t at = 0; at < table.page.count; ++at) {
    const Order& order = orders_[table.page.first + at];
    table.rows.push_back({{order.course, order.title, std::to_string(order.quantity)}});
  }
  return table;
}

ScreenView StudentPassesPage::view() const {
  DeskView view;
  view.screen = "student-passes";
  view.title = tr("Student passes");
  view.back = false;
  view.lead = lead();
  view.buttons = {
      availableOnly_
          ? DeskButton{"all", tr("Show all")}
          : DeskButton{"available", tr("Show orders available for adding Student Passes")},
      {"import", tr("Read orders from a stick")},
      {"help", tr("Where do passes come from?")}};
  view.table = table();
  return view;
}

Step StudentPassesPage::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (intent.act == Act::Press) return press(intent.index);
  if (intent.act == Act::Sort) sortBy(intent.index);
  if (const auto at = paging_.opened(intent, orders_.size())) {
    return OpenPage{std::make_unique<AddPassesPage>(tools_, orders_[*at].number)};
  }
  paging_.handle(intent, orders_.size());
  return StayHere{};
}

Step StudentPassesPage::press(std::size_t button) {
  if (button == ImportButton) return openOrderFiles(tools_);
  if (button == HelpButton) return OpenPage{passHelp(tools_)};
  if (button != WhichButton) return StayHere{};
  availableOnly_ = !availableOnly_;
  paging_.toFirst();
  refresh();
  return StayHere{};
}

void StudentPassesPage::sortBy(std::size_t column) {
  if (column > static_cast<std::size_t>(OrderColumn::Quantity)) return;
  const auto chosen = static_cast<OrderColumn>(column);
  const bool again = chosen == column_ && direction_ == Direction::Ascending;
  direction_ = again ? Direction::Descending : Direction::Ascending;
  column_ = chosen;
  paging_.toFirst();
  sortOrders(orders_, column_, direction_);
}

std::unique_ptr<DeskPage> studentPassesPage(const DeskTools& tools) {
  return std::make_unique<StudentPassesPage>(tools);
}

}  // namespace hallpass

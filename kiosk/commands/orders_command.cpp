#include <algorithm>

#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"
#include "kiosk/commands/text_table.h"
#include "kiosk/domain/order.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

constexpr int kFarthestPage = 1'000'000;
constexpr int kLongestPage = 1'000;

struct ListArguments {
  bool available = false;
  std::string sort = "course";
  bool descending = false;
  int page = 1;
  int perPage = kRecordsPerPage.front();
};

OrderColumn columnOf(const std::string& name) {
  if (name == "title") return OrderColumn::Title;
  if (name == "quantity") return OrderColumn::Quantity;
  return OrderColumn::Course;
}

ordered_json jsonOf(const Order& order, platform::UtcTime now) {
  return {{"order", order.number},
          {"date", platform::toIsoDate(order.date)},
          {"course", order.course},
          {"title", order.title},
          {"quantity", order.quantity},
          {"licences", order.licences},
          {"available", available(order, now)},
          {"claim_by", platform::toIsoDate(claimBy(order))}};
}

/// Until when passes can be added, or why none can.
std::string untilText(const Order& order, platform::UtcTime now) {
  if (!order.supportsPass) return "this course has no pass";
  const std::string day = platform::toIsoDate(claimBy(order));
  return claimBy(order) < now ? "ended " + day : day;
}

std::string tableOf(const std::vector<Order>& orders, platform::UtcTime now) {
  TextTable table(
      {"Course", "Quantity", "Licences", "Can add", "Add until", "Order", "Date", "Pass title"});
  for (const Order& order : orders) {
    table.add({order.course, std::to_string(order.quantity), std::to_string(order.licences),
               std::to_string(available(order, now)), untilText(order, now), order.number,
               platform::toIsoDate(order.date), order.title});
  }
  return table.text();
}

std::string nothingText(bool availableOnly) {
  return availableOnly
             ? "No order has passes that can be added now. All orders: hallpass orders\n"
             : "No orders yet. Take the marketplace's list with: hallpass import orders FILE\n";
}

std::string pageText(const PageOf& page, std::size_t total) {
  std::string text = "Page " + std::to_string(page.page) + " of " + std::to_string(page.pages) +
                     "; " + counted(static_cast<std::int64_t>(total), "order") + " in all.";
  if (page.page < page.pages) text += " The next: --page " + std::to_string(page.page + 1);
  return text + "\n";
}

Answer listOrders(Session& session, const ListArguments& arguments) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  auto orders = (*ledger)->orders().list();
  if (!orders) return complaint(orders.error());
  const platform::UtcTime now = session.clock().now();
  if (arguments.available) {
    std::erase_if(*orders, [&](const Order& order) { return available(order, now) <= 0; });
  }
  sortOrders(*orders, columnOf(arguments.sort),
             arguments.descending ? Direction::Descending : Direction::Ascending);
  const PageOf page = pageOf(orders->size(), arguments.page, arguments.perPage);
  const auto first = orders->begin() + static_cast<std::ptrdiff_t>(page.first);
  const std::vector<Order> shown(first, first + static_cast<std::ptrdiff_t>(page.count));
  Report report{{{"orders", ordered_json::array()}}, ""};
  for (const Order& order : shown) report.json["orders"].push_back(jsonOf(order, now));
  report.json["page"] = page.page;
  report.json["pages"] = page.pages;
  report.json["per_page"] = arguments.perPage;
  report.text = orders->empty() ? nothingText(arguments.available)
                                : tableOf(shown, now) + pageText(page, orders->size());
  return report;
}

Answer listExpected(Session& session) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto expected = (*ledger)->orders().expected();
  if (!expected) return complaint(expected.error());
  Report report{{{"expected", ordered_json::array()}}, ""};
  TextTable table({"Order", "Course", "Expected", "Arrived", "Missing", "Added", "Pass title"});
  for (const ExpectedBatch& batch : *expected) {
    report.json["expected"].push_back({{"order", batch.order},
                                       {"course", batch.course},
                                       {"title", batch.title},
                                       {"quantity", batch.quantity},
                                       {"arrived", batch.arrived},
                                       {"missing", batch.missing()},
                                       {"added_at", platform::toIsoText(batch.addedAt)}});
    table.add({batch.order, batch.course, std::to_string(batch.quantity),
               std::to_string(batch.arrived), std::to_string(batch.missing()),
               platform::toLocalText(batch.addedAt), batch.title});
  }
  const bool missing = std::any_of(expected->begin(), expected->end(),
                                   [](const auto& batch) { return batch.missing() > 0; });
  report.text = expected->empty()
                    ? "Nothing is expected. Add passes with: hallpass orders add ORDER\n"
                    : table.text();
  if (missing) {
    report.text +=
        "Collect the missing codes on the marketplace, and take them in with: hallpass import "
        "codes FILE --pass TYPE --order ORDER\n";
  }
  return report;
}

void addListOptions(Command command, ListArguments& list) {
  command.flag("--available", list.available,
               "Only orders of the last six months with licences that have no pass yet");
  command.option("--sort", list.sort, "By which column: course (if not given), title, quantity")
      .typeName("COLUMN")
      .oneOf({"course", "title", "quantity"});
  command.flag("--descending", list.descending, "The last one first");
  command.option("--page", list.page, "From 1; beyond the last one: the last")
      .typeName("N")
      .between(1, kFarthestPage);
  command.option("--per-page", list.perPage, "Orders on a page; 5 if not given")
      .typeName("N")
      .between(1, kLongestPage);
}

/// Options of the list beside one of its own commands would be passed over in silence.
void refuseListOptions(const Command& command) {
  for (const std::string& name : command.given()) {
    refuseUsage(name, "is for the list of orders alone. Leave it out");
  }
}

}  // namespace

void addOrdersCommand(Command app, Asked& asked) {
  Command command =
      addCommand(app, asked, "orders", "List the marketplace's orders, and add passes to them",
                 "hallpass orders --available --sort quantity --descending\n"
                 "  hallpass orders add MP-410200 --quantity 4\n"
                 "  hallpass orders expected");
  const auto list = std::make_shared<ListArguments>();
  addListOptions(command, *list);
  command.needsCommands(0, 1);
  addOrdersAddCommand(command, asked);
  addCommand(command, asked, "expected", "Say which codes of added passes have not come in yet",
             "hallpass orders expected")
      .whenNamed([&asked] { asked.work = listExpected; });
  // Runs after the callback of a command below this one.
  command.whenNamed([&asked, command, list] {
    if (command.commandNamed()) return refuseListOptions(command);
    asked.work = [list](Session& session) { return listOrders(session, *list); };
  });
}

}  // namespace hallpass

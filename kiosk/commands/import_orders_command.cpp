#include "kiosk/commands/command_set.h"
#include "kiosk/commands/list_file.h"
#include "kiosk/commands/printing.h"
#include "kiosk/exchange/order_file.h"

namespace hallpass {
namespace {

struct OrdersArguments {
  std::string file;
  bool dryRun = false;
};

Report reportOf(const OrderList& list, const Orders::Report& orders, bool dryRun) {
  Report report;
  report.json = {
      {"orders", list.orders.size()}, {"added", orders.added}, {"updated", orders.updated},
      {"rejected", list.rejected},    {"dry_run", dryRun},     {"notes", jsonOf(list.notes)}};
  report.text = counted(std::ssize(list.orders), "order") +
                " in the list: " + (dryRun ? "would add " : "added ") +
                std::to_string(orders.added) + ", " + std::to_string(orders.updated) +
                " updated, " + counted(list.rejected, "line") + " rejected.\n" + textOf(list.notes);
  return report;
}

Answer importOrders(Session& session, const OrdersArguments& arguments) {
  const auto table = readTableFile(arguments.file);
  if (!table) return table.error();
  const auto list = readOrders(*table);
  if (!list) return complaint(list.error(), arguments.file);
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const Mode mode = arguments.dryRun ? Mode::DryRun : Mode::Keep;
  const auto orders = (*ledger)->orders().import(list->orders, mode, Role::Operator);
  if (!orders) return complaint(orders.error());
  return reportOf(*list, *orders, arguments.dryRun);
}

}  // namespace

void addImportOrdersCommand(Command group, Asked& asked) {
  Command command = addCommand(group, asked, "orders", "Take the marketplace's list of orders",
                               "hallpass import orders orders.csv --dry-run");
  const auto arguments = std::make_shared<OrdersArguments>();
  command.option("FILE", arguments->file, "A list: .csv, .txt or .xlsx").typeName("").required();
  command.flag("--dry-run", arguments->dryRun, "Only say what would happen; change nothing");
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments](Session& session) { return importOrders(session, *arguments); };
  });
}

}  // namespace hallpass

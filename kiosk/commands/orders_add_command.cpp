#include <algorithm>

#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"
#include "kiosk/domain/order.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

using platform::Result;

struct AddArguments {
  std::string order;
  std::optional<int> quantity;
};

Complaint because(Refusal refusal, std::string sentence) {
  Complaint why = complaint(refusal);
  why.sentence = std::move(sentence);
  return why;
}

/// The order of that number; case does not count, because a number is typed off a mail.
Result<Order, Complaint> findOrder(Ledger& ledger, const std::string& number) {
  const auto orders = ledger.orders().list();
  if (!orders) return complaint(orders.error());
  const auto same = [](const std::string& x, const std::string& y) {
    return platform::foldForSearch(x) == platform::foldForSearch(y);
  };
  auto found = std::find_if(orders->begin(), orders->end(),
                            [&](const Order& order) { return order.number == number; });
  if (found == orders->end()) {
    found = std::find_if(orders->begin(), orders->end(),
                         [&](const Order& order) { return same(order.number, number); });
  }
  if (found != orders->end()) return *found;
  return because(Refusal::UnknownOrder, "No order has the number \"" + number +
                                            "\". The orders are listed by: hallpass orders "
                                            "--per-page 100");
}

std::string licencesText(const Order& order) {
  return order.course + " has " + counted(order.licences, "licence") + " in order " + order.number +
         ", ";
}

/// The refusal of an order with its numbers, in words that say what can be done.
Complaint orderComplaint(Refusal refusal, const Order& order, platform::UtcTime now) {
  switch (refusal) {
    case Refusal::CourseWithoutPass:
      return because(refusal, order.course +
                                  " supports no Student Access Pass, so none can be "
                                  "added to order " +
                                  order.number + ".");
    case Refusal::OrderEnded:
      return because(refusal, "Order " + order.number + " is of " +
                                  platform::toIsoDate(order.date) +
                                  ": passes could be added for six months, until " +
                                  platform::toIsoDate(claimBy(order)) + ".");
    case Refusal::NoLicenceLeft:
      return because(refusal, licencesText(order) +
                                  "and all of them have a pass: none can be "
                                  "added.");
    case Refusal::AboveLicences:
      return because(refusal, licencesText(order) + std::to_string(order.quantity) +
                                  " of them have a pass: at least 1 and at most " +
                                  std::to_string(available(order, now)) + " can be added.");
    default:
      return hallpass::complaint(refusal);
  }
}

Report reportOf(const Order& order, int added, platform::UtcTime now) {
  Report report;
  report.json = {{"order", order.number},
                 {"added", added},
                 {"quantity", order.quantity},
                 {"licences", order.licences},
                 {"available", available(order, now)},
                 {"claim_by", platform::toIsoDate(claimBy(order))}};
  report.text = "Added " + std::to_string(added) + (added == 1 ? " pass" : " passes") + " of " +
                order.course + " to order " + order.number + ": " + std::to_string(order.quantity) +
                " of its " + counted(order.licences, "licence") + " now have one.";
  if (const int more = available(order, now); more > 0) {
    report.text += " " + std::to_string(more) + " more can be added until " +
                   platform::toIsoDate(claimBy(order)) + ".";
  }
  report.text += "\nWhen the codes have come: hallpass import codes FILE --pass TYPE --order " +
                 order.number + "\n";
  return report;
}

Answer addPasses(Session& session, const AddArguments& arguments) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto order = findOrder(**ledger, arguments.order);
  if (!order) return order.error();
  const platform::UtcTime now = session.clock().now();
  const auto added = (*ledger)->orders().add(order->number, arguments.quantity, Role::Operator);
  if (!added) return orderComplaint(added.error(), *order, now);
  const auto after = findOrder(**ledger, order->number);
  if (!after) return after.error();
  return reportOf(*after, after->quantity - order->quantity, now);
}

}  // namespace

void addOrdersAddCommand(Command orders, Asked& asked) {
  Command command = addCommand(orders, asked, "add", "Add passes to an order",
                               "hallpass orders add MP-410200 --quantity 4");
  const auto arguments = std::make_shared<AddArguments>();
  command.option("ORDER", arguments->order, "The order's number").typeName("").required();
  command
      .option("--quantity", arguments->quantity,
              "How many; as many as its licences allow if not given")
      .typeName("N");
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments](Session& session) { return addPasses(session, *arguments); };
  });
}

}  // namespace hallpass

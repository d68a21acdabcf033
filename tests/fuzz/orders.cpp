// A file as the marketplace's list of orders.
#include "kiosk/exchange/order_file.h"
#include "tests/fuzz/lists.h"

void tests::fuzzOne(std::string_view bytes) {
  const auto table = hallpass::readTable(bytes);
  if (!table) return checkProblem(table.error());
  checkTable(*table);
  const auto list = hallpass::readOrders(*table);
  if (!list) return checkProblem(list.error());
  ToldLines lines(*table);
  lines.tell(list->notes);
  std::set<std::string> numbers;
  for (const hallpass::Order& order : list->orders) {
    must(!order.number.empty() && !order.course.empty(), "an order has a number and a course");
    must(numbers.insert(order.number).second, "no two orders have one number");
    checkText(order.number, 64);
    checkText(order.course, 64);
    checkText(order.title, 200);
    must(order.licences >= 0 && order.quantity >= 0, "nobody buys less than nothing");
    must(order.quantity <= order.licences, "no more passes than licences (A11)");
    must(hallpass::claimBy(order) >= order.date, "passes can be added after the purchase");
    must(hallpass::available(order, order.date) >= 0, "what is left is not below nothing");
  }
  must(list->rejected <= static_cast<std::int64_t>(list->notes.size()), "what is rejected is told");
  must(list->orders.size() + lines.told() + 1 >= lines.all(),
       "each line is an order, or told, or the heading");
}

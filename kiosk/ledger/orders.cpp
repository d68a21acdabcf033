#include "kiosk/ledger/orders.h"

#include <algorithm>
#include <map>
#include <string>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"

namespace hallpass {
namespace {

using platform::Result;

/// ?1 an order's number, or NULL for all of them. The quantity is the larger of what the list says
/// and what stood here after the last addition: a list that holds the addition does not count it
/// twice, and an older list does not take it away.
constexpr std::string_view kOrders =
    "SELECT number, ordered_on, course, title, licences, max(listed, coalesce((SELECT max(total) "
    "FROM passes_added WHERE order_number = number), 0)), supports_pass, listed FROM market_order "
    "WHERE ?1 IS NULL OR number = ?1 ORDER BY ordered_on, number";

Order orderAt(const Statement& row) {
  return {row.text(0),
          {row.integer(1)},
          row.text(2),
          row.text(3),
          static_cast<int>(row.integer(4)),
          static_cast<int>(row.integer(5)),
          row.integer(6) == 1};
}

/// An order as the list said it, without what was added here.
std::optional<Order> readListed(Database& database, std::string_view number) {
  Statement row = database.prepare(kOrders);
  if (!row.bind(number).step()) return std::nullopt;
  Order order = orderAt(row);
  order.quantity = static_cast<int>(row.integer(7));
  return order;
}

std::optional<Order> readOrder(Database& database, std::string_view number) {
  Statement row = database.prepare(kOrders);
  if (!row.bind(number).step()) return std::nullopt;
  return orderAt(row);
}

bool isSame(const Order& a, const Order& b) {
  return a.date == b.date && a.course == b.course && a.title == b.title &&
         a.licences == b.licences && a.quantity == b.quantity && a.supportsPass == b.supportsPass;
}

void write(Database& database, const char* sql, const Order& order) {
  database.prepare(sql)
      .bind(order.number, order.date, order.course, order.title, order.licences, order.quantity,
            order.supportsPass ? 1 : 0)
      .run();
}

/// Takes one line of a list, within the caller's transaction.
void take(Database& database, Order order, Orders::Report& report) {
  order.licences = std::max(0, order.licences);
  order.quantity = std::max(0, order.quantity);
  const auto known = readListed(database, order.number);
  if (!known) {
    write(database, "INSERT INTO market_order VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", order);
    ++report.added;
  } else if (!isSame(*known, order)) {
    write(database,
          "UPDATE market_order SET ordered_on = ?2, course = ?3, title = ?4, licences = ?5, "
          "listed = ?6, supports_pass = ?7 WHERE number = ?1",
          order);
    ++report.updated;
  }
}

void insertAdded(Database& database, const ExpectedBatch& batch, int total) {
  database
      .prepare(
          "INSERT INTO passes_added (order_number, quantity, total, after_batch, added_at) "
          "VALUES (?1, ?2, ?3, (SELECT coalesce(max(id), 0) FROM batch), ?4)")
      .bind(batch.order, batch.quantity, total, batch.addedAt)
      .run();
}

/// An expected batch, and the newest batch that was there before it.
struct Awaited {
  ExpectedBatch batch;
  std::int64_t after = 0;
};

/// Oldest first.
std::vector<Awaited> readAwaited(Database& database) {
  Statement row = database.prepare(
      "SELECT order_number, course, title, quantity, added_at, after_batch FROM passes_added "
      "JOIN market_order ON number = order_number ORDER BY id");
  std::vector<Awaited> awaited;
  while (row.step()) {
    const auto quantity = static_cast<int>(row.integer(3));
    awaited.push_back(
        {{row.text(0), row.text(1), row.text(2), quantity, 0, {row.integer(4)}}, row.integer(5)});
  }
  return awaited;
}

/// `codes` of batch `id` came in for `order`: what was added first is served first, and what
/// nobody waits for counts to the newest.
void arrive(std::vector<Awaited>& awaited, std::string_view order, std::int64_t id, int codes) {
  Awaited* newest = nullptr;
  for (Awaited& one : awaited) {
    if (one.batch.order != order || one.after >= id) continue;
    const int taken = std::min(codes, one.batch.missing());
    one.batch.arrived += taken;
    codes -= taken;
    newest = &one;
  }
  if (newest != nullptr) newest->batch.arrived += codes;
}

}  // namespace

Orders::Orders(Database& database, Journal& journal) : database_(database), journal_(journal) {}

Result<Orders::Report, Refusal> Orders::import(std::span<const Order> orders, Mode mode,
                                               Role role) {
  return database_.change(mode, [&]() -> Result<Report, Refusal> {
    Report report;
    for (const Order& order : orders) {
      if (!order.number.empty()) take(database_, order, report);
    }
    if (report.added + report.updated > 0) {
      journal_.append(
          Event::OrdersImported, role,
          {{"added", std::to_string(report.added)}, {"updated", std::to_string(report.updated)}});
    }
    return report;
  });
}

Result<std::vector<Order>, Refusal> Orders::list() {
  return database_.query([&]() -> Result<std::vector<Order>, Refusal> {
    std::vector<Order> orders;
    Statement row = database_.prepare(kOrders);
    row.bind(nullptr);
    while (row.step()) orders.push_back(orderAt(row));
    return orders;
  });
}

Result<ExpectedBatch, Refusal> Orders::add(std::string_view order, std::optional<int> quantity,
                                           Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<ExpectedBatch, Refusal> {
    const platform::UtcTime now = journal_.clock().now();
    const auto found = readOrder(database_, order);
    if (!found) return Refusal::UnknownOrder;
    // The most there is may be none: asking for one says why.
    const int wanted = quantity.value_or(std::max(1, available(*found, now)));
    if (const auto may = mayAdd(*found, wanted, now); !may) return may.error();
    const ExpectedBatch added{found->number, found->course, found->title, wanted, 0, now};
    const int total = found->quantity + wanted;
    insertAdded(database_, added, total);
    journal_.append(Event::PassesAdded, role,
                    {{"order", found->number},
                     {"course", found->course},
                     {"quantity", std::to_string(wanted)},
                     {"total", std::to_string(total)},
                     {"licences", std::to_string(found->licences)}});
    return added;
  });
}

Result<std::vector<ExpectedBatch>, Refusal> Orders::expected() {
  return database_.query([&]() -> Result<std::vector<ExpectedBatch>, Refusal> {
    std::vector<Awaited> awaited = readAwaited(database_);
    Statement row = database_.prepare(
        "SELECT number, batch.id, sum(codes) FROM batch "
        "JOIN market_order ON number = trim(order_number) COLLATE NOCASE "
        "JOIN tally ON tally.pass_type = batch.pass_type AND tally.batch = batch.id "
        "GROUP BY batch.id, number ORDER BY batch.id");
    while (row.step()) {
      arrive(awaited, row.text(0), row.integer(1), static_cast<int>(row.integer(2)));
    }
    std::vector<ExpectedBatch> expected;
    for (auto one = awaited.rbegin(); one != awaited.rend(); ++one) expected.push_back(one->batch);
    return expected;
  });
}

}  // namespace hallpass

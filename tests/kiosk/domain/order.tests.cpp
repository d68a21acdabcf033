#include "kiosk/domain/order.h"

#include <rapidcheck.h>

#include <algorithm>

#include "tests/support/catch.h"

namespace hallpass {
namespace {

platform::UtcTime utc(std::string_view text) { return platform::parseIsoTime(text).value(); }

Order orderOf(std::string_view date, int licences = 10, int quantity = 4) {
  Order order;
  order.number = "MP-1";
  order.date = utc(date);
  order.licences = licences;
  order.quantity = quantity;
  return order;
}

std::string claimByText(std::string_view date) {
  return platform::toIsoText(claimBy(orderOf(date)));
}

/// What is added at the day of the purchase: "" = it may be.
std::string refusalOf(const Order& order, int quantity) {
  const auto added = mayAdd(order, quantity, order.date);
  return added ? "" : std::string(name(added.error()));
}

Order listed(std::string number, std::string_view date, std::string course, std::string title,
             int quantity) {
  return {std::move(number), utc(date), std::move(course), std::move(title), 9, quantity, true};
}

std::vector<Order> pileOfOrders() {
  return {listed("MP-3", "2026-03-03", "az-204T00", "Developing", 6),
          listed("MP-2", "2026-02-02", "AZ-900T00", "azure Fundamentals", 8),
          listed("MP-1", "2026-03-03", "AZ-104T00", "Administrator", 6),
          listed("MP-4", "2026-01-01", "AZ-204T00", "Developing", 8)};
}

using Numbers = std::vector<std::string>;

Numbers sorted(OrderColumn column, Direction direction) {
  std::vector<Order> orders = pileOfOrders();
  sortOrders(orders, column, direction);
  Numbers numbers;
  for (const Order& order : orders) numbers.push_back(order.number);
  return numbers;
}

}  // namespace

TEST_CASE("A12: passes are added for six calendar months, to the end of the UTC day") {
  CHECK(claimByText("2026-02-06") == "2026-08-06T23:59:59.999Z");
  CHECK(claimByText("2026-02-06T17:30") == "2026-08-06T23:59:59.999Z");
  CHECK(claimByText("2026-09-14") == "2027-03-14T23:59:59.999Z");
}

TEST_CASE("A12: where the sixth month has no such day, its last day counts") {
  CHECK(claimByText("2026-08-31") == "2027-02-28T23:59:59.999Z");
  CHECK(claimByText("2027-08-31") == "2028-02-29T23:59:59.999Z");
  CHECK(claimByText("2027-08-29") == "2028-02-29T23:59:59.999Z");
  CHECK(claimByText("2026-03-31") == "2026-09-30T23:59:59.999Z");
  CHECK(claimByText("2026-05-31") == "2026-11-30T23:59:59.999Z");
  CHECK(claimByText("2026-02-28") == "2026-08-28T23:59:59.999Z");
}

TEST_CASE("A12: an order is available in the last millisecond, and not in the one after") {
  const Order order = orderOf("2026-02-06");
  const platform::UtcTime last = claimBy(order);
  CHECK(available(order, last) == 6);
  CHECK(available(order, {last.ms + 1}) == 0);
  CHECK(mayAdd(order, 1, last).ok());
  CHECK(mayAdd(order, 1, {last.ms + 1}).error() == Refusal::OrderEnded);
}

TEST_CASE("an order that is dated in the future is available: its six months are not over") {
  const Order order = orderOf("2026-12-01");
  CHECK(available(order, utc("2026-11-30")) == 6);
  CHECK(mayAdd(order, 6, utc("2020-01-01")).ok());
}

TEST_CASE("A11: passes are matched by licences that have none yet") {
  CHECK(available(orderOf("2026-02-06", 16, 8), utc("2026-02-06")) == 8);
  CHECK(available(orderOf("2026-02-06", 6, 6), utc("2026-02-06")) == 0);
  CHECK(available(orderOf("2026-02-06", 0, 0), utc("2026-02-06")) == 0);
  CHECK(available(orderOf("2026-02-06", 4, 9), utc("2026-02-06")) == 0);
}

TEST_CASE("A15: a course that supports no pass has nothing to add") {
  Order order = orderOf("2026-02-06");
  order.supportsPass = false;
  CHECK(available(order, order.date) == 0);
  CHECK(refusalOf(order, 1) == "CourseWithoutPass");
}

TEST_CASE("A16: the quantity reaches from one to the licences that are left") {
  const Order order = orderOf("2026-02-06", 16, 8);
  CHECK(refusalOf(order, 1).empty());
  CHECK(refusalOf(order, 8).empty());
  CHECK(refusalOf(order, 9) == "AboveLicences");
  CHECK(refusalOf(order, 0) == "AboveLicences");
  CHECK(refusalOf(order, -1) == "AboveLicences");
  CHECK(refusalOf(orderOf("2026-02-06", 6, 6), 1) == "NoLicenceLeft");
}

TEST_CASE("A19, A24: what is available is what may be added at most") {
  REQUIRE(rc::check("the most that may be added", [] {
    Order order = orderOf("2026-02-06", *rc::gen::inRange(-2, 50), *rc::gen::inRange(-2, 50));
    order.supportsPass = *rc::gen::arbitrary<bool>();
    const platform::UtcTime now{order.date.ms + *rc::gen::inRange(-1, 400) * 86'400'000LL};
    const int most = available(order, now);
    RC_ASSERT(most >= 0);
    RC_ASSERT(mayAdd(order, most, now).ok() == (most > 0));
    RC_ASSERT(!mayAdd(order, most + 1, now).ok());
  }));
}

TEST_CASE("A20: the course number sorts both ways, without regard to case") {
  CHECK(sorted(OrderColumn::Course, Direction::Ascending) ==
        Numbers{"MP-1", "MP-4", "MP-3", "MP-2"});
  CHECK(sorted(OrderColumn::Course, Direction::Descending) ==
        Numbers{"MP-2", "MP-4", "MP-3", "MP-1"});
}

TEST_CASE("A20: the title sorts both ways, without regard to case") {
  CHECK(sorted(OrderColumn::Title, Direction::Ascending) ==
        Numbers{"MP-1", "MP-2", "MP-4", "MP-3"});
  CHECK(sorted(OrderColumn::Title, Direction::Descending) ==
        Numbers{"MP-4", "MP-3", "MP-2", "MP-1"});
}

TEST_CASE("A20: the quantity sorts both ways, and equal ones stand by date and number") {
  CHECK(sorted(OrderColumn::Quantity, Direction::Ascending) ==
        Numbers{"MP-1", "MP-3", "MP-4", "MP-2"});
  CHECK(sorted(OrderColumn::Quantity, Direction::Descending) ==
        Numbers{"MP-4", "MP-2", "MP-1", "MP-3"});
}

TEST_CASE("A20: a quantity is sorted as a number, not as text") {
  std::vector<Order> orders{orderOf("2026-01-01", 20, 10), orderOf("2026-01-01", 20, 9)};
  sortOrders(orders, OrderColumn::Quantity, Direction::Ascending);
  CHECK(orders.front().quantity == 9);
}

TEST_CASE("A21: five records a page is the default, and larger pages can be chosen") {
  CHECK(kRecordsPerPage.front() == 5);
  CHECK(std::is_sorted(kRecordsPerPage.begin(), kRecordsPerPage.end()));
}

TEST_CASE("A21, A22: a list of twelve has three pages of five, the last one shorter") {
  const PageOf first = pageOf(12, 1, 5);
  CHECK(first.page == 1);
  CHECK(first.pages == 3);
  CHECK(first.first == 0);
  CHECK(first.count == 5);
  const PageOf last = pageOf(12, 3, 5);
  CHECK(last.first == 10);
  CHECK(last.count == 2);
}

TEST_CASE("A22: a page outside the list is the nearest one, and an empty list has one page") {
  CHECK(pageOf(12, 4, 5).page == 3);
  CHECK(pageOf(12, 0, 5).page == 1);
  CHECK(pageOf(12, -7, 5).page == 1);
  CHECK(pageOf(10, 2, 5).count == 5);
  CHECK(pageOf(10, 3, 5).page == 2);
  const PageOf empty = pageOf(0, 3, 5);
  CHECK(empty.page == 1);
  CHECK(empty.pages == 1);
  CHECK(empty.count == 0);
}

TEST_CASE("A21, A22: the pages of a list hold every entry once, in order") {
  REQUIRE(rc::check("every entry once", [] {
    const auto total = *rc::gen::inRange<std::size_t>(0, 300);
    const int perPage = *rc::gen::elementOf(kRecordsPerPage);
    std::size_t next = 0;
    const int pages = pageOf(total, 1, perPage).pages;
    for (int page = 1; page <= pages; ++page) {
      const PageOf part = pageOf(total, page, perPage);
      RC_ASSERT(part.first == next);
      RC_ASSERT(part.count <= static_cast<std::size_t>(perPage));
      next += part.count;
    }
    RC_ASSERT(next == total);
  }));
}

TEST_CASE("a batch that is expected misses what has not arrived, and never less than nothing") {
  ExpectedBatch batch;
  batch.quantity = 8;
  CHECK(batch.missing() == 8);
  batch.arrived = 5;
  CHECK(batch.missing() == 3);
  batch.arrived = 9;
  CHECK(batch.missing() == 0);
}

}  // namespace hallpass

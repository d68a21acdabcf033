#include "kiosk/domain/order.h"

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::chrono::months kClaimMonths{6};

/// An order and what it is sorted by; of `text` and `number` one is the same for all.
struct Keyed {
  std::string text;
  int number = 0;
  Order order;
};

Keyed keyed(Order order, OrderColumn column) {
  switch (column) {
    case OrderColumn::Course:
      return {platform::foldForSearch(order.course), 0, std::move(order)};
    case OrderColumn::Title:
      return {platform::foldForSearch(order.title), 0, std::move(order)};
    case OrderColumn::Quantity:
      break;
  }
  return {{}, order.quantity, std::move(order)};
}

auto columnOf(const Keyed& keyed) { return std::tie(keyed.text, keyed.number); }

auto ageOf(const Keyed& keyed) { return std::tie(keyed.order.date, keyed.order.number); }

}  // namespace

platform::UtcTime claimBy(const Order& order) {
  using std::chrono::floor, std::chrono::days, std::chrono::year_month_day;
  const std::chrono::sys_time<std::chrono::milliseconds> bought{
      std::chrono::milliseconds(order.date.ms)};
  year_month_day last = year_month_day(floor<days>(bought)) + kClaimMonths;
  if (!last.ok()) last = last.year() / last.month() / std::chrono::last;
  const std::chrono::milliseconds sinceEpoch = std::chrono::sys_days(last).time_since_epoch();
  return platform::endOfDay({sinceEpoch.count()});
}

int available(const Order& order, platform::UtcTime now) {
  if (!order.supportsPass || now > claimBy(order)) return 0;
  return std::max(0, order.licences - order.quantity);
}

platform::Result<platform::Done, Refusal> mayAdd(const Order& order, int quantity,
                                                 platform::UtcTime now) {
  if (!order.supportsPass) return Refusal::CourseWithoutPass;
  if (now > claimBy(order)) return Refusal::OrderEnded;
  const int most = available(order, now);
  if (most == 0) return Refusal::NoLicenceLeft;
  if (quantity < 1 || quantity > most) return Refusal::AboveLicences;
  return platform::Done{};
}

void sortOrders(std::vector<Order>& orders, OrderColumn column, Direction direction) {
  std::vector<Keyed> rows;
  rows.reserve(orders.size());
  for (Order& order : orders) rows.push_back(keyed(std::move(order), column));
  std::stable_sort(rows.begin(), rows.end(), [&](const Keyed& left, const Keyed& right) {
    if (columnOf(left) == columnOf(right)) return ageOf(left) < ageOf(right);
    return (columnOf(left) < columnOf(right)) == (direction == Direction::Ascending);
  });
  std::transform(rows.begin(), rows.end(), orders.begin(),
                 [](Keyed& row) { return std::move(row.order); });
}

PageOf pageOf(std::size_t total, int page, int perPage) {
  const auto size = static_cast<std::size_t>(std::max(1, perPage));
  PageOf part;
  part.pages = static_cast<int>(std::max<std::size_t>(1, (total + size - 1) / size));
  part.page = std::clamp(page, 1, part.pages);
  part.first = (static_cast<std::size_t>(part.page) - 1) * size;
  part.count = std::min(size, total - part.first);
  return part;
}

}  // namespace hallpass

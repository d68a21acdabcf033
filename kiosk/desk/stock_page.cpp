#include "kiosk/desk/stock_page.h"

#include <algorithm>
#include <map>
#include <utility>

#include "kiosk/desk/redeem_by.h"
#include "kiosk/desk/stock_course.h"
#include "platform/base/locale_text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;
using platform::trn;

constexpr std::size_t kMostColumns = 5;
constexpr std::int64_t kEndsSoonMs = std::int64_t{14} * 86'400'000;

// TRANSLATORS: a day under a column of a picture
std::string pictureDay(platform::UtcTime time) { return platform::timeText(time, tr("d MMM")); }

/// Codes in stock by the day until which they can be redeemed: the soonest, then all later ones
/// together, then those without such a day.
ColumnsView columnsOf(const std::vector<StockEnd>& stock, platform::UtcTime now) {
  std::map<std::string, std::pair<platform::UtcTime, std::int64_t>> days;
  std::int64_t endless = 0;
  std::int64_t soon = 0;
  for (const StockEnd& end : stock) {
    if (!end.redeemBy) {
      endless += end.codes;
      continue;
    }
    auto& day = days.try_emplace(redeemByText(*end.redeemBy), *end.redeemBy, 0).first->second;
    day.second += end.codes;
    if (end.redeemBy->ms < now.ms + kEndsSoonMs) soon += end.codes;
  }
  ColumnsView view;
  view.sentence = soon > 0 ? trn("{n} code in stock ends within 14 days.",
                                 "{n} codes in stock end within 14 days.", soon)
                           : tr("No code in stock ends within 14 days.");
  const std::size_t whole = days.size() + (endless > 0 ? 1 : 0);
  const std::size_t shown =
      whole <= kMostColumns ? days.size() : kMostColumns - 1 - (endless > 0 ? 1 : 0);
  std::int64_t later = 0;
  std::size_t at = 0;
  for (const auto& [text, day] : days) {
    if (at++ >= shown) {
      later += day.second;
      continue;
    }
    const bool ends = day.first.ms < now.ms + kEndsSoonMs;
    view.columns.push_back(
        {pictureDay(day.first), day.second, ends ? Sign::Attention : Sign::None});
  }
  // TRANSLATORS: under a column of a picture: codes that can be redeemed longer than those before
  if (later > 0) view.columns.push_back({tr("later"), later});
  // TRANSLATORS: under a column of a picture: codes without a day to redeem them by
  if (endless > 0) view.columns.push_back({tr("no end"), endless});
  return view;
}

CourseView courseOf(const std::vector<StockChange>& changes, std::int64_t loaded,
                    platform::UtcTime now) {
  CourseView view;
  if (changes.empty()) return view;
  view.steps = courseSteps(changes, now);
  const std::int64_t stock = view.steps.back().value;
  view.sentence = filled(trn("{n} code of {all} that came in is in stock.",
                             "{n} codes of {all} that came in are in stock.", stock),
                         {{"all", platform::countText(loaded)}});
  view.from = pictureDay(changes.front().at);
  // TRANSLATORS: the end of a picture's line of time
  view.until = tr("now");
  return view;
}

std::vector<Fact> routeOf(std::int64_t ordered, const StockRoute& route) {
  std::vector<Fact> stations;
  // TRANSLATORS: under a number of student passes that were ordered
  if (ordered > 0) stations.push_back({platform::countText(ordered), tr("ordered")});
  stations.push_back({platform::countText(route.loaded), tr("came in")});
  stations.push_back({platform::countText(route.taken), tr("taken")});
  stations.push_back({platform::countText(route.worked), tr("worked")});
  return stations;
}

}  // namespace

StockPage::StockPage(DeskTools tools) : DeskPage(tools) { StockPage::refresh(); }

void StockPage::refresh() { known_ = read(); }

bool StockPage::read() {
  const auto ends = tools_.ledger.stock().ends();
  const auto changes = tools_.ledger.stock().changes();
  const auto route = tools_.ledger.stock().route();
  const auto orders = tools_.ledger.orders().list();
  if (!ends || !changes || !route || !orders) return false;
  std::int64_t ordered = 0;
  for (const Order& order : *orders) ordered += order.quantity;
  route_ = routeOf(ordered, *route);
  byEnd_ = columnsOf(*ends, tools_.clock.now());
  course_ = courseOf(*changes, route->loaded, tools_.clock.now());
  return true;
}

ScreenView StockPage::view() const {
  DeskView view;
  view.screen = "stock";
  view.title = tr("The stock in pictures");
  if (!known_) {
    view.lead = tr("The stock cannot be read now. Go back to the list.");
    view.leadSign = Sign::Attention;
    return view;
  }
  if (course_.steps.empty()) {
    view.lead = tr("No codes have come in yet. Bring some under Restock.");
    return view;
  }
  view.route = route_;
  view.columns = byEnd_;
  view.course = course_;
  return view;
}

Step StockPage::handle(const Intent& intent) {
  if (intent.act == Intent::Act::Back) return GoBack{};
  return StayHere{};
}

}  // namespace hallpass

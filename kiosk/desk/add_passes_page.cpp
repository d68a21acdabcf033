#include "kiosk/desk/add_passes_page.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/notice_page.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trn;

/// "The order has 16 licences, and 8 of them have their pass."
std::string licencesSentence(const Order& order) {
  if (order.quantity >= order.licences) {
    return trn("Its one licence has its pass.", "Each of its {n} licences has its pass.",
               order.licences);
  }
  if (order.licences == 1) return tr("It has 1 licence, which has no pass yet.");
  return filled(trn("It has {licences} licences, and {n} of them has a pass.",
                    "It has {licences} licences, and {n} of them have a pass.", order.quantity),
                {{"licences", std::to_string(order.licences)}});
}

std::string endSentence(const Order& order, platform::UtcTime now) {
  const std::string day = platform::toIsoDate(claimBy(order));
  if (claimBy(order) < now)
    return filled(tr("It ended on {day}: six months after the purchase."), {{"day", day}});
  return filled(tr("Passes can be added until {day}."), {{"day", day}});
}

/// What stands in the way of adding any, or what can be done.
std::string leadOf(const Order& order, platform::UtcTime now) {
  if (!order.supportsPass) {
    return tr("This course supports no Student Access Pass, so that none can be added.");
  }
  return endSentence(order, now) + " " + licencesSentence(order);
}

/// Why `typed` is no quantity for `order`, or "".
std::string quantityMistake(const std::string& typed, const Order& order, int most) {
  int quantity = 0;
  const char* end = typed.data() + typed.size();
  const auto [stop, error] = std::from_chars(typed.data(), end, quantity);
  if (error == std::errc::result_out_of_range) quantity = most + 1;
  if (typed.empty() || stop != end)
    return filled(tr("Type a number in digits, from 1 to {most}."),
                  {{"most", std::to_string(most)}});
  if (quantity < 1) return tr("Type at least 1, or go back and add none.");
  if (quantity > most) {
    return filled(tr("At most {most}."), {{"most", std::to_string(most)}}) + " " +
           licencesSentence(order);
  }
  return {};
}

std::unique_ptr<DeskPage> addedNotice(const DeskTools& tools, const ExpectedBatch& batch,
                                      int added) {
  NoticeView notice;
  notice.screen = "passes-added";
  notice.sign = Sign::Good;
  notice.headline =
      filled(trn("{n} pass added to order {order}", "{n} passes added to order {order}", added),
             {{"order", batch.order}});
  notice.detail =
      tr("Their codes are expected now and stand on the restock screen until they arrive. "
         "Collect them where the order was placed, in its mail or its order history, and "
         "bring them here on a stick.");
  notice.other = DeskButton{"student-passes", tr("Student passes")};
  notice.main = DeskButton{"restock", tr("Restock")};
  return std::make_unique<NoticePage>(
      tools, std::move(notice), [] { return Step(GoToPlace{DeskPlace::Restock}); },
      [] { return Step(GoBack{}); });
}

}  // namespace

AddPassesPage::AddPassesPage(DeskTools tools, std::string number)
    : DeskPage(tools), number_(std::move(number)), typed_(std::make_shared<std::optional<int>>()) {
  AddPassesPage::refresh();
}

void AddPassesPage::refresh() {
  order_.reset();
  missing_ = 0;
  const auto orders = tools_.ledger.orders().list();
  const auto expected = tools_.ledger.orders().expected();
  if (!orders || !expected) return;
  for (const Order& order : *orders) {
    if (order.number == number_) order_ = order;
  }
  for (const ExpectedBatch& batch : *expected) {
    if (batch.order == number_) missing_ += batch.missing();
  }
  if (*typed_ && **typed_ > most()) typed_->reset();
}

int AddPassesPage::most() const { return order_ ? available(*order_, tools_.clock.now()) : 0; }

int AddPassesPage::quantity() const { return typed_->value_or(most()); }

ScreenView AddPassesPage::view() const {
  DeskView view;
  view.screen = "add-passes";
  view.title = filled(tr("Order {number}"), {{"number", number_}});
  if (!order_) {
    view.lead = tr("This order is not known here any more. Go back to the list.");
    view.leadSign = Sign::Attention;
    return view;
  }
  const platform::UtcTime now = tools_.clock.now();
  view.lead = order_->title + ". " + leadOf(*order_, now);
  if (most() == 0) view.leadSign = Sign::Attention;
  // TRANSLATORS: each stands under its value
  view.facts = {
      {order_->course, tr("course")},
      {platform::toIsoDate(order_->date), tr("bought on")},
      {std::to_string(order_->licences), trn("licence", "licences", order_->licences)},
      {std::to_string(order_->quantity), trn("pass so far", "passes so far", order_->quantity)}};
  if (missing_ > 0) {
    view.facts.push_back({std::to_string(missing_),
                          trn("expected code missing", "expected codes missing", missing_),
                          Sign::Waiting});
  }
  if (most() == 0) return view;
  FormField field;
  field.id = "quantity";
  field.label = filled(tr("Passes to add, at most {most}"), {{"most", std::to_string(most())}});
  field.value = std::to_string(quantity());
  view.form = FormView{{std::move(field)}};
  view.main = DeskButton{"add", trn("Add {n} pass", "Add {n} passes", quantity())};
  return view;
}

Step AddPassesPage::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (most() == 0) return StayHere{};
  if (intent.act == Act::Focus && intent.index == 0) return typeQuantity();
  if (intent.act == Act::Main) return add();
  return StayHere{};
}

Step AddPassesPage::typeQuantity() {
  EditAsk ask;
  ask.title = tr("Passes to add");
  ask.hint = filled(tr("From 1 to {most}"), {{"most", std::to_string(most())}});
  ask.keyboard = Keyboard::Numbers;
  ask.longest = 6;
  ask.take = [typed = typed_, order = *order_, most = most()](const std::string& text) {
    if (auto mistake = quantityMistake(text, order, most); !mistake.empty()) return mistake;
    *typed = std::stoi(text);
    return std::string();
  };
  return OpenPage{std::make_unique<EditPage>(tools_, std::move(ask))};
}

Step AddPassesPage::add() {
  const int number = quantity();
  const auto added = tools_.ledger.orders().add(number_, *typed_, tools_.role);
  if (!added) return OpenPage{refusalPage(tools_, added.error())};
  return ReplacePage{addedNotice(tools_, *added, number)};
}

}  // namespace hallpass

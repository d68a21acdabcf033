#include "kiosk/desk/add_passes_page.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "kiosk/desk/counted.h"
#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/notice_page.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

std::string passes(int number) {
  return std::to_string(number) + (number == 1 ? " pass" : " passes");
}

/// "The order has 16 licences, and 8 of them have their pass."
std::string licencesSentence(const Order& order) {
  if (order.quantity >= order.licences) {
    return "Each of its " + counted(order.licences, "licence") + " has its pass.";
  }
  return "It has " + counted(order.licences, "licence") + ", and " +
         std::to_string(order.quantity) + " of them " + (order.quantity == 1 ? "has" : "have") +
         " a pass.";
}

std::string endSentence(const Order& order, platform::UtcTime now) {
  const std::string day = platform::toIsoDate(claimBy(order));
  if (claimBy(order) < now) return "It ended on " + day + ": six months after the purchase.";
  return "Passes can be added until " + day + ".";
}

/// What stands in the way of adding any, or what can be done.
std::string leadOf(const Order& order, platform::UtcTime now) {
  if (!order.supportsPass) {
    return "This course supports no Student Access Pass, so that none can be added.";
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
    return "Type a number in digits, from 1 to " + std::to_string(most) + ".";
  if (quantity < 1) return "Type at least 1, or go back and add none.";
  if (quantity > most) {
    return "At most " + std::to_string(most) + ". " + licencesSentence(order);
  }
  return {};
}

std::unique_ptr<DeskPage> addedNotice(const DeskTools& tools, const ExpectedBatch& batch,
                                      int added) {
  NoticeView notice;
  notice.screen = "passes-added";
  notice.sign = Sign::Good;
  notice.headline = passes(added) + " added to order " + batch.order;
  notice.detail =
      "Their codes are expected now and stand on the restock screen until they arrive. "
      "Collect them where the order was placed, in its mail or its order history, and "
      "bring them here on a stick.";
  notice.other = DeskButton{"student-passes", "Student passes"};
  notice.main = DeskButton{"restock", "Restock"};
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
  view.title = "Order " + number_;
  if (!order_) {
    view.lead = "This order is not known here any more. Go back to the list.";
    view.leadSign = Sign::Attention;
    return view;
  }
  const platform::UtcTime now = tools_.clock.now();
  view.lead = order_->title + ". " + leadOf(*order_, now);
  if (most() == 0) view.leadSign = Sign::Attention;
  view.facts = {{order_->course, "course"},
                {platform::toIsoDate(order_->date), "bought on"},
                {std::to_string(order_->licences), "licences"},
                {std::to_string(order_->quantity), "passes so far"}};
  if (missing_ > 0) {
    view.facts.push_back({std::to_string(missing_), "expected codes missing", Sign::Waiting});
  }
  if (most() == 0) return view;
  FormField field;
  field.id = "quantity";
  field.label = "Passes to add, at most " + std::to_string(most());
  field.value = std::to_string(quantity());
  view.form = FormView{{std::move(field)}};
  view.main = DeskButton{"add", "Add " + passes(quantity())};
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
  ask.title = "Passes to add";
  ask.hint = "From 1 to " + std::to_string(most());
  ask.digitsOnly = true;
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

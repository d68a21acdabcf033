#include "kiosk/desk/restock_details.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "kiosk/desk/redeem_by.h"
#include "kiosk/exchange/code_uses.h"
#include "kiosk/guide/guide.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using RedeemBy = RestockDetails::RedeemBy;
using platform::filled;
using platform::tr;

enum Field : std::size_t {
  PassTypeField,
  OrderField,
  CourseField,
  RedeemByField,
  ValueField,
  UsesField
};

/// As many as fit beside "None" and "Another".
constexpr std::size_t kMostOrders = 3;
constexpr std::size_t kLongestNumber = 40;

FormField fieldOf(const char* id, const char* label) {
  FormField field;
  field.id = id;
  field.label = label;
  return field;
}

/// The days that the list itself names: "", "2027-01-28", "2027-01-28 to 2027-04-28".
std::string daysOf(const CodeList& list) {
  std::optional<platform::UtcTime> first;
  std::optional<platform::UtcTime> last;
  for (const NewCode& code : list.codes) {
    if (!code.redeemBy) continue;
    first = first ? std::min(*first, *code.redeemBy) : *code.redeemBy;
    last = last ? std::max(*last, *code.redeemBy) : *code.redeemBy;
  }
  if (!first) return {};
  const std::string from = redeemByText(*first);
  return *first == *last
             ? from
             : filled(tr("{first} to {last}"), {{"first", from}, {"last", redeemByText(*last)}});
}

/// 1 to kMostUses, or nullopt.
std::optional<int> typedUses(const std::string& typed) {
  int uses = 0;
  const char* const end = typed.data() + typed.size();
  const auto read = std::from_chars(typed.data(), end, uses);
  if (read.ec != std::errc() || read.ptr != end || uses < 1 || uses > kMostUses) return {};
  return uses;
}

bool allDated(const CodeList& list) {
  return std::all_of(list.codes.begin(), list.codes.end(),
                     [](const NewCode& code) { return code.redeemBy.has_value(); });
}

}  // namespace

std::optional<platform::UtcTime> RestockDetails::redeemByAt(platform::UtcTime now) const {
  switch (redeemBy) {
    case RedeemBy::In30Days:
      return redeemByIn(30, now);
    case RedeemBy::In90Days:
      return redeemByIn(90, now);
    case RedeemBy::Date:
      return date;
    case RedeemBy::None:
      break;
  }
  return std::nullopt;
}

NewBatch RestockDetails::batch(platform::UtcTime now) const {
  NewBatch batch;
  batch.order = order;
  batch.course = course;
  batch.redeemBy = redeemByAt(now);
  batch.value = value;
  return batch;
}

RestockForm::RestockForm(DeskTools tools, std::shared_ptr<RestockDetails> details)
    : tools_(tools), details_(std::move(details)) {}

void RestockForm::refresh() {
  expected_.clear();
  const auto expected = tools_.ledger.orders().expected();
  if (!expected) return;
  for (const ExpectedBatch& batch : *expected) {
    const bool known = std::any_of(expected_.begin(), expected_.end(),
                                   [&](const auto& other) { return other.order == batch.order; });
    if (batch.missing() > 0 && !known && expected_.size() < kMostOrders) expected_.push_back(batch);
  }
}

FormView RestockForm::view(const Intake& intake) const {
  FormField course = fieldOf("course", tr("Course"));
  course.value = details_->course;
  course.whenEmpty = tr("none");
  FormField value = fieldOf("value", tr("Worth"));
  value.value = details_->value;
  value.whenEmpty =
      intake.type.value.empty() ? std::string(tr("not shown")) : tr(intake.type.value);
  FormView form{{passTypeField(intake), orderField(), course, redeemByField(intake), value}};
  if (!intake.type.shared) return form;
  FormField uses = fieldOf("uses", tr("Students for one code"));
  if (intake.uses > 0) uses.value = std::to_string(intake.uses);
  uses.whenEmpty = tr("say how many");
  form.fields.push_back(std::move(uses));
  return form;
}

FormField RestockForm::passTypeField(const Intake& intake) const {
  FormField field = fieldOf("pass-type", tr("Kind of pass"));
  for (std::size_t at = 0; at < intake.types->size(); ++at) {
    const PassType& type = (*intake.types)[at];
    if (type.id == intake.type.id) field.chosen = at;
    field.choices.push_back(tr(type.title));
  }
  return field;
}

FormField RestockForm::orderField() const {
  FormField field = fieldOf("order", tr("Order"));
  field.choices = {tr("None")};
  field.chosen = details_->order.empty() ? 0 : expected_.size() + 1;
  for (std::size_t at = 0; at < expected_.size(); ++at) {
    if (expected_[at].order == details_->order) field.chosen = at + 1;
    field.choices.push_back(expected_[at].order);
  }
  const bool another = field.chosen == expected_.size() + 1;
  field.choices.push_back(another ? details_->order : tr("Another ..."));
  return field;
}

FormField RestockForm::redeemByField(const Intake& intake) const {
  FormField field = fieldOf("redeem-by", tr("Redeem by"));
  const std::string days = daysOf(intake.list);
  field.choices = {days.empty() ? tr("None")
                                : filled(tr("As in the file: {days}"), {{"days", days}})};
  if (!days.empty() && allDated(intake.list)) return field;
  if (!days.empty()) {
    field.label = tr("Redeem by, if not in the file");
    field.choices.front() = tr("As in the file");
  }
  const bool dated = details_->redeemBy == RedeemBy::Date && details_->date;
  for (const char* choice : {tr("In 30 days"), tr("In 90 days")})
    field.choices.emplace_back(choice);
  field.choices.push_back(dated ? redeemByText(*details_->date) : tr("A date ..."));
  field.chosen = static_cast<std::size_t>(details_->redeemBy);
  return field;
}

Step RestockForm::handle(const Intent& intent, const Intake& intake,
                         const std::function<Step(const PassType&)>& retype) {
  if (intent.act == Act::Focus && intent.index == CourseField) {
    return type({tr("Course number"), tr("Such as AZ-104T00"), details_->course, Keyboard::Code,
                 kLongestNumber, [details = details_](const std::string& typed) {
                   details->course = typed;
                   return std::string();
                 }});
  }
  if (intent.act == Act::Focus && intent.index == ValueField) {
    return type({tr("What a code is worth"),
                 tr("Students read it beside their code: $100, 30 days"), details_->value,
                 Keyboard::Text, kLongestValue, [details = details_](const std::string& typed) {
                   details->value = typed;
                   return std::string();
                 }});
  }
  if (intent.act == Act::Focus && intent.index == UsesField && intake.type.shared) {
    return typeUses(intake);
  }
  if (intent.act != Act::Choose) return StayHere{};
  const FormView form = view(intake);
  if (intent.index >= form.fields.size()) return StayHere{};
  if (intent.option >= form.fields[intent.index].choices.size()) return StayHere{};
  if (intent.index == OrderField) return chooseOrder(intent.option);
  if (intent.index == RedeemByField) return chooseRedeemBy(intent.option);
  return retype((*intake.types)[intent.option]);
}

Step RestockForm::chooseOrder(std::size_t option) {
  if (option == 0) {
    details_->order.clear();
    return StayHere{};
  }
  if (option <= expected_.size()) {
    details_->order = expected_[option - 1].order;
    details_->course = expected_[option - 1].course;
    return StayHere{};
  }
  return type({tr("Order number"), tr("Such as MP-410200"), details_->order, Keyboard::Code,
               kLongestNumber, [details = details_](const std::string& typed) {
                 details->order = typed;
                 return std::string();
               }});
}

Step RestockForm::chooseRedeemBy(std::size_t option) {
  const auto chosen = static_cast<RedeemBy>(option);
  if (chosen != RedeemBy::Date) {
    details_->redeemBy = chosen;
    return StayHere{};
  }
  const std::string shown = details_->date ? redeemByText(*details_->date) : "";
  return type({tr("Last day to redeem"), tr("Year-month-day, as the mail with the codes says"),
               shown, Keyboard::Numbers, 10,
               [details = details_, &clock = tools_.clock](const std::string& typed) {
                 const auto day = typedRedeemBy(typed, clock.now());
                 if (const auto* mistake = std::get_if<std::string>(&day)) return *mistake;
                 details->date = std::get<platform::UtcTime>(day);
                 details->redeemBy = RedeemBy::Date;
                 return std::string();
               }});
}

Step RestockForm::typeUses(const Intake& intake) const {
  const std::size_t codes = intake.list.codes.size();
  return type({tr("Students for one code"), tr("How many students may use each of the codes"),
               intake.uses > 0 ? std::to_string(intake.uses) : "", Keyboard::Numbers, 3,
               [details = details_, codes](const std::string& typed) -> std::string {
                 const auto uses = typedUses(typed);
                 if (!uses) return tr("Type a number from 1 to 999.");
                 if (!usesFit(codes, *uses)) {
                   return tr("That is too many for this list. Type a smaller number.");
                 }
                 details->uses = *uses;
                 return "";
               }});
}

Step RestockForm::type(EditAsk ask) const {
  return OpenPage{std::make_unique<EditPage>(tools_, std::move(ask))};
}

}  // namespace hallpass

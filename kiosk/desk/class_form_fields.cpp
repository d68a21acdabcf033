// What the form of a class shows: its fields, and what is wrong in them.
#include <algorithm>
#include <array>

#include "kiosk/desk/class_form.h"
#include "kiosk/desk/guide_choices.h"
#include "kiosk/desk/typed_time.h"
#include "kiosk/ui/day_text.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::noted;
using platform::tr;
using platform::trc;

struct Wait {
  int seconds;
  const char* label;
};
// TRANSLATORS: how long a visit waits for a touch: as long as usual, 45 seconds ...
constexpr std::array<Wait, 6> kWaits{{{0, noted("usual")},
                                      {45, noted("45 s")},
                                      {60, noted("60 s")},
                                      {90, noted("90 s")},
                                      {120, noted("2 min")},
                                      {300, noted("5 min")}}};

}  // namespace

std::string ClassForm::titleMistake(const std::string& typed) {
  if (typed.empty()) return tr("Give the class a title: students see it.");
  if (platform::toCodePoints(typed).size() > kLongestTitle) {
    return tr("That is longer than 100 characters. Make it shorter.");
  }
  return "";
}

std::vector<ClassForm::Item> ClassForm::items() const {
  if (part_ == Part::Guide) {
    if (accounts().size() < 2) return {Item::Languages, Item::BeginsIn};
    return {Item::Account, Item::Languages, Item::BeginsIn};
  }
  if (changed_) {
    return {Item::Title, Item::From, Item::Until, Item::WalkIns, Item::Word, Item::Wait};
  }
  if (part_ == Part::Second) return {Item::WalkIns, Item::Word, Item::Wait};
  return {Item::Title, Item::Pass, Item::From, Item::Until};
}

std::string ClassForm::screenName() const {
  if (changed_) return part_ == Part::Guide ? "class-change-guide" : "class-change";
  if (part_ == Part::Guide) return "class-form-guide";
  return part_ == Part::Second ? "class-form-2" : "class-form";
}

std::string ClassForm::title() const {
  if (changed_) {
    return part_ == Part::Guide ? tr("Change the class: the guide") : tr("Change the class");
  }
  if (part_ == Part::Guide) return tr("Open a class: the guide");
  return part_ == Part::Second ? tr("Open a class: who gets in") : tr("Open a class");
}

ScreenView ClassForm::view() const {
  DeskView view;
  view.screen = screenName();
  view.title = title();
  view.lead = refusal_.empty() ? lead() : refusal_;
  if (!refusal_.empty()) view.leadSign = Sign::Attention;
  view.form.emplace();
  for (const Item item : items()) view.form->fields.push_back(field(item));
  putActions(view);
  return view;
}

void ClassForm::putActions(DeskView& view) const {
  if (changed_) {
    view.main = DeskButton{"save", tr("Save")};
    if (part_ != Part::Guide) view.other = DeskButton{"guide", tr("Guide and languages")};
  } else if (part_ == Part::Guide) {
    view.main = DeskButton{"open-class", tr("Open the class")};
  } else {
    view.main = DeskButton{"next", trc("kiosk", "Next")};
  }
}

std::string ClassForm::lead() const {
  if (part_ == Part::Guide) {
    return tr("Every visit begins in one language; students can change to the others.");
  }
  const std::string now =
      filled(tr("It is {time} on this device."), {{"time", dayText(tools_.clock.now())}});
  if (part_ == Part::Second && facts_.from && tools_.clock.now() < *facts_.from) {
    return filled(tr("Students can take codes from {time} on."), {{"time", dayText(*facts_.from)}});
  }
  if (part_ == Part::Second) return tr("Students can take codes as soon as the class is open.");
  if (!changed_) return now;
  std::string pass = facts_.passType;
  for (const PassChoice& type : passTypes_) {
    if (type.id == pass) pass = tr(type.title);
  }
  return now + " " +
         filled(tr("The pass stays {pass}: for another one, close the class and open the next."),
                {{"pass", pass}});
}

FormField ClassForm::field(Item item) const {
  FormField field;
  switch (item) {
    case Item::Title:
      field = {"title", tr("Title"), facts_.title, tr("touch to type"), {}, 0, ""};
      break;
    case Item::Pass:
      field = passField();
      break;
    case Item::From:
      // TRANSLATORS: the moment from which students can take codes
      field = {"from", tr("From"), facts_.from ? typedTime(*facts_.from) : "", tr("at once"), {},
               0,      ""};
      break;
    case Item::Until:
      // TRANSLATORS: the moment until which students can take codes
      field = {"until",
               tr("Until"),
               facts_.until ? typedTime(*facts_.until) : "",
               tr("until you close it"),
               {},
               0,
               ""};
      break;
    case Item::WalkIns:
      field = {"walk-ins", tr("May others join the list?"), "",
               "",         {tr("No"), trc("kiosk", "Yes")}, 0,
               ""};
      field.chosen = facts_.walkIns == WalkIns::Allowed ? 1 : 0;
      break;
    case Item::Word:
      field = wordField();
      break;
    case Item::Wait:
      field = waitField();
      break;
    case Item::Account:
      field = accountField(accounts(), facts_.account);
      break;
    case Item::Languages:
      field = languagesField(facts_.languages);
      break;
    case Item::BeginsIn:
      field = beginsInField(facts_.languages);
      break;
  }
  field.mistake = mistakeOf(item);
  return field;
}

FormField ClassForm::passField() const {
  FormField field{"pass", tr("What is handed out"), "", tr("nothing can be chosen"), {}, 0, ""};
  for (const PassChoice& type : passTypes_) field.choices.push_back(tr(type.title));
  const auto chosen = std::find_if(passTypes_.begin(), passTypes_.end(),
                                   [&](const auto& type) { return type.id == facts_.passType; });
  field.chosen = static_cast<std::size_t>(chosen - passTypes_.begin());
  return field;
}

FormField ClassForm::wordField() const {
  FormField field{"word", tr("Class word, for the board"), facts_.word, tr("none"), {tr("None")}, 0,
                  ""};
  if (facts_.word.empty()) {
    field.choices.insert(field.choices.end(), {tr("Make one"), tr("Type one")});
  } else {
    field.choices.insert(field.choices.end(), {facts_.word, tr("Make another"), tr("Type one")});
    field.chosen = 1;
  }
  return field;
}

FormField ClassForm::waitField() const {
  FormField field{"wait", tr("Ask \"Still there?\" after"), "", "", {}, kWaits.size(), ""};
  for (std::size_t at = 0; at < kWaits.size(); ++at) {
    field.choices.emplace_back(tr(kWaits.at(at).label));
    if (kWaits.at(at).seconds == facts_.idleSeconds) field.chosen = at;
  }
  return field;
}

std::string ClassForm::mistakeOf(Item item) const {
  switch (item) {
    case Item::Title:
      return tried_ ? titleMistake(facts_.title) : "";
    case Item::Pass:
      if (!facts_.passType.empty()) return "";
      return tried_ && !passTypes_.empty() ? tr("Choose one.") : passProblem_;
    case Item::Until:
      if (!facts_.until) return "";
      if (facts_.from && *facts_.until < *facts_.from) {
        return tr("That is before the class begins. Type a later time.");
      }
      if (facts_.until != heldUntil_ && *facts_.until < tools_.clock.now()) {
        return tr("That is past. Type a later time.");
      }
      return "";
    case Item::Languages:
      return lastLanguage_ ? tr("One language stays. Switch another one on first.") : "";
    default:
      return "";
  }
}

void ClassForm::chooseWait(std::size_t option) {
  if (option < kWaits.size()) facts_.idleSeconds = kWaits.at(option).seconds;
}

}  // namespace hallpass

#include "kiosk/desk/class_form.h"

#include <algorithm>
#include <array>
#include <memory>

#include "kiosk/desk/class_word.h"
#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/guide_choices.h"
#include "kiosk/desk/typed_time.h"
#include "kiosk/ui/day_text.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::noted;
using platform::tr;
using platform::trc;

constexpr std::size_t kLongestClassTitle = 100;

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

std::string titleMistake(const std::string& typed) {
  if (typed.empty()) return tr("Give the class a title: students see it.");
  if (platform::toCodePoints(typed).size() > kLongestClassTitle) {
    return tr("That is longer than 100 characters. Make it shorter.");
  }
  return "";
}

Step open(const DeskTools& tools, EditAsk ask) {
  return OpenPage{std::make_unique<EditPage>(tools, std::move(ask))};
}

}  // namespace

ClassForm::ClassForm(DeskTools tools) : DeskPage(tools) {
  readPassTypes();
  if (const auto last = tools_.ledger.classes().current(); last && *last) {
    facts_.passType = (*last)->facts.passType;
    facts_.walkIns = (*last)->facts.walkIns;
    facts_.idleSeconds = (*last)->facts.idleSeconds;
    facts_.languages = (*last)->facts.languages;
    facts_.account = (*last)->facts.account;
  }
  const bool known = std::any_of(passTypes_.begin(), passTypes_.end(),
                                 [&](const auto& type) { return type.id == facts_.passType; });
  if (!known) facts_.passType = passTypes_.size() == 1 ? passTypes_.front().id : "";
  forgetUnknownAccount();
}

ClassForm::ClassForm(DeskTools tools, const Class& held)
    : DeskPage(tools), changed_(held.id), facts_(held.facts), heldUntil_(held.facts.until) {
  readPassTypes();
}

/// Only those whose guide can be shown: students would meet half a path with the others.
void ClassForm::readPassTypes() {
  for (const std::string& id : passTypeIds(tools_.assets)) {
    const auto type = loadPassType(tools_.assets, id);
    if (!type) {
      passProblem_ = type.error().sentence;
      continue;
    }
    if (!type->offered && id != facts_.passType) continue;
    const auto guide = loadGuide(tools_.assets, type->guide);
    if (guide) passTypes_.push_back({type->id, type->title, guide->accounts});
    if (!guide) passProblem_ = guide.error().sentence;
  }
  if (passTypes_.empty() && passProblem_.empty()) {
    passProblem_ = tr("This device has no pass types. Whoever set it up has to add one.");
  }
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

/// Those that the guide of the chosen pass type knows.
std::vector<AccountKind> ClassForm::accounts() const {
  for (const PassChoice& type : passTypes_) {
    if (type.id == facts_.passType) return type.accounts;
  }
  return {};
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

Step ClassForm::handle(const Intent& intent) {
  const std::vector<Item> shown = items();
  const bool onField = intent.index < shown.size();
  switch (intent.act) {
    case Act::Focus:
      if (onField) return edit(shown[intent.index]);
      return StayHere{};
    case Act::Choose:
      if (onField) return choose(shown[intent.index], intent.option);
      return StayHere{};
    case Act::Main:
      return goOn();
    case Act::Back:
      if (part_ == Part::First) return GoBack{};
      lastLanguage_ = false;
      part_ = part_ == Part::Guide && !changed_ ? Part::Second : Part::First;
      return StayHere{};
    case Act::Other:
      if (changed_) part_ = Part::Guide;
      return StayHere{};
    default:
      return StayHere{};
  }
}

Step ClassForm::edit(Item item) {
  refusal_.clear();
  if (item == Item::Title) return editTitle();
  if (item == Item::From || item == Item::Until) return editTime(item);
  return StayHere{};
}

Step ClassForm::editTitle() {
  EditAsk ask;
  ask.title = tr("Title of the class");
  ask.hint = tr("What students see, such as \"AZ-104, Monday\".");
  ask.typed = facts_.title;
  ask.longest = kLongestClassTitle;
  ask.take = [this](const std::string& typed) {
    std::string mistake = titleMistake(typed);
    if (mistake.empty()) facts_.title = typed;
    return mistake;
  };
  return open(tools_, std::move(ask));
}

Step ClassForm::editTime(Item item) {
  const bool from = item == Item::From;
  auto& time = from ? facts_.from : facts_.until;
  EditAsk ask;
  ask.title = from ? tr("The class opens") : tr("The class ends");
  ask.hint =
      from ? tr("As 2026-11-23 09:00. A day alone: from its start. A time alone: today. Empty: at "
                "once.")
           : tr("As 2026-11-23 17:30. A day alone: until its end. A time alone: today. Empty: "
                "until you close it.");
  ask.typed = time ? typedTime(*time) : typedDay(tools_.clock.now());
  ask.keyboard = Keyboard::Numbers;
  ask.longest = 20;
  ask.take = [this, from, &time](const std::string& typed) -> std::string {
    const auto read =
        readTypedTime(typed, from ? DayEdge::Begin : DayEdge::End, tools_.clock.now());
    if (!read && !typed.empty()) return tr("That is no day and time. Type it as 2026-11-23 09:00.");
    time = read;
    return "";
  };
  return open(tools_, std::move(ask));
}

Step ClassForm::choose(Item item, std::size_t option) {
  refusal_.clear();
  lastLanguage_ = false;
  if (item == Item::Pass) choosePass(option);
  if (item == Item::WalkIns) facts_.walkIns = option == 1 ? WalkIns::Allowed : WalkIns::Refused;
  if (item == Item::Wait && option < kWaits.size()) facts_.idleSeconds = kWaits.at(option).seconds;
  if (part_ == Part::Guide) chooseGuide(item, option);
  return item == Item::Word ? chooseWord(option) : Step(StayHere{});
}

void ClassForm::choosePass(std::size_t option) {
  if (option >= passTypes_.size()) return;
  facts_.passType = passTypes_[option].id;
  forgetUnknownAccount();
}

/// An account that another pass type's guide knows says nothing here.
void ClassForm::forgetUnknownAccount() {
  const std::vector<AccountKind> known = accounts();
  const bool fits = std::any_of(known.begin(), known.end(),
                                [this](AccountKind kind) { return name(kind) == facts_.account; });
  if (!fits) facts_.account.clear();
}

void ClassForm::chooseGuide(Item item, std::size_t option) {
  const std::vector<AccountKind> known = accounts();
  if (item == Item::Account && option < known.size()) facts_.account = name(known[option]);
  if (item == Item::Languages) lastLanguage_ = !switchLanguage(facts_.languages, option);
  if (item == Item::BeginsIn) beginIn(facts_.languages, option);
}

/// "None", the word that is held where there is one, "Make one", "Type one".
Step ClassForm::chooseWord(std::size_t option) {
  const std::size_t make = facts_.word.empty() ? 1 : 2;
  if (option == 0) facts_.word.clear();
  if (option == make) facts_.word = newClassWord(facts_.word);
  if (option != make + 1) return StayHere{};
  EditAsk ask;
  ask.title = tr("Class word");
  ask.hint = tr("You write it on the board; students type it. Capitals do not count.");
  ask.typed = facts_.word;
  ask.longest = kLongestClassWord;
  ask.take = [this](const std::string& typed) {
    std::string mistake = classWordMistake(typed);
    if (mistake.empty()) facts_.word = typed;
    return mistake;
  };
  return open(tools_, std::move(ask));
}

Step ClassForm::goOn() {
  tried_ = true;
  lastLanguage_ = false;
  const std::vector<Item> shown = items();
  const bool clean = std::all_of(shown.begin(), shown.end(),
                                 [this](Item item) { return mistakeOf(item).empty(); });
  if (!clean) return StayHere{};
  if (changed_ || part_ == Part::Guide) return save();
  part_ = part_ == Part::First ? Part::Second : Part::Guide;
  return StayHere{};
}

Step ClassForm::save() {
  Classes& classes = tools_.ledger.classes();
  if (!changed_) {
    const auto opened = classes.open(facts_, tools_.role);
    if (opened) return GoBack{};
    refused(opened.error());
    return StayHere{};
  }
  // The ledger changes whichever class is the current one.
  const auto current = classes.current();
  if (current && (!*current || (*current)->id != *changed_)) {
    refusal_ = tr("Another class was opened meanwhile. Go back: nothing was changed.");
    return StayHere{};
  }
  const auto saved = classes.change(facts_, tools_.role);
  if (saved) return GoBack{};
  refused(saved.error());
  return StayHere{};
}

void ClassForm::refused(Refusal refusal) {
  switch (refusal) {
    case Refusal::ClassAlreadyOpen:
      refusal_ =
          tr("A class was opened meanwhile. Go back and look at it; to open this one, close it.");
      return;
    case Refusal::ClassClosed:
    case Refusal::NoClass:
      refusal_ = tr("The class was closed meanwhile. Go back and open the next one.");
      return;
    case Refusal::BadWindow:
      refusal_ = tr("The class would be over already. Go back and give it a later end.");
      part_ = Part::First;
      return;
    default:
      refusal_ = deskSentence(refusal);
  }
}

}  // namespace hallpass

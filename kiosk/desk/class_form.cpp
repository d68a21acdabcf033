#include "kiosk/desk/class_form.h"

#include <algorithm>
#include <memory>

#include "kiosk/desk/class_word.h"
#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/guide_choices.h"
#include "kiosk/desk/typed_time.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::tr;

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

/// Those that the guide of the chosen pass type knows.
std::vector<AccountKind> ClassForm::accounts() const {
  for (const PassChoice& type : passTypes_) {
    if (type.id == facts_.passType) return type.accounts;
  }
  return {};
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
  ask.longest = kLongestTitle;
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
  if (item == Item::Wait) chooseWait(option);
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

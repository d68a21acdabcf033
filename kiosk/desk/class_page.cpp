#include "kiosk/desk/class_page.h"

#include <memory>

#include "kiosk/desk/add_student_page.h"
#include "kiosk/desk/class_form.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/roster_page.h"
#include "kiosk/guide/guide.h"
#include "kiosk/ui/day_text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trc;
using platform::trn;

struct StateText {
  std::string sentence;
  Sign sign;
};

std::string passTitleOf(const std::filesystem::path& assets, const std::string& passType) {
  const auto type = loadPassType(assets, passType);
  return type ? type->title : passType;
}

/// How the class stands at `now`, and what to do where nobody can take a code.
StateText stateText(const Class& held, platform::UtcTime now) {
  const auto& from = held.facts.from;
  const auto& until = held.facts.until;
  if (held.state == ClassState::Closed) return {tr("Closed. Nobody can take a code."), Sign::None};
  if (held.state == ClassState::Paused) {
    return {tr("Paused: nobody can take a code until you touch Go on."), Sign::Attention};
  }
  if (from && now < *from) {
    if (!until) {
      return {filled(tr("Opens by itself on {from}."), {{"from", dayText(*from)}}), Sign::Waiting};
    }
    return {filled(tr("Opens by itself on {from}, until {until}."),
                   {{"from", dayText(*from)}, {"until", dayText(*until)}}),
            Sign::Waiting};
  }
  if (until && now > *until) {
    return {filled(tr("Its time ended on {time}: nobody can take a code. Change the end, or close "
                      "the class."),
                   {{"time", dayText(*until)}}),
            Sign::Attention};
  }
  if (!until) return {tr("Open until you close it."), Sign::Good};
  return {filled(tr("Open until {time}."), {{"time", dayText(*until)}}), Sign::Good};
}

std::string closingText(const ClassFigures& figures) {
  const std::string last = tr("After closing nobody can take one, and it cannot be opened again.");
  if (figures.students == 0) return tr("It has no students. It cannot be opened again.");
  if (figures.students == 1) {
    return std::string(figures.withCode == 1 ? tr("Its one student has a code.")
                                             : tr("Its one student has no code.")) +
           " " + last;
  }
  return filled(trn("{n} of {students} students has a code.",
                    "{n} of {students} students have a code.", figures.withCode),
                {{"students", std::to_string(figures.students)}}) +
         " " + last;
}

/// Closes the class that the question was about, and no other one.
Step close(const DeskTools& tools, ClassId asked) {
  Classes& classes = tools.ledger.classes();
  const auto current = classes.current();
  if (!current) return ReplacePage{refusalPage(tools, current.error())};
  if (!*current || (*current)->id != asked) return GoBack{};
  const auto closed = classes.setState(ClassState::Closed, tools.role);
  if (!closed) return ReplacePage{refusalPage(tools, closed.error())};
  return GoBack{};
}

}  // namespace

ClassPage::ClassPage(DeskTools tools) : DeskPage(tools) { read(); }

void ClassPage::read() {
  trouble_.reset();
  const auto current = tools_.ledger.classes().current();
  const auto students = tools_.ledger.roster().places();
  if (!current || !students) {
    trouble_ = current ? students.error() : current.error();
    return;
  }
  class_ = *current;
  figures_ = figuresOf(*students);
  if (class_) passTitle_ = passTitleOf(tools_.assets, class_->facts.passType);
}

ScreenView ClassPage::view() const {
  DeskView view;
  view.screen = "class";
  view.back = false;
  view.title = class_ ? class_->facts.title : tr("No class yet");
  view.facts = facts();
  view.buttons = buttons();
  if (trouble_) {
    view.lead = deskSentence(*trouble_);
    view.leadSign = Sign::Bad;
    return view;
  }
  if (!class_) {
    view.lead = tr("Open one, then add its students from a stick or one by one.");
  } else {
    const StateText state = stateText(*class_, tools_.clock.now());
    view.lead = filled("{pass}. {state}", {{"pass", tr(passTitle_)}, {"state", state.sentence}});
    view.leadSign = state.sign;
    if (!isOver() && figures_.students == 0) {
      view.lead += std::string(" ") + tr("It has no students yet: add them.");
      view.leadSign = Sign::Attention;
    }
  }
  if (isOver()) {
    view.main = DeskButton{"open-class", tr("Open a class")};
  } else {
    view.other = DeskButton{"close-class", tr("Close the class")};
    view.main = class_->state == ClassState::Open ? DeskButton{"pause", tr("Pause")}
                                                  : DeskButton{"go-on", tr("Go on")};
  }
  return view;
}

std::vector<Fact> ClassPage::facts() const {
  if (!class_) return {};
  const NewClass& said = class_->facts;
  std::vector<Fact> facts;
  if (!said.word.empty() && !isOver())
    // TRANSLATORS: stands under the word itself
    facts.push_back({said.word, tr("class word: write it on the board")});
  // TRANSLATORS: the number stands above these words, here and in what follows
  facts.push_back(
      {std::to_string(figures_.students), trn("student", "students", figures_.students)});
  facts.push_back(
      {std::to_string(figures_.withCode), trn("has a code", "have a code", figures_.withCode)});
  if (isOver()) return facts;
  facts.push_back(
      {said.walkIns == WalkIns::Allowed ? trc("kiosk", "Yes") : tr("No"), tr("others may join")});
  if (said.idleSeconds > 0) {
    facts.push_back({filled(tr("{n} s"), {{"n", std::to_string(said.idleSeconds)}}),
                     tr("until \"Still there?\"")});
  }
  return facts;
}

std::vector<DeskButton> ClassPage::buttons() const {
  if (isOver()) return {};
  return {{"roster", tr("Students from a stick")},
          {"add-student", tr("Add a student")},
          {"change", tr("Change")}};
}

Step ClassPage::handle(const Intent& intent) {
  switch (intent.act) {
    case Act::Back:
      return GoBack{};
    case Act::Press: {
      const auto shown = buttons();
      return intent.index < shown.size() ? press(shown[intent.index].id) : Step(StayHere{});
    }
    case Act::Other:
      return isOver() ? Step(StayHere{}) : askToClose();
    case Act::Main:
      if (isOver()) return OpenPage{std::make_unique<ClassForm>(tools_)};
      return pauseOrGoOn();
    default:
      return StayHere{};
  }
}

Step ClassPage::press(const std::string& button) {
  if (button == "roster") return OpenPage{rosterFilesPage(tools_)};
  if (button == "add-student") return OpenPage{std::make_unique<AddStudentPage>(tools_)};
  return OpenPage{std::make_unique<ClassForm>(tools_, *class_)};
}

Step ClassPage::pauseOrGoOn() {
  const ClassState wanted =
      class_->state == ClassState::Open ? ClassState::Paused : ClassState::Open;
  const ClassId shown = class_->id;
  read();
  if (trouble_ || !class_ || class_->id != shown) return StayHere{};
  const auto set = tools_.ledger.classes().setState(wanted, tools_.role);
  if (!set) return OpenPage{refusalPage(tools_, set.error())};
  read();
  return StayHere{};
}

Step ClassPage::askToClose() const {
  NoticeView notice;
  notice.screen = "close-class";
  notice.sign = Sign::Attention;
  notice.headline = filled(tr("Close {class}?"), {{"class", class_->facts.title}});
  notice.detail = closingText(figures_);
  notice.other = DeskButton{"keep-open", tr("Keep it open")};
  notice.main = DeskButton{"close-class", tr("Close the class")};
  return OpenPage{std::make_unique<NoticePage>(
      tools_, std::move(notice),
      [tools = tools_, asked = class_->id] { return close(tools, asked); })};
}

std::unique_ptr<DeskPage> classPage(const DeskTools& tools) {
  return std::make_unique<ClassPage>(tools);
}

}  // namespace hallpass

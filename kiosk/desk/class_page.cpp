#include "kiosk/desk/class_page.h"

#include <memory>

#include "kiosk/desk/add_student_page.h"
#include "kiosk/desk/class_form.h"
#include "kiosk/desk/counted.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/roster_page.h"
#include "kiosk/guide/guide.h"
#include "kiosk/ui/day_text.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

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
  if (held.state == ClassState::Closed) return {"Closed. Nobody can take a code.", Sign::None};
  if (held.state == ClassState::Paused) {
    return {"Paused: nobody can take a code until you touch Go on.", Sign::Attention};
  }
  if (from && now < *from) {
    const std::string end = until ? ", until " + dayText(*until) : "";
    return {"Opens by itself on " + dayText(*from) + end + ".", Sign::Waiting};
  }
  if (until && now > *until) {
    return {"Its time ended on " + dayText(*until) +
                ": nobody can take a code. Change the end, or close the class.",
            Sign::Attention};
  }
  return {until ? "Open until " + dayText(*until) + "." : "Open until you close it.", Sign::Good};
}

std::string closingText(const ClassFigures& figures) {
  const std::string last = "After closing nobody can take one, and it cannot be opened again.";
  if (figures.students == 0) return "It has no students. It cannot be opened again.";
  return std::to_string(figures.withCode) + " of " + counted(figures.students, "student") +
         (figures.withCode == 1 ? " has" : " have") + " a code. " + last;
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
  const auto students = tools_.ledger.roster().students();
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
  view.title = class_ ? class_->facts.title : "No class yet";
  view.facts = facts();
  view.buttons = buttons();
  if (trouble_) {
    view.lead = deskSentence(*trouble_);
    view.leadSign = Sign::Bad;
    return view;
  }
  if (!class_) {
    view.lead = "Open one, then add its students from a stick or one by one.";
  } else {
    const StateText state = stateText(*class_, tools_.clock.now());
    view.lead = passTitle_ + ". " + state.sentence;
    view.leadSign = state.sign;
    if (!isOver() && figures_.students == 0) {
      view.lead += " It has no students yet: add them.";
      view.leadSign = Sign::Attention;
    }
  }
  if (isOver()) {
    view.main = DeskButton{"open-class", "Open a class"};
  } else {
    view.other = DeskButton{"close-class", "Close the class"};
    view.main = class_->state == ClassState::Open ? DeskButton{"pause", "Pause"}
                                                  : DeskButton{"go-on", "Go on"};
  }
  return view;
}

std::vector<Fact> ClassPage::facts() const {
  if (!class_) return {};
  const NewClass& said = class_->facts;
  std::vector<Fact> facts;
  if (!said.word.empty() && !isOver())
    facts.push_back({said.word, "class word: write it on the board"});
  facts.push_back(
      {std::to_string(figures_.students), figures_.students == 1 ? "student" : "students"});
  facts.push_back(
      {std::to_string(figures_.withCode), figures_.withCode == 1 ? "has a code" : "have a code"});
  if (isOver()) return facts;
  facts.push_back({said.walkIns == WalkIns::Allowed ? "Yes" : "No", "others may join"});
  if (said.idleSeconds > 0) {
    facts.push_back({std::to_string(said.idleSeconds) + " s", "until \"Still there?\""});
  }
  return facts;
}

std::vector<DeskButton> ClassPage::buttons() const {
  if (isOver()) return {};
  return {
      {"roster", "Students from a stick"}, {"add-student", "Add a student"}, {"change", "Change"}};
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
  notice.headline = "Close " + class_->facts.title + "?";
  notice.detail = closingText(figures_);
  notice.other = DeskButton{"keep-open", "Keep it open"};
  notice.main = DeskButton{"close-class", "Close the class"};
  return OpenPage{std::make_unique<NoticePage>(
      tools_, std::move(notice),
      [tools = tools_, asked = class_->id] { return close(tools, asked); })};
}

std::unique_ptr<DeskPage> classPage(const DeskTools& tools) {
  return std::make_unique<ClassPage>(tools);
}

}  // namespace hallpass

// What staff can set back: four different things under four different words.
#include <array>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/desk/erase_pages.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/paging.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/receipt_page.h"
#include "kiosk/domain/figures.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::noted;
using platform::tr;
using platform::trn;

/// A question that says what happens and what stays before anything does.
struct Question {
  std::string screen;
  const char* headline = "";
  std::vector<std::string> sentences;  ///< One a line.
  DeskButton yes;
  Sign sign = Sign::Attention;
};

Step ask(const DeskTools& tools, const Question& question, std::function<Step()> yes) {
  NoticeView view;
  view.screen = question.screen;
  view.sign = question.sign;
  view.headline = tr(question.headline);
  for (const std::string& sentence : question.sentences) {
    if (!view.detail.empty()) view.detail += "\n";
    view.detail += sentence;
  }
  view.other = DeskButton{"keep", tr("Back")};
  view.main = question.yes;
  return OpenPage{std::make_unique<NoticePage>(tools, std::move(view), std::move(yes))};
}

Step say(const DeskTools& tools, const std::string& screen, const char* headline,
         const std::string& detail) {
  NoticeView view;
  view.screen = screen;
  view.headline = headline;
  view.detail = detail;
  view.main = DeskButton{"understood", tr("Back")};
  return OpenPage{std::make_unique<NoticePage>(tools, std::move(view))};
}

/// The class and the ledger of training mode are not the device's.
Step endTrainingFirst(const DeskTools& tools) {
  return ask(tools,
             {"training-first",
              noted("Training mode runs"),
              {tr("Only the practice class is at hand now. End training mode first: all that was "
                  "done in it is forgotten, and the device is as it was before.")},
              {"end-training", tr("End training mode")}},
             [] { return Step(Practise{false}); });
}

/// The visit ended when the PIN opened the desk: all that is left to do is to go to the start.
Step clearVisit(const DeskTools& tools) {
  return ask(tools,
             {"clear-visit",
              noted("This visit is cleared"),
              {tr("What a student typed or left on the screen was forgotten when you typed your "
                  "PIN."),
               tr("The class goes on. Codes that were taken stay with their students.")},
              {"clear-visit", tr("To the start screen")},
              Sign::Good},
             [] { return Step(LockUp{"visit-cleared"}); });
}

Step close(const DeskTools& tools, ClassId asked) {
  Classes& classes = tools.ledger.classes();
  const auto current = classes.current();
  if (!current) return ReplacePage{refusalPage(tools, current.error())};
  // Another class than the one that was asked about stays open.
  if (!*current || (*current)->id != asked) return GoBack{};
  const auto closed = classes.setState(ClassState::Closed, tools.role);
  if (!closed) return ReplacePage{refusalPage(tools, closed.error())};
  NoticeView view;
  view.screen = "class-closed";
  view.sign = Sign::Good;
  view.headline = tr("The class is closed");
  view.detail = tr("Nobody can take a code until the instructor opens the next class.");
  view.main = DeskButton{"understood", tr("Back")};
  return ReplacePage{std::make_unique<NoticePage>(tools, std::move(view))};
}

Step closeClass(const DeskTools& tools) {
  if (tools.training) return endTrainingFirst(tools);
  const auto current = tools.ledger.classes().current();
  const auto students = tools.ledger.roster().students();
  if (!current) return OpenPage{refusalPage(tools, current.error())};
  if (!students) return OpenPage{refusalPage(tools, students.error())};
  if (!*current || (*current)->state == ClassState::Closed) {
    return say(tools, "no-class", tr("No class is open"), tr("There is nothing to close."));
  }
  const ClassFigures figures = figuresOf(*students);
  const std::string holders =
      filled(trn("{n} of {students} students has a code.",
                 "{n} of {students} students have a code.", figures.withCode),
             {{"students", std::to_string(figures.students)}});
  return ask(
      tools,
      {"close-class",
       noted("Close the class?"),
       {holders, tr("After closing nobody can take one, and the class cannot be opened again."),
        tr("Codes, students and the journal stay: the instructor can still export them.")},
       {"close-class", tr("Close the class")}},
      [tools, id = (*current)->id] { return close(tools, id); });
}

Step restart(const DeskTools& tools) {
  const char* const kept =
      tools.training
          ? tr("Training mode ends with it, and all that was done in it is forgotten.")
          : tr("Nothing is lost: the class, its students, its codes and all settings stay.");
  return ask(tools,
             {"restart-program",
              noted("Restart the program?"),
              {tr("The screen goes dark for a moment and the start screen comes back."), kept},
              {"restart-program", tr("Restart the program")}},
             [] { return Step(RestartProgram{}); });
}

Step erase(const DeskTools& tools) {
  if (tools.training) return endTrainingFirst(tools);
  return OpenPage{erasePage(tools)};
}

Step showReceipt(const DeskTools& tools) {
  const auto receipt = tools.ledger.lastErasure();
  if (!receipt) return OpenPage{refusalPage(tools, receipt.error())};
  if (!*receipt) {
    return say(tools, "never-erased", tr("This device was never erased"),
               tr("A receipt stands here after the first time."));
  }
  return OpenPage{std::make_unique<ReceiptPage>(tools, **receipt, ReceiptPage::Kind::Again)};
}

/// One of the four, in the words of its row, which are noted() and not yet translated.
struct Way {
  const char* what;
  const char* gone;
  Step (*go)(const DeskTools&);
};

/// From the smallest to the largest.
constexpr std::array kWays{
    Way{noted("Clear this visit"), noted("What a student left on the screen"), clearVisit},
    Way{noted("Close the class"), noted("Nothing, but nobody can take a code"), closeClass},
    Way{noted("Restart the program"), noted("Nothing"), restart},
    Way{noted("Erase the device"), noted("Everything but the settings"), erase}};

class ResetPage final : public DeskPage {
 public:
  explicit ResetPage(DeskTools tools) : DeskPage(tools) {}

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "reset";
    view.title = tr("Reset");
    view.lead = tr("Touch one of these: it says first what happens and what stays.");
    view.buttons = {{"receipt", tr("Receipt of the last erasure")}};
    TableView table;
    table.columns = {{tr("What"), 3}, {tr("What is gone after it"), 5}};
    for (const Way& way : kWays) {
      const bool endsTraining = tools_.training && way.go == restart;
      table.rows.push_back({{tr(way.what), endsTraining ? tr("Training mode") : tr(way.gone)}});
    }
    paging_.put(table, kWays.size());
    view.table = std::move(table);
    return view;
  }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Intent::Act::Back) return GoBack{};
    if (intent.act == Intent::Act::Press && intent.index == 0) return showReceipt(tools_);
    const auto at = paging_.opened(intent, kWays.size());
    return at ? kWays.at(*at).go(tools_) : Step(StayHere{});
  }

 private:
  Paging paging_;
};

}  // namespace

std::unique_ptr<DeskPage> resetPage(const DeskTools& tools) {
  return std::make_unique<ResetPage>(tools);
}

}  // namespace hallpass

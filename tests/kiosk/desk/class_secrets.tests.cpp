// No page of the class and its students holds a whole code, or a student's own digits.
#include "kiosk/desk/add_student_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/student_page.h"
#include "kiosk/desk/swap_page.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

namespace {

/// The codes of `room` that stand whole, or with half of their characters in a row, in `view`.
std::vector<std::string> codesIn(const DeskRoom& room, const ScreenView& view) {
  const std::string all = joinedTexts(view);
  std::vector<std::string> seen;
  for (int at = 0; at < room.stocked(); ++at) {
    const std::string code = DeskRoom::codeText(at);
    const std::string half = code.substr(code.size() / 2);
    if (all.find(half) != std::string::npos) seen.push_back(code);
  }
  return seen;
}

}  // namespace

TEST_CASE("a whole code that stood on a page would be found") {
  DeskRoom room;
  room.openClass();
  room.stock(1);
  DeskView view;
  CHECK(codesIn(room, view).empty());
  view.table.emplace();
  view.table->rows.push_back({{"Aino", DeskRoom::codeText(0)}, Sign::None, true});
  CHECK(codesIn(room, view).size() == 1);
}

TEST_CASE("no page of the class or its students holds a whole code") {
  DeskRoom room;
  room.openClass();
  room.stock(4);
  const StudentId aino = room.add("Aino Virtanen");
  room.add("Eetu");
  room.claim(aino, "2580");
  REQUIRE(room.ledger().claims().replace(aino, Cause::Used, Role::Operator).ok());
  room.say(aino, Outcome::Worked);
  const DeskTools tools = room.tools();
  std::vector<PageStack> all;
  all.emplace_back(room, classPage(tools));
  all.emplace_back(room, studentsPage(tools));
  all.emplace_back(room, std::make_unique<StudentPage>(tools, aino));
  all.emplace_back(room, std::make_unique<SwapPage>(tools, aino));
  all.emplace_back(room, std::make_unique<AddStudentPage>(tools));
  for (const PageStack& pages : all) {
    INFO(pages.screen());
    CHECK(codesIn(room, pages.view()).empty());
    CHECK(joinedTexts(pages.view()).find("2580") == std::string::npos);
  }
  all[2].touch("again");
  CHECK(codesIn(room, all[2].view()).empty());
}

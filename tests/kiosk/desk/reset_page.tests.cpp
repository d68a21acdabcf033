// What venue staff can set back, each under a word of its own.
#include <algorithm>

#include "kiosk/desk/places.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

namespace {

PageStack resetOf(DeskRoom& room) { return {room, resetPage(room.tools(Role::Staff))}; }

/// Opens the row that says `what`.
void open(PageStack& pages, const std::string& what) {
  const auto names = pages.names();
  const auto at = std::find(names.begin(), names.end(), what);
  REQUIRE(at != names.end());
  pages.open(static_cast<std::size_t>(at - names.begin()));
}

}  // namespace

TEST_CASE("Clearing a visit leaves the desk, and neither the class nor a code changes") {
  DeskRoom room;
  room.openClass();
  room.stock(3);
  room.claim(room.add("Aino Virtanen"));
  const auto before = room.journal().size();
  PageStack pages = resetOf(room);
  open(pages, "Clear this visit");
  CHECK(pages.on<NoticeView>().headline == "This visit is cleared");
  CHECK(pages.on<NoticeView>().detail.find("stay") != std::string::npos);
  pages.touch("clear-visit");
  CHECK(pages.left<LockUp>().why == "visit-cleared");
  CHECK(room.journal().size() == before);
  CHECK(room.heldClass().state == ClassState::Open);
}

TEST_CASE("Staff close the class after it was said what that means") {
  DeskRoom room;
  room.openClass();
  room.add("Aino Virtanen");
  PageStack pages = resetOf(room);
  open(pages, "Close the class");
  CHECK(pages.on<NoticeView>().detail.find("cannot be opened again") != std::string::npos);
  CHECK(room.heldClass().state == ClassState::Open);
  pages.touch("close-class");
  CHECK(pages.screen() == "class-closed");
  CHECK(room.heldClass().state == ClassState::Closed);
  CHECK(room.newestEvent() == "class-closed by staff");
}

TEST_CASE("A class that was opened after the question is not closed by its answer") {
  DeskRoom room;
  room.openClass("Monday");
  PageStack pages = resetOf(room);
  open(pages, "Close the class");
  room.replaceClass("Tuesday");
  pages.touch("close-class");
  CHECK(room.heldClass().state == ClassState::Open);
}

TEST_CASE("Where no class is open, closing says so") {
  DeskRoom room;
  PageStack pages = resetOf(room);
  open(pages, "Close the class");
  CHECK(pages.screen() == "no-class");
  pages.touch("understood");
  CHECK(pages.screen() == "reset");
}

TEST_CASE("Restarting the program is asked for, and nothing is lost by it") {
  DeskRoom room;
  room.openClass();
  PageStack pages = resetOf(room);
  open(pages, "Restart the program");
  CHECK_FALSE(pages.hasLeft());
  pages.touch("restart-program");
  (void)pages.left<RestartProgram>();
}

TEST_CASE("In training mode the class is closed only after training mode has ended") {
  DeskRoom room;
  room.openClass();
  DeskTools tools = room.tools(Role::Staff);
  tools.training = true;
  PageStack pages(room, resetPage(tools));
  open(pages, "Close the class");
  CHECK(pages.screen() == "training-first");
  pages.touch("end-training");
  CHECK_FALSE(pages.left<Practise>().on);
  CHECK(room.heldClass().state == ClassState::Open);
}

TEST_CASE("Restarting in training mode does not say that nothing is lost") {
  DeskRoom room;
  DeskTools tools = room.tools(Role::Staff);
  for (const bool training : {false, true}) {
    tools.training = training;
    PageStack pages(room, resetPage(tools));
    CHECK((pages.rows()[2] == "Restart the program | Nothing") != training);
    open(pages, "Restart the program");
    CHECK((pages.on<NoticeView>().detail.find("Nothing is lost") == std::string::npos) == training);
  }
}

TEST_CASE("No screen of staff names a student, a class or a code") {
  DeskRoom room;
  room.openClass("Private lesson of Aino Virtanen");
  room.stock(3);
  room.claim(room.add("Aino Virtanen"));
  std::string all = joinedTexts(PageStack(room, staffPage(room.tools(Role::Staff))).view());
  for (const char* const way :
       {"Clear this visit", "Close the class", "Restart the program", "Erase the device"}) {
    PageStack pages = resetOf(room);
    all += joinedTexts(pages.view());
    open(pages, way);
    all += joinedTexts(pages.view());
  }
  for (const std::string& secret : {std::string("Aino"), std::string("Virtanen"),
                                    std::string("Private lesson"), DeskRoom::codeText(0)}) {
    INFO(secret);
    CHECK(all.find(secret) == std::string::npos);
  }
}

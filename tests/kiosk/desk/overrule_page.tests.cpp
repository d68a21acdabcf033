#include "kiosk/desk/overrule_page.h"

#include "kiosk/desk/student_page.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

namespace {

/// A class with one student, in whose name a code was taken in Room 12.
struct Taken {
  DeskRoom room;
  StudentId aino;

  explicit Taken(bool claimedHere = false) {
    room.openClass();
    room.stock(2);
    aino = room.add("Virtanen, Aino");
    const platform::Key key{5};
    auto& leases = room.ledger().leases();
    REQUIRE(leases.join("11111111-1111-4111-8111-111111111111", Role::Operator).ok());
    REQUIRE(leases.meet(key).ok());
    if (claimedHere) room.claim(aino);
    const NewClass facts = room.heldClass().facts;
    const auto token = subjectToken(key, facts.passType, facts.title, "Aino Virtanen");
    REQUIRE(leases.hear("life", {{{token, {"Room 12", room.clock.now()}}}, 1}).ok());
  }
  PageStack page() { return {room, std::make_unique<StudentPage>(room.tools(), aino)}; }
};

}  // namespace

TEST_CASE("a student who took a code elsewhere is handed the device only with a reason") {
  Taken taken;
  PageStack pages = taken.page();
  CHECK(pages.desk().lead.starts_with("A code was taken in this name in Room 12: "));
  CHECK(pages.desk().leadSign == Sign::Attention);
  pages.touch("hand-over");
  CHECK(pages.screen() == "overrule");
  pages.touch("hand-over");
  CHECK(pages.field("reason").mistake == "Choose why another code is right.");
  CHECK_FALSE(pages.hasLeft());
  pages.choose("reason", std::string(title(Overrule::CodeLost)));
  pages.touch("hand-over");
  CHECK(pages.left<HandOver>().student == taken.aino);
  CHECK(pages.left<HandOver>().overrule == Overrule::CodeLost);
  CHECK_FALSE(pages.left<HandOver>().swap);
}

TEST_CASE("no second code leads back, and nothing changed") {
  Taken taken;
  PageStack pages = taken.page();
  const auto events = taken.room.journal().size();
  pages.touch("hand-over");
  pages.touch("no");
  CHECK(pages.screen() == "student");
  CHECK(taken.room.journal().size() == events);
}

TEST_CASE("two claims that crossed are said at the student's page, and in the journal") {
  Taken taken(true);
  PageStack pages = taken.page();
  CHECK(pages.desk().lead.starts_with("A code was taken in this name in Room 12: "));
  CHECK(pages.desk().lead.find("Has the code") != std::string::npos);
  CHECK(pages.desk().leadSign == Sign::Attention);
  CHECK(taken.room.newestEvent() == "rooms-crossed by system");
}

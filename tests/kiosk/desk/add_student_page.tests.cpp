#include "kiosk/desk/add_student_page.h"

#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

namespace {

struct Adding {
  DeskRoom room;
  Adding() { room.openClass(); }
  PageStack page() { return {room, std::make_unique<AddStudentPage>(room.tools())}; }
};

}  // namespace

TEST_CASE("a student is added on the spot, and the desk shows whom to hand the device to") {
  Adding adding;
  PageStack pages = adding.page();
  pages.fill("name", "Helmi Laine");
  pages.fill("email", "helmi@example.org");
  pages.fill("number", "S9");
  pages.touch("add");
  CHECK(pages.screen() == "student");
  CHECK(pages.desk().title == "Helmi Laine");
  const Student added = adding.room.students().at(0);
  CHECK(added.entry.name == "Helmi Laine");
  CHECK(added.entry.email == "helmi@example.org");
  CHECK(added.entry.number == "S9");
  CHECK(adding.room.newestEvent() == "student-added by instructor");
}

TEST_CASE("a name is asked for, and is enough") {
  Adding adding;
  PageStack pages = adding.page();
  pages.touch("add");
  CHECK(pages.field("name").mistake == "Type the name first.");
  pages.fill("name", "Helmi");
  CHECK(pages.field("name").mistake.empty());
  pages.touch("add");
  CHECK(pages.screen() == "student");
}

TEST_CASE("an e-mail that is none is refused where it is typed") {
  Adding adding;
  PageStack pages = adding.page();
  for (const char* typed : {"helmi", "@example.org", "helmi@", "a b@example.org", "a@b@c"}) {
    INFO(typed);
    pages.fill("email", typed);
    CHECK(pages.on<EditView>().mistake ==
          "That is no e-mail address. Type it as name@example.org, or leave it empty.");
    pages.back();
  }
  pages.fill("email", "");
  CHECK(pages.screen() == "add-student");
}

TEST_CASE("who has the number, the e-mail or the name already is said at that field") {
  Adding adding;
  adding.room.add("Aino Virtanen", "S1", "aino@example.org");
  PageStack pages = adding.page();
  pages.fill("name", "Helmi Laine");
  pages.fill("number", "s1");
  pages.touch("add");
  CHECK(pages.field("number").mistake == "That is the number of Aino Virtanen.");
  pages.fill("number", "");
  CHECK(pages.field("number").mistake.empty());
  pages.fill("email", "AINO@example.org");
  pages.touch("add");
  CHECK(pages.field("email").mistake == "That is the e-mail of Aino Virtanen.");
  pages.fill("email", "");
  pages.fill("name", "virtanen, a\xC3\xADno");
  pages.touch("add");
  CHECK(pages.field("name").mistake ==
        "Somebody of that name is in the class. Add a number or an e-mail for this one.");
  CHECK(adding.room.students().size() == 1);
  pages.fill("number", "S2");
  pages.touch("add");
  CHECK(adding.room.students().size() == 2);
}

TEST_CASE("a name that the roster does not take is refused at the name") {
  Adding adding;
  PageStack pages = adding.page();
  pages.fill("name", "Hel\x01mi");
  pages.touch("add");
  CHECK(pages.field("name").mistake == deskSentence(Refusal::BadName));
}

TEST_CASE("nobody is added to a class that was closed meanwhile") {
  Adding adding;
  PageStack pages = adding.page();
  pages.fill("name", "Helmi");
  adding.room.setState(ClassState::Closed);
  pages.touch("add");
  CHECK(pages.desk().lead == deskSentence(Refusal::ClassClosed));
  CHECK(pages.desk().leadSign == Sign::Attention);
}

TEST_CASE("a student for one class is added to another only after a second touch") {
  Adding adding;
  PageStack pages = adding.page();
  pages.fill("name", "Helmi");
  adding.room.replaceClass("Tuesday");
  pages.touch("add");
  CHECK(pages.desk().lead ==
        "Another class is open now: Tuesday. Touch Add once more to add the student to it.");
  CHECK(adding.room.students().empty());
  pages.touch("add");
  CHECK(adding.room.students().size() == 1);
}

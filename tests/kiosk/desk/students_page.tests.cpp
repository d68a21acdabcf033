#include "kiosk/desk/students_page.h"

#include "kiosk/desk/places.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;
using Lines = std::vector<std::string>;

namespace {

/// A class of six: two without a code, one stuck, two silent, one for whom it worked.
struct Six {
  DeskRoom room;
  StudentId oona, eva, bo, sam;

  Six() {
    room.openClass();
    room.stock(6);
    oona = room.add("Oona Worked", "S1");
    eva = room.add("\xC3\x89va Silent", "S2");
    room.add("Ville Without", "A3");
    bo = room.add("Bo Silent");
    sam = room.add("Stuck, Sam", "S5");
    room.add("Anna Without");
    for (const StudentId one : {oona, eva, bo, sam}) {
      room.claim(one);
      room.clock.pass(std::chrono::minutes(1));
    }
    room.say(oona, Outcome::Worked);
    room.say(sam, Outcome::AlreadyUsed);
  }
};

std::string tail(int code) { return Code(DeskRoom::codeText(code)).masked(); }

}  // namespace

TEST_CASE("the students page shows who needs help first, what they took and what they said") {
  Six six;
  PageStack pages(six.room, studentsPage(six.room.tools()));
  pages.act(Intent::Act::PerPage, 1);
  CHECK(pages.rows() ==
        Lines{"Anna Without | none yet |  | ", "Ville Without | none yet |  | ",
              "Sam Stuck | " + tail(3) + " | Wed 14 Oct, 17:49 | " +
                  std::string(title(Outcome::AlreadyUsed)),
              "Bo Silent | " + tail(2) + " | Wed 14 Oct, 17:48 | No word yet",
              "\xC3\x89va Silent | " + tail(1) + " | Wed 14 Oct, 17:47 | No word yet",
              "Oona Worked | " + tail(0) + " | Wed 14 Oct, 17:46 | " +
                  std::string(title(Outcome::Worked))});
  const TableView table = *pages.desk().table;
  CHECK(table.sortedBy == 3U);
  CHECK(table.direction == Direction::Ascending);
  CHECK(table.rows[2].sign == Sign::Bad);
  CHECK(table.rows[3].sign == Sign::Waiting);
  CHECK(table.rows[5].sign == Sign::Good);
}

TEST_CASE("a list of students is turned by pages") {
  Six six;
  PageStack pages(six.room, studentsPage(six.room.tools()));
  CHECK(pages.rows().size() == 5);
  pages.act(Intent::Act::Turn, 1);
  CHECK(pages.names() == Lines{"Oona Worked"});
  CHECK(pages.desk().table->page.page == 2);
  pages.open(0);
  CHECK(pages.desk().title == "Oona Worked");
  pages.back();
  CHECK(pages.names() == Lines{"Oona Worked"});
  pages.act(Intent::Act::Turn, 0);
  CHECK(pages.desk().table->page.page == 1);
}

TEST_CASE("a touch on a head sorts by it, a second one the other way round") {
  Six six;
  PageStack pages(six.room, studentsPage(six.room.tools()));
  pages.act(Intent::Act::Sort, 0);
  CHECK(pages.names().front() == "Anna Without");
  pages.act(Intent::Act::Sort, 0);
  CHECK(pages.names().front() == "Ville Without");
  CHECK(pages.desk().table->direction == Direction::Descending);
  pages.act(Intent::Act::Sort, 2);
  CHECK(pages.names().front() == "Oona Worked");
  pages.act(Intent::Act::Sort, 2);
  CHECK(pages.names().front() == "Sam Stuck");
  pages.act(Intent::Act::Sort, 3);
  CHECK(pages.names().front() == "Anna Without");
  pages.act(Intent::Act::Sort, 1);
  CHECK(pages.desk().table->sortedBy == 3U);
}

TEST_CASE("each filter shows its students and says how many they are") {
  Six six;
  PageStack pages(six.room, studentsPage(six.room.tools()));
  CHECK(pages.field("show").choices ==
        Lines{"All 6", "No code 2", "Stuck 1", "No word yet 2", "Worked 1"});
  pages.choose("show", "Stuck 1");
  CHECK(pages.names() == Lines{"Sam Stuck"});
  CHECK(pages.field("show").chosen == 2);
  pages.choose("show", "No code 2");
  CHECK(pages.names() == Lines{"Anna Without", "Ville Without"});
  pages.choose("show", "No word yet 2");
  CHECK(pages.names() == Lines{"Bo Silent", "\xC3\x89va Silent"});
  pages.choose("show", "Worked 1");
  CHECK(pages.names() == Lines{"Oona Worked"});
  pages.choose("show", "All 6");
  CHECK(pages.rows().size() == 5);
}

TEST_CASE("those who are stuck are shown alone, and all the others at a touch") {
  Six six;
  PageStack pages(six.room, stuckStudentsPage(six.room.tools()));
  CHECK(pages.names() == Lines{"Sam Stuck"});
  pages.choose("show", "All 6");
  CHECK(pages.rows().size() == 5);
}

TEST_CASE("a search is typed on the screen for typing, or straight away on a keyboard") {
  Six six;
  PageStack pages(six.room, studentsPage(six.room.tools()));
  pages.fill("search", "eva");
  CHECK(pages.names() == Lines{"\xC3\x89va Silent"});
  pages.touch("clear-search");
  CHECK(pages.rows().size() == 5);
  CHECK(pages.desk().other->id == "roster");
  for (const char* key : {"w", "o", "r"}) pages.typeKey(key);
  CHECK(pages.names() == Lines{"Oona Worked"});
  pages.act(Intent::Act::Erase);
  pages.act(Intent::Act::Erase);
  CHECK(pages.names() == Lines{"Anna Without", "Ville Without", "Oona Worked"});
  CHECK(pages.field("show").choices.front() == "All 3");
  pages.typeKey("xx");
  CHECK(pages.names().empty());
  CHECK(pages.desk().table->whenEmpty == "Nobody is found. Touch Search and change what is typed.");
}

TEST_CASE("return opens the only student that a search leaves, as a scanned badge does") {
  Six six;
  PageStack pages(six.room, studentsPage(six.room.tools()));
  pages.act(Intent::Act::Submit);
  CHECK(pages.screen() == "students");
  for (const char* key : {"S", "5"}) pages.typeKey(key);
  pages.act(Intent::Act::Submit);
  CHECK(pages.desk().title == "Sam Stuck");
}

TEST_CASE(
    "a row opens the student who stands in it, also where a filter and a search hide others") {
  Six six;
  PageStack pages(six.room, studentsPage(six.room.tools()));
  pages.choose("show", "No word yet 2");
  pages.typeKey("eva");
  pages.open(0);
  CHECK(pages.desk().title == "\xC3\x89va Silent");
}

TEST_CASE("what another program does shows at once, and no row opens anybody else") {
  Six six;
  PageStack pages(six.room, studentsPage(six.room.tools()));
  CHECK(pages.names().front() == "Anna Without");
  six.room.replaceClass("Tuesday");
  six.room.add("Zo\xC3\xAB");
  pages.refresh();
  CHECK(pages.names() == Lines{"Zo\xC3\xAB"});
  pages.open(3);
  CHECK(pages.screen() == "students");
}

TEST_CASE("a row that was drawn for one class opens nobody of the next one") {
  Six six;
  PageStack pages(six.room, studentsPage(six.room.tools()));
  six.room.replaceClass("Tuesday");
  six.room.add("Zo\xC3\xAB");
  pages.open(0);
  CHECK(pages.screen() == "student");
  CHECK(pages.desk().title == "Not in this class");
  CHECK(pages.desk().buttons.empty());
}

TEST_CASE("an empty class, and none at all, say what to do") {
  DeskRoom room;
  PageStack pages(room, studentsPage(room.tools()));
  CHECK(pages.desk().lead == "No class is open. Open one first: it brings its students.");
  pages.touch("to-class");
  CHECK(pages.left<GoToPlace>().place == DeskPlace::Class);
  room.openClass();
  pages.refresh();
  CHECK(pages.desk().lead ==
        "The class has no students yet. Add them from a stick, or one by one.");
  pages.touch("add-student");
  CHECK(pages.screen() == "add-student");
  pages.back();
  pages.touch("roster");
  CHECK(pages.screen() == "roster-files");
}

TEST_CASE("a closed class's students can be looked at, but nobody is added") {
  Six six;
  six.room.setState(ClassState::Closed);
  PageStack pages(six.room, studentsPage(six.room.tools()));
  CHECK(pages.rows().size() == 5);
  CHECK_FALSE(pages.desk().main);
  CHECK_FALSE(pages.desk().other);
  pages.act(Intent::Act::Main);
  CHECK(pages.screen() == "students");
}

TEST_CASE("a class whose names were erased says so instead of having no students") {
  Six six;
  six.room.setState(ClassState::Closed);
  six.room.clock.pass(std::chrono::hours(24));
  REQUIRE(six.room.ledger().eraseNamesBefore(six.room.clock.time, Role::System).value() == 6);
  PageStack pages(six.room, studentsPage(six.room.tools()));
  CHECK(pages.desk().lead.find("were erased") != std::string::npos);
  CHECK_FALSE(pages.desk().table);
}

TEST_CASE("names of two hundred characters and from right to left keep their own text") {
  DeskRoom room;
  room.openClass();
  std::string longName;
  for (int at = 0; at < 40; ++at)
    longName +=
        "\xC3\x84"
        "bcd ";
  longName.pop_back();
  const std::string hebrew = "\xD7\x93\xD7\x95\xD7\x93 \xD7\x9B\xD7\x94\xD7\x9F";
  room.add(longName);
  room.add(hebrew);
  PageStack pages(room, studentsPage(room.tools()));
  CHECK(pages.names() == Lines{longName, hebrew});
  pages.typeKey("\xD7\x9B\xD7\x94");
  CHECK(pages.names() == Lines{hebrew});
  pages.open(0);
  CHECK(pages.desk().title == hebrew);
}

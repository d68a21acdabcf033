#include "kiosk/desk/roster_page.h"

#include "kiosk/desk/stick_page.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

namespace {

constexpr const char* kList =
    "Name,E-mail,Student number\n"
    "Aino Virtanen,aino@example.org,S1\n"
    "Eetu M\xC3\xA4kinen,eetu@example.org,S2\n"
    "Helmi Laine,helmi@example.org,S3\n"
    "Somebody Else,,S3\n";

/// The page of the sticks' files, over a class of two, one of whom the list has another name for.
struct Listed {
  DeskRoom room;
  PageStack pages;

  Listed() : pages(start(room)) {}

  /// A stick with `content` is plugged in and its file touched.
  void pick(const std::string& content = kList) {
    room.putOnStick("students.csv", content);
    pages.refresh();
    pages.open(0);
    pages.finishWork();
  }

 private:
  static PageStack start(DeskRoom& room) {
    room.openClass();
    room.add("Aino Virtanen", "S1", "aino@example.org");
    room.add("Eetu Makinen", "S2", "eetu@example.org");
    return {room, rosterFilesPage(room.tools())};
  }
};

std::string fact(const DeskView& view, std::size_t at) {
  return view.facts.at(at).value + " " + view.facts.at(at).label;
}

}  // namespace

TEST_CASE("a list of students is looked at before it is taken, and then taken whole") {
  Listed listed;
  CHECK(listed.pages.screen() == "roster-files");
  listed.pick();
  const DeskView view = listed.pages.desk();
  CHECK(view.screen == "roster");
  CHECK(view.title == "List: students.csv");
  CHECK(view.lead == "For AZ-104, Monday. Nothing is stored before you take the list.");
  CHECK(fact(view, 0) == "1 new");
  CHECK(fact(view, 1) == "1 changed");
  CHECK(fact(view, 2) == "1 known already");
  CHECK(fact(view, 3) == "1 line left out");
  CHECK(view.facts[3].sign == Sign::Attention);
  REQUIRE(listed.pages.rows().size() == 1);
  CHECK(listed.pages.rows()[0].starts_with("5 | "));
  CHECK(listed.room.students().size() == 2);

  listed.pages.touch("take");
  CHECK(listed.pages.on<NoticeView>().headline == "1 student added");
  CHECK(listed.pages.on<NoticeView>().detail == "1 student changed. You can pull the stick now.");
  const auto students = listed.room.students();
  REQUIRE(students.size() == 3);
  CHECK(students[1].entry.name == "Eetu M\xC3\xA4kinen");
  CHECK(students[2].entry.name == "Helmi Laine");
  CHECK(listed.room.newestEvent().ends_with(" by instructor"));
  listed.pages.touch("to-students");
  CHECK(listed.pages.left<GoToPlace>().place == DeskPlace::Students);
}

TEST_CASE("a list that brings nothing new says so and takes nothing") {
  Listed listed;
  listed.pick("Name,E-mail,Student number\nAino Virtanen,aino@example.org,S1\n");
  CHECK(listed.pages.desk().lead ==
        "Everybody on this list is in the class already, as the list has them.");
  const auto events = listed.room.journal().size();
  listed.pages.touch("to-students");
  CHECK(listed.pages.left<GoToPlace>().place == DeskPlace::Students);
  CHECK(listed.room.journal().size() == events);
}

TEST_CASE("another file can be chosen instead") {
  Listed listed;
  listed.pick();
  listed.pages.touch("another");
  CHECK(listed.pages.screen() == "roster-files");
  CHECK(listed.room.students().size() == 2);
}

TEST_CASE("a file that is no list says why, and leads back to the files") {
  Listed listed;
  listed.pick("%PDF-1.4 \x01\x02\x03 no list at all");
  CHECK(listed.pages.on<NoticeView>().headline == "That list was not read");
  CHECK(listed.pages.on<NoticeView>().detail == problem(ListRefusal::NotAList).sentence);
  listed.pages.touch("another");
  CHECK(listed.pages.screen() == "roster-files");
}

TEST_CASE("a stick that is pulled before its file is read says so") {
  Listed listed;
  listed.room.putOnStick("students.csv", kList);
  listed.pages.refresh();
  std::filesystem::remove_all(listed.room.stick());
  listed.pages.open(0);
  listed.pages.finishWork();
  CHECK(listed.pages.screen() == "roster-problem");
  CHECK(listed.pages.on<NoticeView>().detail.starts_with("The stick was pulled"));
}

TEST_CASE("a list is not taken for another class than the one it was tried out on") {
  Listed listed;
  listed.pick();
  listed.room.replaceClass("Tuesday");
  listed.pages.touch("take");
  CHECK(listed.pages.screen() == "roster");
  CHECK(listed.room.students().empty());
  CHECK(listed.pages.desk().lead == "For Tuesday. Nothing is stored before you take the list.");
  CHECK(fact(listed.pages.desk(), 0) == "3 new");
  listed.pages.touch("take");
  CHECK(listed.room.students().size() == 3);
}

TEST_CASE("what another program adds meanwhile is not counted as new any more") {
  Listed listed;
  listed.pick();
  listed.room.add("Helmi Laine", "S3", "helmi@example.org");
  listed.pages.refresh();
  CHECK(fact(listed.pages.desk(), 0) == "0 new");
}

TEST_CASE("a class that was closed takes no list, and the desk leads to the next one") {
  Listed listed;
  listed.pick();
  listed.room.setState(ClassState::Closed);
  listed.pages.touch("take");
  CHECK(listed.pages.desk().lead == deskSentence(Refusal::ClassClosed));
  listed.pages.touch("to-class");
  CHECK(listed.pages.left<GoToPlace>().place == DeskPlace::Class);
}

TEST_CASE("a list that changes nobody does not speak of changes") {
  Listed listed;
  listed.pick("Name,Student number\nHelmi Laine,S3\nOona Salo,S4\n");
  listed.pages.touch("take");
  CHECK(listed.pages.on<NoticeView>().headline == "2 students added");
  CHECK(listed.pages.on<NoticeView>().detail == "You can pull the stick now.");
}

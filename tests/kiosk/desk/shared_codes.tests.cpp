// Codes that several students share, on the way into stock.
#include "tests/kiosk/desk/restocking.h"

using namespace hallpass;
using namespace tests;

namespace {

/// A class of such a pass type, and the preview of a list with one code.
struct Sharing {
  Restocking desk;

  explicit Sharing(bool training = false) : desk(training) {
    NewClass facts;
    facts.title = "Lab";
    facts.passType = "education-lab";
    REQUIRE(desk.room.ledger().classes().open(facts, Role::Instructor));
    desk.choose("invite.txt", "INV7Q2\n");
  }

  PageStack& pages() { return desk.pages; }
  bool canTake() { return pages().desk().main->enabled; }
};

}  // namespace

TEST_CASE("how many students share a code is asked before it can be taken") {
  Sharing sharing;
  PageStack& pages = sharing.pages();
  CHECK(pages.desk().lead == "Several students share one code of this kind: say how many.");
  CHECK(pages.field("uses").value.empty());
  CHECK_FALSE(sharing.canTake());
  pages.act(Intent::Act::Main);
  CHECK(pages.screen() == "restock-preview");
  pages.fill("uses", "30");
  CHECK(pages.field("uses").value == "30");
  CHECK(pages.desk().main->label == "Take 30 codes into stock");
  sharing.desk.take();
  CHECK(sharing.desk.stored() == std::vector<std::string>(30, "INV7Q2"));
  CHECK(sharing.desk.count().loaded == 30);
}

TEST_CASE("a number of students that cannot be is refused where it is typed") {
  Sharing sharing;
  for (const char* wrong : {"0", "-5", "2 3", ""}) {
    sharing.pages().fill("uses", wrong);
    CHECK(sharing.pages().on<EditView>().mistake == "Type a number from 1 to 999.");
    sharing.pages().back();
  }
  CHECK_FALSE(sharing.canTake());
}

TEST_CASE("the same shared code again brings what is more, after the number is asked anew") {
  Sharing sharing;
  PageStack& pages = sharing.pages();
  pages.fill("uses", "3");
  sharing.desk.take();
  pages.touch("more");
  sharing.desk.pick("invite.txt");
  CHECK(pages.field("uses").value.empty());
  pages.fill("uses", "3");
  CHECK_FALSE(sharing.canTake());
  pages.fill("uses", "5");
  CHECK(pages.desk().main->label == "Take 2 codes into stock");
  pages.touch("new");
  CHECK(pages.rows() == std::vector<std::string>{"1 | 2 new codes | "});
  pages.back();
  sharing.desk.take();
  CHECK(sharing.desk.count().inStock == 5);
}

TEST_CASE("a code for one student is not asked for how many") {
  Sharing sharing;
  sharing.pages().choose("pass-type", "Training key");
  sharing.pages().finishWork();
  CHECK(sharing.pages().desk().form->fields.size() == 5);
  CHECK(sharing.canTake());
}

TEST_CASE("in training mode a shared code's stand-in is shared") {
  Sharing sharing{true};
  sharing.pages().fill("uses", "4");
  sharing.desk.take();
  CHECK(sharing.desk.stored() == std::vector<std::string>(4, "TRAINING-0001"));
}

// The word on the board: nobody takes a code from outside the room.
#include "tests/kiosk/app/kiosk.h"

using namespace tests;

namespace {

NewClass classWithWord() {
  NewClass facts = sampleClass();
  facts.word = "Blue Café";
  return facts;
}

/// Up to the question for the class word.
void askForWord(Kiosk& kiosk, const std::string& student) {
  kiosk.nameSomebody(student);
  kiosk.act(Act::Yes);
  (void)kiosk.on<ClassWordView>();
}

}  // namespace

TEST_CASE("a class without a word asks for none") {
  Kiosk kiosk;
  kiosk.nameSomebody("aino");
  kiosk.act(Act::Yes);
  CHECK(kiosk.shows<BeforeView>());
}

TEST_CASE("the class word leads to the cards, however it is written") {
  for (const char* word : {"Blue Café", "blue cafe", " BLUE CAFÉ "}) {
    Kiosk kiosk(3, classWithWord());
    askForWord(kiosk, "aino");
    for (const char* at = word; *at != '\0'; ++at) kiosk.act(Act::Type, std::string(1, *at));
    INFO(word);
    kiosk.act(Act::Submit);
    CHECK(kiosk.on<BeforeView>().agreed == 0);
  }
}

TEST_CASE("a wrong class word is said, cleared, and can be tried again as often as needed") {
  Kiosk kiosk(3, classWithWord());
  askForWord(kiosk, "aino");
  for (int wrong = 0; wrong < 20; ++wrong) {
    kiosk.act(Act::Type, "red");
    CHECK_FALSE(kiosk.on<ClassWordView>().wrong);
    kiosk.act(Act::Submit);
    CHECK(kiosk.on<ClassWordView>().wrong);
    CHECK(kiosk.on<ClassWordView>().typed.empty());
  }
  kiosk.act(Act::Type, "blue cafex");
  kiosk.act(Act::Erase);
  kiosk.act(Act::Submit);
  CHECK(kiosk.shows<BeforeView>());
}

TEST_CASE("nothing but the class word leads past its question") {
  Kiosk kiosk(3, classWithWord());
  askForWord(kiosk, "aino");
  for (const Act act : {Act::Submit, Act::Agree, Act::Take, Act::Yes, Act::Show}) kiosk.act(act);
  CHECK_FALSE(kiosk.on<ClassWordView>().wrong);
  kiosk.act(Act::Back);
  CHECK(kiosk.shows<FindView>());
  CHECK(kiosk.stock().claimed == 0);
}

TEST_CASE("a class word counts for one visit") {
  Kiosk kiosk(3, classWithWord());
  askForWord(kiosk, "aino");
  kiosk.act(Act::Type, "blue cafe");
  kiosk.act(Act::Submit);
  kiosk.act(Act::Back);
  kiosk.act(Act::Type, "s2");
  kiosk.act(Act::Pick);
  kiosk.act(Act::Yes);
  CHECK(kiosk.shows<BeforeView>());
  kiosk.act(Act::Back);
  kiosk.act(Act::Back);
  CHECK(kiosk.shows<AttractView>());
  askForWord(kiosk, "aino");
}

TEST_CASE("who holds a code is not asked for the class word") {
  Kiosk kiosk(3, classWithWord());
  REQUIRE(kiosk.desk().claims().make(kiosk.student(0), Role::Operator));
  kiosk.comeBack("aino");
}

TEST_CASE("a class word that the instructor changes counts from then on") {
  Kiosk kiosk(3, classWithWord());
  askForWord(kiosk, "aino");
  NewClass facts = classWithWord();
  facts.word = "falcon";
  REQUIRE(kiosk.desk().classes().change(facts, Role::Instructor));
  kiosk.app().refresh();
  kiosk.act(Act::Type, "blue cafe");
  kiosk.act(Act::Submit);
  CHECK(kiosk.on<ClassWordView>().wrong);
  kiosk.act(Act::Type, "Falcon");
  kiosk.act(Act::Submit);
  CHECK(kiosk.shows<BeforeView>());
}

#include "kiosk/app.h"

#include <fstream>

#include "tests/kiosk/app/kiosk.h"

using namespace tests;
using namespace std::chrono_literals;

TEST_CASE("a student goes from the first touch to the code, and the ledger holds the claim") {
  Kiosk kiosk;
  CHECK(kiosk.on<AttractView>().standing == Standing::Open);
  const std::string code = kiosk.takeCode("aino");
  CHECK(kiosk.on<CodeView>().payload == code);
  CHECK(kiosk.stock().claimed == 1);
  kiosk.act(Act::Finish);
  CHECK(kiosk.on<DoneView>().next.size() == 2);
  kiosk.act(Act::Finish);
  CHECK(kiosk.shows<AttractView>());
}

TEST_CASE("nobody is listed before two letters, and a back-space takes the list away again") {
  Kiosk kiosk;
  kiosk.act(Act::Wake);
  CHECK(kiosk.on<FindView>().hits.empty());
  kiosk.act(Act::Type, "s");
  CHECK(kiosk.on<FindView>().hits.empty());
  kiosk.act(Act::Type, "m");
  CHECK(kiosk.on<FindView>().hits.size() == 2);
  CHECK(kiosk.on<FindView>().hits[0].hint != kiosk.on<FindView>().hits[1].hint);
  kiosk.act(Act::Erase);
  CHECK(kiosk.on<FindView>().hits.empty());
}

TEST_CASE("a badge reader types the number and return, and the student is asked") {
  Kiosk kiosk;
  kiosk.act(Act::Wake);
  for (const char* key : {"s", "3"}) kiosk.act(Act::Type, key);
  kiosk.act(Act::Submit);
  CHECK(kiosk.on<ConfirmView>().student.name == "John S.");
}

TEST_CASE("a badge that is scanned on the attract screen wakes it and finds the student") {
  Kiosk kiosk;
  for (const char* key : {"S", "2"}) kiosk.act(Act::Type, key);
  kiosk.act(Act::Submit);
  CHECK(kiosk.on<ConfirmView>().student.name == "John S.");
}

TEST_CASE("stepping back before the last card takes nothing") {
  Kiosk kiosk;
  kiosk.nameSomebody("aino");
  kiosk.act(Act::Yes);
  kiosk.act(Act::Agree);
  kiosk.act(Act::Back);
  CHECK(kiosk.shows<FindView>());
  CHECK(kiosk.stock().claimed == 0);
}

TEST_CASE("the code cannot be taken before every card is acknowledged") {
  Kiosk kiosk;
  kiosk.nameSomebody("aino");
  kiosk.act(Act::Yes);
  kiosk.act(Act::Take);
  kiosk.act(Act::Agree);
  kiosk.typeDigits("2580");
  kiosk.act(Act::Take);
  CHECK(kiosk.on<BeforeView>().agreed == 1);
  kiosk.act(Act::Agree);
  CHECK(kiosk.on<BeforeView>().agreed == 2);
  kiosk.act(Act::Agree);
  CHECK(kiosk.shows<DigitsView>());
  CHECK(kiosk.stock().claimed == 0);
}

TEST_CASE("a student who comes back sees the same code, also after a restart") {
  Kiosk kiosk;
  const std::string code = kiosk.takeCode("aino");
  kiosk.restart();
  kiosk.comeBack("aino");
  CHECK((kiosk.seeAgain() == code));
  CHECK(kiosk.on<CodeView>().again);
  CHECK(kiosk.stock().claimed == 1);
}

TEST_CASE("every student of one name has a code of their own") {
  Kiosk kiosk;
  const std::string first = kiosk.takeCode("s2");
  kiosk.leave();
  CHECK((kiosk.takeCode("s3") != first));
}

TEST_CASE("a walk-in joins, takes a code, and is on the roster") {
  Kiosk kiosk;
  kiosk.act(Act::Wake);
  kiosk.act(Act::JoinList);
  kiosk.act(Act::Type, "Maria Nova");
  kiosk.act(Act::Submit);
  CHECK(kiosk.on<ConfirmView>().student.name == "Maria N.");
  CHECK(kiosk.desk().roster().students()->size() == 4);
}

TEST_CASE("what a walk-in looked for in capitals is written as a name") {
  Kiosk kiosk;
  const auto joiningAfter = [&](const std::string& typed) {
    kiosk.act(Act::Wake);
    kiosk.act(Act::Type, typed);
    kiosk.act(Act::JoinList);
    const std::string name = kiosk.on<WalkInView>().typed;
    kiosk.act(Act::Back);
    kiosk.act(Act::Back);
    return name;
  };
  CHECK(joiningAfter("JEAN-LUC ÉLODIE") == "Jean-Luc Élodie");
  CHECK(joiningAfter("McKay") == "McKay");
}

TEST_CASE("a class with names in kana is looked through by kana") {
  Kiosk kiosk;
  kiosk.act(Act::Wake);
  CHECK_FALSE(kiosk.on<FindView>().kana);
  kiosk.act(Act::Back);
  REQUIRE(kiosk.desk().roster().add(std::vector<RosterEntry>{{"ヤマダ タロウ", "", "9"}},
                                    Mode::Keep, Role::Operator));
  kiosk.act(Act::Wake);
  CHECK(kiosk.on<FindView>().kana);
  kiosk.act(Act::Type, "やま");
  REQUIRE(kiosk.on<FindView>().hits.size() == 1);
  kiosk.act(Act::JoinList);
  CHECK(kiosk.on<WalkInView>().kana);
  kiosk.act(Act::Type, "だ");
  CHECK(kiosk.on<WalkInView>().kana);
}

TEST_CASE("a walk-in without a name is asked again and nobody is added") {
  Kiosk kiosk;
  kiosk.act(Act::Wake);
  kiosk.act(Act::JoinList);
  kiosk.act(Act::Submit);
  CHECK(kiosk.on<WalkInView>().answer == WalkInView::Answer::BadName);
  CHECK(kiosk.desk().roster().students()->size() == 3);
}

TEST_CASE("an empty stock is said before the cards, and who holds a code still sees it") {
  Kiosk kiosk(1);
  const std::string code = kiosk.takeCode("aino");
  kiosk.leave();
  CHECK(kiosk.on<AttractView>().standing == Standing::OutOfStock);
  kiosk.nameSomebody("s2");
  kiosk.act(Act::Yes);
  CHECK(kiosk.shows<NoCodesView>());
  kiosk.act(Act::Finish);
  kiosk.comeBack("aino");
  CHECK((kiosk.seeAgain() == code));
}

TEST_CASE("the last code goes to one of two who both read the cards") {
  Kiosk kiosk(1);
  kiosk.readCards("aino");
  kiosk.typeDigits("2580");
  REQUIRE(kiosk.desk().claims().make(kiosk.student(1), Role::Operator));
  kiosk.act(Act::Take);
  CHECK(kiosk.shows<NoCodesView>());
  CHECK(kiosk.stock().claimed == 1);
}

TEST_CASE("a class that another program pauses stops the taking, in words") {
  Kiosk kiosk;
  kiosk.readCards("aino");
  kiosk.typeDigits("2580");
  REQUIRE(kiosk.desk().classes().setState(ClassState::Paused, Role::Operator));
  kiosk.act(Act::Take);
  CHECK(kiosk.on<AttractView>().standing == Standing::Paused);
  CHECK(kiosk.stock().claimed == 0);
  REQUIRE(kiosk.desk().classes().setState(ClassState::Open, Role::Operator));
  kiosk.app().refresh();
  CHECK(kiosk.on<AttractView>().standing == Standing::Open);
}

TEST_CASE("who moves the ring by keys is there, and asks for nothing") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.pass(59s);
  kiosk.act(Act::Move);
  kiosk.pass(59s);
  CHECK(kiosk.shows<CodeView>());
  kiosk.pass(1s);
  CHECK(kiosk.app().view().secondsLeft == 20);
  // The question is answered by its button alone.
  kiosk.act(Act::Move);
  CHECK(kiosk.app().view().secondsLeft == 20);
}

TEST_CASE("an untouched visit warns, hides the code, and then clears everything") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.pass(59s);
  CHECK(kiosk.shows<CodeView>());
  kiosk.pass(1s);
  CHECK(kiosk.shows<CodeHiddenView>());
  CHECK(kiosk.app().view().secondsLeft == 20);
  kiosk.act(Act::Stay);
  CHECK_FALSE(kiosk.app().view().secondsLeft);
  CHECK(kiosk.shows<CodeHiddenView>());
  CHECK_FALSE(kiosk.seeAgain().empty());
  kiosk.pass(60s);
  kiosk.pass(20s);
  CHECK(kiosk.shows<AttractView>());
  kiosk.act(Act::Show);
  CHECK(kiosk.shows<AttractView>());
}

TEST_CASE("one digit lists nobody, and return still finds whose number it is") {
  Kiosk kiosk;
  REQUIRE(kiosk.desk().roster().add(std::vector<RosterEntry>{{"Bo Ek", "", "7"}}, Mode::Keep,
                                    Role::Operator));
  kiosk.act(Act::Wake);
  kiosk.act(Act::Type, "7");
  CHECK(kiosk.on<FindView>().hits.empty());
  kiosk.act(Act::Submit);
  CHECK(kiosk.on<ConfirmView>().student.name == "Bo E.");
}

TEST_CASE("a walk-in does not join a second time under one name") {
  Kiosk kiosk;
  kiosk.act(Act::Wake);
  kiosk.act(Act::JoinList);
  kiosk.act(Act::Type, "aino  VIRTANEN");
  kiosk.act(Act::Submit);
  CHECK(kiosk.on<WalkInView>().answer == WalkInView::Answer::NameTaken);
  CHECK(kiosk.desk().roster().students()->size() == 3);
}

TEST_CASE("a visit ends when its class is paused or replaced, but not for who holds the code") {
  Kiosk kiosk;
  kiosk.nameSomebody("aino");
  REQUIRE(kiosk.desk().classes().setState(ClassState::Paused, Role::Operator));
  kiosk.app().refresh();
  CHECK(kiosk.on<AttractView>().standing == Standing::Paused);
  REQUIRE(kiosk.desk().classes().setState(ClassState::Open, Role::Operator));
  kiosk.app().refresh();
  kiosk.takeCode("aino");
  REQUIRE(kiosk.desk().classes().setState(ClassState::Closed, Role::Operator));
  kiosk.app().refresh();
  CHECK(kiosk.shows<CodeView>());
}

TEST_CASE("who steps back from the own code is nobody special when the class is paused") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Hide);
  kiosk.act(Act::Show);
  kiosk.act(Act::Back);
  kiosk.act(Act::Back);
  CHECK(kiosk.shows<FindView>());
  REQUIRE(kiosk.desk().classes().setState(ClassState::Paused, Role::Operator));
  kiosk.app().refresh();
  CHECK(kiosk.on<AttractView>().standing == Standing::Paused);
}

TEST_CASE("a walk-in never joins a class that was opened meanwhile") {
  Kiosk kiosk;
  kiosk.act(Act::Wake);
  kiosk.act(Act::JoinList);
  kiosk.act(Act::Type, "Maria Nova");
  REQUIRE(kiosk.desk().classes().setState(ClassState::Closed, Role::Operator));
  NewClass next;
  next.title = "Next";
  next.passType = "training-key";
  next.walkIns = WalkIns::Allowed;
  REQUIRE(kiosk.desk().classes().open(next, Role::Operator));
  kiosk.act(Act::Submit);
  CHECK(kiosk.on<AttractView>().classTitle == "Next");
  CHECK(kiosk.desk().roster().students()->empty());
}

TEST_CASE("what is typed during the countdown keeps no visit alive") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.pass(70s);
  kiosk.act(Act::Type, "S");
  kiosk.act(Act::Submit);
  CHECK(kiosk.app().view().secondsLeft);
  kiosk.pass(10s);
  CHECK(kiosk.shows<AttractView>());
}

TEST_CASE("a touch during the countdown does nothing but stay") {
  Kiosk kiosk;
  kiosk.readCards("aino");
  kiosk.typeDigits("2580");
  kiosk.pass(65s);
  kiosk.act(Act::Take);
  CHECK(kiosk.shows<DigitsView>());
  CHECK(kiosk.stock().claimed == 0);
}

TEST_CASE("the loop is woken at the next change and never later") {
  Kiosk kiosk;
  CHECK_FALSE(kiosk.app().deadline());
  kiosk.act(Act::Wake);
  CHECK(kiosk.app().deadline() == kiosk.clock.boot + 60s);
  kiosk.pass(60s);
  CHECK(kiosk.app().deadline() == kiosk.clock.boot + 1s);
}

TEST_CASE("a damaged ledger is out of service, says why, and is tried again") {
  TemporaryFolder folder;
  const auto file = folder.path() / "ledger.db";
  std::ofstream(file) << "this is no database, and it is long enough to be looked at as one";
  ManualClock clock;
  App app({file, assetsFolder()}, {}, clock);
  const auto* out = std::get_if<OutOfServiceView>(&app.view().screen);
  REQUIRE(out != nullptr);
  CHECK_FALSE(out->reason.empty());
  std::filesystem::remove(file);
  app.tick();
  CHECK(std::holds_alternative<OutOfServiceView>(app.view().screen));
  clock.pass(App::kRetry);
  app.tick();
  CHECK_FALSE(std::holds_alternative<OutOfServiceView>(app.view().screen));
}

TEST_CASE("intents that a screen does not offer change nothing") {
  Kiosk kiosk;
  for (const Act act : {Act::Take, Act::Show, Act::Yes, Act::Agree, Act::Pick, Act::Finish,
                        Act::ItWorked, Act::ItDidNot}) {
    kiosk.act(act);
    CHECK(kiosk.shows<AttractView>());
  }
  kiosk.act(Act::Wake);
  kiosk.act(Act::Pick, "", 99);
  kiosk.act(Act::Take);
  CHECK(kiosk.shows<FindView>());
  CHECK(kiosk.stock().claimed == 0);
}

TEST_CASE("the worth of a code is its batch's, where that says one") {
  Kiosk kiosk(1);
  kiosk.takeCode("aino");
  CHECK(kiosk.on<CodeView>().value == loadPassType(assetsFolder(), "azure-pass")->value);
  kiosk.leave();
  NewBatch batch;
  batch.value = "50 €, 7 days";
  kiosk.addCodes(1, batch);
  kiosk.app().refresh();
  kiosk.takeCode("s2");
  CHECK(kiosk.on<CodeView>().value == "50 €, 7 days");
  CHECK(kiosk.app().characters().find(U'€') != std::u32string::npos);
}

TEST_CASE("a class's own wait for a touch goes before that of the kiosk") {
  NewClass facts = sampleClass();
  facts.idleSeconds = 300;
  Kiosk kiosk(3, facts);
  kiosk.act(Act::Wake);
  CHECK(kiosk.app().deadline() == kiosk.clock.boot + 300s);
  kiosk.pass(299s);
  CHECK_FALSE(kiosk.app().view().secondsLeft);
  kiosk.pass(1s);
  CHECK(kiosk.app().view().secondsLeft == 20);
}

TEST_CASE("the ledger answers a heartbeat, and one that was destroyed beneath the kiosk does not") {
  Kiosk kiosk;
  CHECK(kiosk.app().answers());
  kiosk.addCodes(1);  // Another program: what this one remembers of the file is out of date.
  std::filesystem::resize_file(kiosk.file().string() + "-wal", 0);
  std::filesystem::resize_file(kiosk.file(), 4096);
  CHECK_FALSE(kiosk.app().answers());
}

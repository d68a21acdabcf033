// The door of the desk: PINs, the recovery word, waits.
#include "tests/e2e/desk_room.h"
#include "tests/support/keysyms.h"

using namespace tests;

TEST_CASE("PINs and the recovery word are set anew at the desk, and by venue staff") {
  AT_EACH_SIZE(size) {
    DeskRoom room(size);
    room.open();
    room.place("nav-device", "device");
    room.press("staff-pin", "pin");
    typeOnPad(room.kiosk(), kInstructorPin);
    room.kiosk().waitFor("the pad for the new one",
                         [](const Scene& scene) { return scene.mentions("Choose six digits"); });
    typeOnPad(room.kiosk(), "930417");
    typeOnPad(room.kiosk(), "930417");
    room.kiosk().waitForScreen("pin-set");
    room.look();
    room.press("understood", "device");
    room.kiosk().tapTo("recovery-word", "pin");
    typeOnPad(room.kiosk(), kInstructorPin);
    room.kiosk().waitForScreen("recovery-word");
    room.look();
    CHECK(room.kiosk().scene().mentions("(hidden)"));
    room.press("written-down", "device");
    room.press("practice", "practice");
    room.press("practise", "desk");
    CHECK(room.kiosk().scene().mentions("TRAINING"));
    lockDesk(room.kiosk());
    room.press("door", "pin");
    room.kiosk().tap("other-role");
    room.kiosk().waitFor("the staff's pad",
                         [](const Scene& scene) { return scene.mentions("Venue staff"); });
    room.look();
    typeOnPad(room.kiosk(), "930417");
    room.kiosk().waitForScreen("staff");
    room.look();
  }
}

TEST_CASE("A wait at the door counts down, and students take codes meanwhile") {
  DeskRoom room({1280, 800});
  room.press("door", "pin");
  for (int i = 0; i < 5; ++i) typeOnPad(room.kiosk(), "739150");
  room.kiosk().waitFor("the wait",
                       [](const Scene& scene) { return scene.mentions("Next try in"); });
  room.look();
  room.press("back", "attract");
  takeCode(room.stage(), "S70282");
}

TEST_CASE("F10 opens the door, and a forgotten PIN is set anew with the recovery word") {
  DeskRoom room({1280, 800});
  const std::string word =
      room.device().command({"pin", "recovery"}).at("recovery_word").get<std::string>();
  room.display().pressKey(keysym::kF10);
  room.kiosk().waitForScreen("pin");
  room.press("forgotten", "edit");
  room.display().type(word);
  room.display().type("\n");
  room.kiosk().waitForScreen("pin");
  typeOnPad(room.kiosk(), "930417");
  typeOnPad(room.kiosk(), "930417");
  room.kiosk().waitForScreen("recovery-word");
  room.press("written-down", "desk");
}

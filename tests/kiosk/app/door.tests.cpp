// The way to the desk: the PIN, what happens to the visit meanwhile, and how the desk locks itself.
#include <algorithm>
#include <fstream>
#include <thread>

#include "platform/base/secret_hash.h"
#include "tests/kiosk/app/kiosk.h"

using namespace tests;

namespace {

constexpr const char* kInstructorPin = "402713";
constexpr const char* kStaffPin = "851294";

/// A kiosk whose PINs are set.
class Device : public Kiosk {
 public:
  Device() {
    REQUIRE(desk().locks().set(Lock::Instructor, hash(kInstructorPin), Role::Operator));
    REQUIRE(desk().locks().set(Lock::Staff, hash(kStaffPin), Role::Operator));
  }

  /// Types a PIN at the pad, and lets the comparison end.
  void type(const std::string& pin) {
    typeDigits(pin);
    settle();
  }
  void settle() {
    const auto busy = [&] {
      const auto* pad = std::get_if<PinView>(&app().view().screen);
      return (pad != nullptr && pad->checking) ||
             std::holds_alternative<WorkingView>(app().view().screen);
    };
    while (busy()) {
      std::this_thread::yield();
      app().tick();
    }
  }
  void openDesk() {
    act(Act::OpenDoor);
    type(kInstructorPin);
    (void)on<FrontView>();
  }
  std::vector<std::string> events() {
    std::vector<std::string> ids;
    REQUIRE(desk().journal().read([&](const JournalEntry& entry) {
      ids.push_back(entry.event);
      return true;
    }));
    return ids;
  }

 private:
  /// Each PIN is hashed once for all tests: it takes a tenth of a second.
  static std::string hash(const std::string& pin) {
    static const std::string instructor = platform::hashSecret(kInstructorPin);
    static const std::string staff = platform::hashSecret(kStaffPin);
    return pin == kStaffPin ? staff : instructor;
  }
};

}  // namespace

TEST_CASE("The instructor's PIN opens the desk, and any other does not") {
  Device device;
  device.act(Act::OpenDoor);
  device.type("739150");
  CHECK(device.on<PinView>().leadSign == Sign::Attention);
  CHECK(device.desk().locks().state(Lock::Instructor)->failures == 1);
  device.type(kInstructorPin);
  CHECK(device.on<FrontView>().classTitle == "AZ-104");
  CHECK(device.desk().locks().state(Lock::Instructor)->failures == 0);
  CHECK(device.app().view().desk);
}

TEST_CASE("The staff's PIN opens no place of the instructor") {
  Device device;
  device.act(Act::OpenDoor);
  device.act(Act::Press, "", 0);
  device.type(kInstructorPin);
  CHECK(device.shows<PinView>());
  device.type(kStaffPin);
  CHECK(device.on<DeskView>().screen == "staff");
  device.act(Act::GoTo, "", static_cast<std::size_t>(DeskPlace::Students));
  CHECK(device.on<DeskView>().screen == "staff");
}

TEST_CASE("Five wrong PINs shut the door for half a minute, and students take codes meanwhile") {
  Device device;
  device.act(Act::OpenDoor);
  for (int i = 0; i < 5; ++i) device.type("739150");
  CHECK(device.on<PinView>().waitSeconds == 30);
  device.type(kInstructorPin);
  CHECK(device.shows<PinView>());

  device.act(Act::Back);
  CHECK_FALSE(device.takeCode("aino").empty());
  device.leave();

  device.pass(std::chrono::seconds(30));
  device.openDesk();
}

TEST_CASE("A wait at the door is shown, second by second") {
  Device device;
  device.act(Act::OpenDoor);
  for (int i = 0; i < 5; ++i) device.type("739150");
  device.pass(std::chrono::seconds(1));
  CHECK(device.on<PinView>().waitSeconds == 29);
  CHECK(*device.app().deadline() <= device.clock.boot + std::chrono::seconds(1));
}

TEST_CASE("A desk that nobody touches locks after two minutes, onto the attract screen") {
  Device device;
  device.openDesk();
  device.pass(std::chrono::seconds(119));
  CHECK(device.app().view().desk->locksInSeconds == 1);
  device.pass(std::chrono::seconds(1));
  CHECK(device.shows<AttractView>());
  CHECK(device.events().back() == "desk-locked");
}

TEST_CASE("A desk that is touched all the time locks after a quarter of an hour") {
  Device device;
  device.openDesk();
  for (int i = 0; i < 14; ++i) {
    device.pass(std::chrono::minutes(1));
    device.act(Act::GoTo, "", static_cast<std::size_t>(DeskPlace::Front));
  }
  CHECK(device.shows<FrontView>());
  CHECK(device.app().view().desk->locksInSeconds == 60);
  device.pass(std::chrono::minutes(1));
  CHECK(device.shows<AttractView>());
}

TEST_CASE("Whoever leaves the desk finds it locked") {
  Device device;
  device.openDesk();
  device.act(Act::Lock);
  CHECK(device.shows<AttractView>());
  device.act(Act::GoTo, "", static_cast<std::size_t>(DeskPlace::Students));
  CHECK(device.shows<AttractView>());
}

TEST_CASE("A door that nobody touches closes, and so does one that is left") {
  Device device;
  device.act(Act::OpenDoor);
  device.pass(std::chrono::seconds(29));
  CHECK(device.shows<PinView>());
  device.pass(std::chrono::seconds(1));
  CHECK(device.shows<AttractView>());
  device.act(Act::OpenDoor);
  device.act(Act::Back);
  CHECK(device.shows<AttractView>());
}

TEST_CASE("A visit goes on where a door was touched by mistake; its code is covered") {
  Device device;
  device.readCards("aino");
  device.act(Act::OpenDoor);
  device.act(Act::Back);
  CHECK(device.shows<DigitsView>());
  device.typeDigits("2580");
  device.act(Act::Take);
  REQUIRE(device.shows<CodeView>());
  device.act(Act::OpenDoor);
  device.act(Act::Back);
  CHECK(device.shows<CodeHiddenView>());
}

TEST_CASE("A visit ends where the desk was opened over it") {
  Device device;
  device.takeCode("aino");
  device.openDesk();
  device.act(Act::Lock);
  CHECK(device.shows<AttractView>());
}

TEST_CASE("A device that was never used asks for its PINs, and gives a recovery word that works") {
  ManualClock clock;
  TemporaryFolder folder;
  App app({folder.path() / "ledger.db", assetsFolder()}, VisitTimes{}, clock);
  const auto settle = [&] {
    for (;;) {
      const auto* pad = std::get_if<PinView>(&app.view().screen);
      const bool busy = std::holds_alternative<WorkingView>(app.view().screen);
      if (!busy && (pad == nullptr || !pad->checking)) return;
      std::this_thread::yield();
      app.tick();
    }
  };
  const auto type = [&](const std::string& pin) {
    for (const char digit : pin) app.handle({Act::Type, std::string(1, digit)});
    settle();
  };
  REQUIRE(std::get<NoticeView>(app.view().screen).screen == "first-start");
  clock.pass(std::chrono::hours(2));
  app.tick();
  app.handle({Act::Main, {}});
  type("123456");
  CHECK(std::get<PinView>(app.view().screen).leadSign == Sign::Attention);
  type(kInstructorPin);
  type("402714");
  CHECK(std::get<PinView>(app.view().screen).leadSign == Sign::Attention);
  type(kInstructorPin);
  type(kInstructorPin);
  CHECK(std::get<PinView>(app.view().screen).title == "A PIN for venue staff");
  type(kStaffPin);
  type(kStaffPin);
  settle();
  const std::string word = std::get<NoticeView>(app.view().screen).secret;
  CHECK(word.size() == 19);
  app.handle({Act::Main, {}});
  CHECK(std::holds_alternative<FrontView>(app.view().screen));
  app.handle({Act::Lock, {}});

  app.handle({Act::OpenDoor, {}});
  app.handle({Act::Press, {}, 1});
  REQUIRE(std::holds_alternative<EditView>(app.view().screen));
  const auto tryWord = [&](const std::string& typed) {
    app.handle({Act::Type, typed});
    app.handle({Act::Main, {}});
    while (std::holds_alternative<EditView>(app.view().screen) &&
           std::get<EditView>(app.view().screen).hint == "One moment.") {
      std::this_thread::yield();
      app.tick();
    }
  };
  tryWord("WRONG-WORD");
  CHECK(std::get<EditView>(app.view().screen).mistake == "That is not the word.");
  tryWord(word);
  REQUIRE(std::holds_alternative<PinView>(app.view().screen));
  type("930417");
  type("930417");
  settle();
  CHECK(std::get<NoticeView>(app.view().screen).secret != word);
  app.handle({Act::Main, {}});
  CHECK(std::holds_alternative<FrontView>(app.view().screen));
  app.handle({Act::Lock, {}});
  app.handle({Act::OpenDoor, {}});
  type(kInstructorPin);
  CHECK(std::holds_alternative<PinView>(app.view().screen));
  type("930417");
  CHECK(std::holds_alternative<FrontView>(app.view().screen));
}

TEST_CASE(
    "Where the instructor's PIN was kept, the first start opens the desk for staff alone, who see "
    "the key of the disk first") {
  ManualClock clock;
  TemporaryFolder folder;
  {
    const auto ledger = Ledger::open(folder.path() / "ledger.db", clock).value();
    REQUIRE(
        ledger->locks().set(Lock::Instructor, platform::hashSecret(kInstructorPin), Role::System));
  }
  const auto machine = folder.path() / "machine";
  std::filesystem::create_directories(machine / "kiosk");
  std::ofstream(machine / "recovery-key")
      << "bcdefghi-jklnrtuv-bcdefghi-jklnrtuv-bcdefghi-jklnrtuv-bcdefghi-jklnrtuv";
  AppPlaces places{folder.path() / "ledger.db", assetsFolder()};
  places.machine.appliance = Appliance(machine);
  App app(places, VisitTimes{}, clock);
  REQUIRE(std::get<NoticeView>(app.view().screen).screen == "first-start");
  app.handle({Act::Main, {}});
  CHECK(std::get<PinView>(app.view().screen).title == "A PIN for venue staff");
  for (int time = 0; time < 2; ++time) {
    for (const char digit : std::string(kStaffPin)) app.handle({Act::Type, std::string(1, digit)});
  }
  const auto shownWord = [&] {
    const auto* notice = std::get_if<NoticeView>(&app.view().screen);
    return notice != nullptr && notice->screen == "recovery-word";
  };
  while (!shownWord()) {
    std::this_thread::yield();
    app.tick();
  }
  app.handle({Act::Main, {}});
  CHECK(std::get<NoticeView>(app.view().screen).screen == "disk-key");
  app.handle({Act::Main, {}});
  CHECK(std::get<DeskView>(app.view().screen).screen == "staff");
}

TEST_CASE("A device with a class and without PINs lets nobody set one at its screen") {
  Kiosk kiosk;
  kiosk.act(Act::OpenDoor);
  CHECK(kiosk.on<NoticeView>().screen == "no-pin");
  kiosk.act(Act::Main);
  CHECK(kiosk.shows<AttractView>());
}

TEST_CASE("The other role can set a forgotten PIN anew") {
  Device device;
  device.openDesk();
  device.act(Act::GoTo, "", static_cast<std::size_t>(DeskPlace::Device));
  device.act(Act::Press, "", 1);
  device.type(kInstructorPin);
  device.type("930417");
  device.type("930417");
  CHECK(device.on<NoticeView>().screen == "pin-set");
  device.act(Act::Lock);
  device.act(Act::OpenDoor);
  device.act(Act::Press, "", 0);
  device.type("930417");
  CHECK(device.on<DeskView>().screen == "staff");
}

TEST_CASE("At a desk that was left open, nobody sets a PIN or a word without their own PIN") {
  Device device;
  device.openDesk();
  const auto sets = [&] {
    const auto ids = device.events();
    return std::count(ids.begin(), ids.end(), "lock-set");
  };
  const auto before = sets();
  for (const std::size_t deed : {0U, 1U, 2U}) {
    device.act(Act::GoTo, "", static_cast<std::size_t>(DeskPlace::Device));
    device.act(Act::Press, "", deed);
    device.type("930417");
    CHECK(device.on<PinView>().lead == "That was not the PIN. Type it again.");
    device.type(kInstructorPin);
    device.settle();
    const auto* pad = std::get_if<PinView>(&device.app().view().screen);
    CHECK((deed < 2) == (pad != nullptr));
    CHECK(sets() == before + (deed == 2 ? 1 : 0));
    device.act(Act::Back);
  }
}

TEST_CASE("Training mode has a class of its own, and forgets it when it ends") {
  Device device;
  const auto practise = [&] {
    device.act(Act::GoTo, "", static_cast<std::size_t>(DeskPlace::Device));
    device.act(Act::Press, "", 3);
    device.act(Act::Main);
  };
  device.openDesk();
  practise();
  CHECK(device.app().view().training);
  CHECK(device.on<FrontView>().classTitle == "Training class");
  device.act(Act::Lock);
  CHECK(device.app().view().training);
  const std::string code = device.takeCode("maya");
  CHECK(code == "TRAINING-0001");
  device.leave();
  CHECK(device.stock().claimed == 0);
  device.openDesk();
  practise();
  CHECK_FALSE(device.app().view().training);
  CHECK(device.on<FrontView>().classTitle == "AZ-104");
  practise();
  CHECK(device.on<FrontView>().figures.withCode == 0);
}

TEST_CASE("Staff clear a visit that stands behind the door, or have the program start again") {
  Device device;
  device.nameSomebody("aino");
  device.act(Act::OpenDoor);
  device.act(Act::Press, "", 0);
  device.type(kStaffPin);
  const auto press = [&](const std::string& id) {
    const auto& buttons = device.on<DeskView>().buttons;
    const auto at = std::find_if(buttons.begin(), buttons.end(),
                                 [&](const DeskButton& button) { return button.id == id; });
    REQUIRE(at != buttons.end());
    device.act(Act::Press, "", static_cast<std::size_t>(at - buttons.begin()));
  };
  press("reset");
  const bool restart = GENERATE(false, true);
  device.act(Act::Open, "", restart ? 2 : 0);
  device.act(Act::Main);
  CHECK(device.shows<AttractView>());
  CHECK(device.app().restarts() == restart);
  CHECK(device.events().back() == (restart ? "power-asked" : "desk-locked"));
}

// The dark screen at night, and the minute in which the screen may be wiped.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "kiosk/domain/language.h"
#include "platform/base/secret_hash.h"
#include "platform/base/translation.h"
#include "tests/kiosk/app/kiosk.h"

using namespace tests;

namespace {

constexpr const char* kStaffPin = "851294";

/// A kiosk on a machine with a light of its own, that is dark from 22:00 until 06:00. It is started
/// at 21:58.
class Night : public Kiosk {
 public:
  Night() {
    ::setenv("TZ", "UTC0", 1);
    std::filesystem::create_directories(lights_.path() / "panel");
    std::ofstream(lights_.path() / "panel" / "max_brightness") << 100;
    std::ofstream(lights_.path() / "panel" / "brightness") << 80;
    machine.places.backlights = lights_.path();
    machine.settings.brightnessPercent = 80;
    machine.settings.sleepFrom = parseDayTime("22:00");
    machine.settings.sleepUntil = parseDayTime("06:00");
    clock.time = platform::parseIsoTime("2026-11-21T21:58").value();
    restart();
    (void)app();
  }

  [[nodiscard]] int light() const {
    int now = -1;
    std::ifstream(lights_.path() / "panel" / "brightness") >> now;
    return now;
  }
  /// Lets time go by as the loop does: up to each deadline, and no further.
  void live(std::chrono::milliseconds span) {
    const platform::BootTime end = clock.boot + span;
    while (clock.boot < end) {
      const auto next = app().deadline();
      const auto left = next && *next < end ? *next - clock.boot : end - clock.boot;
      pass(std::max(left, std::chrono::milliseconds(1)));
    }
  }

 private:
  TemporaryFolder lights_;
};

}  // namespace

TEST_CASE("Nobody is here and it is night: the screen goes dark, and so does its light") {
  Night night;
  night.live(std::chrono::seconds(119));
  CHECK(night.shows<AttractView>());
  CHECK(night.light() == 80);
  night.live(std::chrono::seconds(1));
  CHECK(night.shows<SleepView>());
  CHECK(night.light() == 0);
}

TEST_CASE("A touch wakes the screen and does nothing else; after a minute it is dark again") {
  Night night;
  night.live(std::chrono::minutes(3));
  night.act(Act::OpenDoor);
  CHECK(night.shows<AttractView>());
  CHECK(night.light() == 80);
  night.live(std::chrono::seconds(59));
  CHECK(night.shows<AttractView>());
  night.live(std::chrono::seconds(1));
  CHECK(night.shows<SleepView>());
}

TEST_CASE("In the morning the screen is bright by itself, until the next evening") {
  Night night;
  night.live(std::chrono::hours(8) + std::chrono::minutes(1));
  CHECK(night.shows<SleepView>());
  night.live(std::chrono::minutes(1));
  CHECK(night.shows<AttractView>());
  CHECK(night.light() == 80);
  night.live(std::chrono::hours(15));
  CHECK(night.shows<AttractView>());
  night.live(std::chrono::hours(1));
  CHECK(night.shows<SleepView>());
}

TEST_CASE("A visit that begins before the night is not cut by it") {
  Night night;
  night.live(std::chrono::seconds(90));
  night.takeCode("aino");
  night.live(std::chrono::seconds(50));
  CHECK(night.shows<CodeView>());
  night.act(Act::Finish);
  night.act(Act::Finish);
  CHECK(night.shows<AttractView>());
  night.live(std::chrono::seconds(60));
  CHECK(night.shows<SleepView>());
}

TEST_CASE("What another program does to the class leaves the dark screen dark") {
  Night night;
  night.live(std::chrono::minutes(3));
  night.addCodes(1);
  night.app().refresh();
  CHECK(night.shows<SleepView>());
  night.act(Act::Wake);
  CHECK(night.on<AttractView>().standing == Standing::Open);
}

TEST_CASE("A device without dark hours is never dark, and has nothing to wait for") {
  Night night;
  night.machine.settings.sleepFrom.reset();
  night.machine.settings.sleepUntil.reset();
  night.restart();
  night.live(std::chrono::hours(5));
  CHECK(night.shows<AttractView>());
  CHECK_FALSE(night.app().deadline().has_value());
}

TEST_CASE("The device's own language is spoken where the class names none") {
  // Without catalogues its texts stay English, and which one is set can be told.
  platform::useCatalogues("/nowhere", {"hallpass"});
  Night night;
  night.machine.settings.language = "fi";
  night.restart();
  CHECK(night.app().view().language == 1);
  CHECK(night.app().view().languages.front() == 1);
  CHECK(night.app().view().languages.size() == kLanguages.size());
  platform::useCatalogues({}, {});
}

TEST_CASE("While the screen is wiped nothing on it counts, and then the desk is as it was") {
  Night night;
  const std::string pin = platform::hashSecret(kStaffPin);
  for (const Lock lock : kLocks) REQUIRE(night.desk().locks().set(lock, pin, Role::Operator));
  night.act(Act::OpenDoor);
  night.act(Act::Press, "", 0);
  night.typeDigits(kStaffPin);
  const auto checking = [&] {
    const auto* pad = std::get_if<PinView>(&night.app().view().screen);
    return pad != nullptr && pad->checking;
  };
  while (checking()) {
    std::this_thread::yield();
    night.app().tick();
  }
  REQUIRE(night.on<DeskView>().screen == "staff");
  const auto press = [&](const std::string& id) {
    const auto buttons = night.on<DeskView>().buttons;
    for (std::size_t at = 0; at < buttons.size(); ++at) {
      if (buttons[at].id == id) return night.act(Act::Press, "", at);
    }
    FAIL("no button " + id);
  };
  press("machine");
  press("cleaning");
  CHECK(night.on<CleaningView>().secondsLeft == 60);
  CHECK_FALSE(night.app().view().desk.has_value());
  for (const Act act : {Act::Lock, Act::Back, Act::Main, Act::OpenDoor, Act::GoTo, Act::Press}) {
    night.act(act);
    CHECK(night.shows<CleaningView>());
  }
  night.live(std::chrono::milliseconds(59'000));
  CHECK(night.on<CleaningView>().secondsLeft == 1);
  night.live(std::chrono::seconds(1));
  CHECK(night.on<DeskView>().screen == "machine");
  CHECK(night.app().view().desk->locksInSeconds == 60);
}

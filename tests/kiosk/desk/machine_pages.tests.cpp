// The staff's "Device" page: what it sets, what it writes down, and what it says where the machine
// has none.
#include "kiosk/desk/machine_pages.h"

#include <atomic>
#include <fstream>

#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/turned_page.h"
#include "kiosk/desk/zone_pages.h"
#include "tests/kiosk/desk/page_stack.h"
#include "tests/support/granting_service.h"
#include "tests/support/mock_machine.h"
#include "tests/support/mock_mixer.h"

using namespace hallpass;
using namespace tests;

namespace {

using Texts = std::vector<std::string>;
using Act = Intent::Act;

/// A device on a machine that has nothing of all this, until a test adds it.
class MachineRoom {
 public:
  DeskRoom room;
  TemporaryFolder folder;
  MachineTools machine{{"unix:path=/no/bus", folder.path() / "lights", "hw:CARD=none", ":4711"},
                       folder.path() / "hallpass.toml",
                       {},
                       Appliance(folder.path() / "machine")};

  [[nodiscard]] DeskTools tools() {
    DeskTools tools = room.tools(Role::Staff);
    tools.machine = &machine;
    return tools;
  }
  [[nodiscard]] Settings written() const { return readSettings(machine.file).value(); }
  void addLight(int now) const {
    const auto light = machine.places.backlights / "panel";
    std::filesystem::create_directories(light);
    std::ofstream(light / "max_brightness") << 200;
    std::ofstream(light / "brightness") << now;
  }
  [[nodiscard]] int light() const {
    int now = -1;
    std::ifstream(machine.places.backlights / "panel" / "brightness") >> now;
    return now;
  }
};

std::string chosen(const FormField& field) { return field.choices.at(field.chosen); }

}  // namespace

TEST_CASE("the device's page says its version and its time, and opens what can be set") {
  MachineRoom device;
  PageStack pages(device.room, machinePage(device.tools()));
  CHECK(pages.desk().facts.front().value == HALLPASS_VERSION);
  for (const std::string id : {"sound-and-picture", "clock", "sleep", "language-default"}) {
    pages.touch(id);
    CHECK(pages.screen() == id);
    pages.back();
    CHECK(pages.screen() == "machine");
  }
}

TEST_CASE("the key of the disk is offered until somebody says that it is written down") {
  MachineRoom device;
  CHECK(joinedTexts(machinePage(device.tools())->view()).find("Recovery key") == std::string::npos);
  const auto own = device.folder.path() / "machine" / "kiosk";
  std::filesystem::create_directories(own);
  std::ofstream(own.parent_path() / "recovery-key")
      << "bcdefghi-jklnrtuv-bcdefghi-jklnrtuv-bcdefghi-jklnrtuv-bcdefghi-jklnrtuv\n";
  PageStack pages(device.room, machinePage(device.tools()));
  pages.touch("disk-key");
  CHECK(pages.on<NoticeView>().secret ==
        "BCDEFGHI-JKLNRTUV-\nBCDEFGHI-JKLNRTUV-\nBCDEFGHI-JKLNRTUV-\nBCDEFGHI-JKLNRTUV");
  pages.touch("later");
  CHECK(pages.screen() == "machine");
  CHECK_FALSE(device.machine.appliance.recoveryKey().empty());
  pages.touch("disk-key");
  pages.touch("written-down");
  CHECK(pages.screen() == "machine");
  CHECK(std::filesystem::exists(own / "recovery-key-kept"));
  CHECK(device.machine.appliance.recoveryKey().empty());
  pages.touch("disk-key");
  CHECK(pages.screen() == "machine");
}

TEST_CASE("a key of the disk that cannot be kept is not taken for kept") {
  MachineRoom device;
  const auto folder = device.folder.path() / "machine";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "recovery-key")
      << "bcdefghi-jklnrtuv-bcdefghi-jklnrtuv-bcdefghi-jklnrtuv-bcdefghi-jklnrtuv\n";
  PageStack pages(device.room, machinePage(device.tools()));
  pages.touch("disk-key");
  pages.touch("written-down");
  CHECK(pages.screen() == "machine-trouble");
  CHECK_FALSE(device.machine.appliance.recoveryKey().empty());
}

TEST_CASE("the appliance's ports are open while their page is, and no longer") {
  MachineRoom device;
  CHECK(joinedTexts(machinePage(device.tools())->view()).find("keyboard") == std::string::npos);
  const auto image = device.folder.path() / "machine";
  std::filesystem::create_directories(image);
  std::atomic_bool open = false;
  const GrantingService service(
      image / "ports", [&open] { return open = true; }, [&open] { open = false; });
  PageStack pages(device.room, machinePage(device.tools()));
  CHECK_FALSE(open);
  pages.touch("ports");
  CHECK(pages.screen() == "ports");
  CHECK(open);
  pages.touch("close-ports");
  CHECK(pages.screen() == "machine");
  CHECK_FALSE(open);
}

TEST_CASE("ports that do not open are told, with what to do") {
  MachineRoom device;
  const auto image = device.folder.path() / "machine";
  std::filesystem::create_directories(image);
  const GrantingService service(
      image / "ports", [] { return false; }, [] {});
  PageStack pages(device.room, machinePage(device.tools()));
  pages.touch("ports");
  CHECK(pages.screen() == "machine-trouble");
  CHECK(pages.on<NoticeView>().headline == "The ports stay closed");
  pages.touch("understood");
  CHECK(pages.screen() == "machine");
}

TEST_CASE("volume and brightness count at once, and at the next start") {
  const MockMixer mixer(64, true);
  MachineRoom device;
  device.machine.places.mixer = "test";
  device.addLight(200);
  PageStack pages(device.room, soundAndPicturePage(device.tools()));
  CHECK(chosen(pages.field("volume")) == "100 %");
  pages.choose("volume", "25 %");
  CHECK(mixer.value() == 16);
  pages.choose("volume", "Off");
  CHECK_FALSE(mixer.on());
  pages.choose("brightness", "50 %");
  CHECK(device.light() == 100);
  CHECK(chosen(pages.field("brightness")) == "50 %");
  CHECK(device.written().volumePercent == 0);
  CHECK(device.written().brightnessPercent == 50);
}

TEST_CASE("sounds and motion count at once, and at the next start") {
  MachineRoom device;
  PageStack pages(device.room, soundAndPicturePage(device.tools()));
  for (const std::string id : {"sounds", "motion"}) CHECK(chosen(pages.field(id)) == "On");
  pages.choose("motion", "Off");
  CHECK_FALSE(device.machine.settings.motion);
  CHECK(device.machine.settings.sounds);
  pages.choose("sounds", "Off");
  CHECK(chosen(pages.field("sounds")) == "Off");
  CHECK_FALSE(device.written().motion);
  CHECK_FALSE(device.written().sounds);
  pages.choose("sounds", "On");
  CHECK(device.written().sounds);
}

TEST_CASE("what the machine has not is said, with why and what to do") {
  MachineRoom device;
  PageStack pages(device.room, soundAndPicturePage(device.tools()));
  for (std::size_t at = 0; at < 3; ++at) {
    CHECK(pages.desk().form->fields.at(at).choices.empty());
    pages.act(Act::Focus, at);
    CHECK(pages.screen() == "machine-trouble");
    pages.touch("understood");
    CHECK(pages.screen() == "sound-and-picture");
  }
  CHECK_FALSE(std::filesystem::exists(device.machine.file));
}

TEST_CASE("a setting that cannot be written down counts all the same, and that is said") {
  MachineRoom device;
  device.addLight(200);
  device.machine.file = device.folder.path() / "nowhere" / "hallpass.toml";
  PageStack pages(device.room, soundAndPicturePage(device.tools()));
  pages.choose("brightness", "50 %");
  CHECK(device.light() == 100);
  CHECK_FALSE(pages.field("brightness").mistake.empty());
}

TEST_CASE("a picture that was turned turns back by itself, unless somebody keeps it") {
  MachineRoom device;
  {
    TurnedPage page(device.tools(), 0, 90);
    CHECK(std::holds_alternative<StayHere>(page.next()));
    device.room.clock.pass(kTurned);
    CHECK(std::holds_alternative<GoBack>(page.next()));
  }
  CHECK_FALSE(std::filesystem::exists(device.machine.file));
  TurnedPage page(device.tools(), 0, 90);
  CHECK(std::holds_alternative<GoBack>(page.handle({Act::Main, {}})));
  CHECK(device.written().rotationDegrees == 90);
}

TEST_CASE("the time is typed, and the machine's clock is set to it") {
  const PrivateBus bus;
  MockMachine machine(bus.address());
  MachineRoom device;
  device.machine.places.bus = bus.address();
  PageStack pages(device.room, clockPage(device.tools()));
  CHECK(pages.field("zone").value == "Europe/Helsinki");
  pages.fill("time", "2026-11-21");
  CHECK(machine.deeds().empty());
  pages.type("2026-11-21 09:30");
  pages.tick();
  CHECK(pages.on<WorkingView>().title == "Setting the clock");
  pages.finishWork();
  CHECK(pages.screen() == "clock");
  CHECK(pages.desk().leadSign == Sign::None);
  CHECK(machine.deeds() == Texts{"SetTime(1795253400000000, 0, 0)"});
  CHECK(device.room.newestEvent() == "clock-set by staff");
  CHECK(device.room.journal().back().fields ==
        R"({"before":"2026-10-14T17:46:40.000Z","after":"2026-11-21T09:30:00.000Z"})");
}

TEST_CASE("the zone is chosen by its part of the world and its place") {
  const PrivateBus bus;
  MockMachine machine(bus.address());
  MachineRoom device;
  device.machine.places.bus = bus.address();
  PageStack pages(device.room, clockPage(device.tools()));
  pages.act(Act::Focus, 1);
  CHECK(pages.names() == Texts{"America", "Asia", "Europe", "UTC"});
  pages.open(2);
  CHECK(pages.names() == Texts{"Berlin", "Helsinki"});
  pages.open(0);
  CHECK(pages.screen() == "clock");
  CHECK(pages.field("zone").value == "Europe/Berlin");
  CHECK(device.room.newestEvent() == "zone-set by staff");
  pages.act(Act::Focus, 1);
  pages.open(3);
  CHECK(pages.field("zone").value == "UTC");
  CHECK(placeText("America/Argentina/Buenos_Aires") == "Argentina, Buenos Aires");
}

TEST_CASE("the network keeps the clock right, where the machine has something that can") {
  const PrivateBus bus;
  MockMachine machine(bus.address());
  MachineRoom device;
  device.machine.places.bus = bus.address();
  PageStack pages(device.room, clockPage(device.tools()));
  pages.choose("keeper", "the network");
  CHECK(machine.deeds() == Texts{"SetNTP(1, 0)"});
  CHECK(chosen(pages.field("keeper")) == "the network");
  CHECK(device.room.newestEvent() == "clock-keeper-set by staff");
  machine.answer("CanNTP", "0");
  pages.refresh();
  CHECK(pages.desk().form->fields.size() == 2);
}

TEST_CASE("a clock that the program may not set says so, and nothing of it is recorded") {
  const PrivateBus bus;
  MockMachine machine(bus.address());
  machine.refuse("SetTime", "org.freedesktop.DBus.Error.AccessDenied");
  MachineRoom device;
  device.machine.places.bus = bus.address();
  PageStack pages(device.room, clockPage(device.tools()));
  const auto before = device.room.journal().size();
  pages.fill("time", "2026-11-21 09:30");
  pages.tick();
  pages.finishWork();
  CHECK(pages.screen() == "clock");
  CHECK(pages.desk().leadSign == Sign::Attention);
  CHECK(device.room.journal().size() == before);
}

TEST_CASE("a machine without a clock that can be set still shows its time") {
  MachineRoom device;
  PageStack pages(device.room, clockPage(device.tools()));
  CHECK_FALSE(pages.desk().form.has_value());
  CHECK(pages.desk().leadSign == Sign::Attention);
  CHECK(pages.desk().facts.size() == 1);
}

TEST_CASE("the dark hours are switched on, changed and switched off, and written down") {
  MachineRoom device;
  PageStack pages(device.room, sleepPage(device.tools()));
  CHECK(chosen(pages.field("sleeps")) == "Never");
  pages.choose("sleeps", "Every night");
  CHECK(pages.field("from").value == "22:00");
  pages.fill("from", "25:00");
  CHECK_FALSE(pages.on<EditView>().mistake.empty());
  pages.type("6:00");
  CHECK_FALSE(pages.on<EditView>().mistake.empty());
  pages.type("9:30");
  CHECK(pages.field("from").value == "09:30");
  CHECK(toText(device.written().sleepFrom.value()) == "09:30");
  CHECK(toText(device.written().sleepUntil.value()) == "06:00");
  pages.choose("sleeps", "Never");
  CHECK_FALSE(device.written().sleepFrom.has_value());
  CHECK(pages.desk().form->fields.size() == 1);
}

TEST_CASE("the language of the device is chosen by its own name") {
  MachineRoom device;
  PageStack pages(device.room, languagePage(device.tools()));
  pages.choose("language", "Suomi");
  CHECK(device.written().language == "fi");
  CHECK(device.machine.settings.language == "fi");
  CHECK(chosen(pages.field("language")) == "Suomi");
}

TEST_CASE("the colours of the device are chosen, count at once and are written down") {
  MachineRoom device;
  PageStack pages(device.room, languagePage(device.tools()));
  CHECK(chosen(pages.field("theme")) == "Light");
  pages.choose("theme", "White on black");
  CHECK(device.written().theme == ThemeName::WhiteOnBlack);
  CHECK(device.machine.settings.theme == ThemeName::WhiteOnBlack);
  CHECK(device.machine.settings.language == "en");
  CHECK(chosen(pages.field("theme")) == "White on black");
}

TEST_CASE("the machine is restarted, or switched off, after a yes alone") {
  const PrivateBus bus;
  const MockMachine machine(bus.address());
  MachineRoom device;
  device.machine.places.bus = bus.address();
  PageStack pages(device.room, machinePage(device.tools()));
  pages.touch("restart-machine");
  pages.touch("keep-on");
  CHECK(machine.deeds().empty());
  const auto before = device.room.journal().size();
  pages.touch("restart-machine");
  pages.touch("restart");
  CHECK(pages.screen() == "machine-goes");
  CHECK(machine.deeds() == Texts{"Reboot(0)"});
  PageStack others(device.room, machinePage(device.tools()));
  others.touch("switch-off");
  others.touch("off");
  CHECK(machine.deeds() == Texts{"Reboot(0)", "PowerOff(0)"});
  const auto journal = device.room.journal();
  REQUIRE(journal.size() == before + 2);
  CHECK(describe(journal[before]) == "It was asked for: restart the machine.");
  CHECK(describe(journal[before + 1]) == "It was asked for: switch the machine off.");
  CHECK(journal.back().role == "staff");
}

TEST_CASE("in training mode the machine's deeds stand in the device's own journal") {
  const PrivateBus bus;
  const MockMachine machine(bus.address());
  MachineRoom device;
  DeskRoom training;
  device.machine.places.bus = bus.address();
  DeskTools tools = training.tools(Role::Staff);
  tools.machine = &device.machine;
  tools.training = true;
  tools.device = &device.room.ledger().journal();
  PageStack pages(training, machinePage(tools));
  pages.touch("switch-off");
  CHECK(pages.on<NoticeView>().detail.find("Training mode ends") != std::string::npos);
  pages.touch("off");
  CHECK(pages.on<NoticeView>().detail.empty());
  CHECK(device.room.newestEvent() == "power-asked by staff");
  CHECK(training.journal().back().event != "power-asked");
}

TEST_CASE("a machine that cannot be switched from here says so before it is asked for") {
  MachineRoom device;
  PageStack pages(device.room, machinePage(device.tools()));
  pages.touch("switch-off");
  CHECK(pages.screen() == "machine-trouble");
  pages.touch("understood");
  CHECK(pages.screen() == "machine");
}

TEST_CASE("at the start the machine is set as it was left") {
  const MockMixer mixer(64, true);
  MachineRoom device;
  device.machine.places.mixer = "test";
  device.addLight(200);
  device.machine.settings.volumePercent = 50;
  device.machine.settings.brightnessPercent = 25;
  setMachine(device.machine);
  CHECK(mixer.value() == 32);
  CHECK(device.light() == 50);
}

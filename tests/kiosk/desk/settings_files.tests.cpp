// Settings from a stick: what is wrong in them is said, what changes is named, and only then taken.
#include <fstream>

#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

namespace {

/// A device whose settings are those of a new one.
struct Venue {
  DeskRoom room;
  TemporaryFolder folder;
  MachineTools machine{{}, folder.path() / "hallpass.toml", {}, Appliance(folder.path())};
  PageStack pages{room, settingsFilesPage(tools())};

  explicit Venue(const std::string& content) {
    room.putOnStick("hallpass.toml", content);
    pages.refresh();
  }

  [[nodiscard]] DeskTools tools() {
    DeskTools tools = room.tools(Role::Staff);
    tools.machine = &machine;
    return tools;
  }
  [[nodiscard]] bool isWritten() const { return std::filesystem::exists(machine.file); }
};

}  // namespace

TEST_CASE("settings of a stick are taken once somebody has seen which ones change") {
  const std::string content = "# of the venue\nlanguage = \"de\"\nvolume_percent = 30\n";
  Venue venue(content);
  venue.pages.open(0);
  CHECK(venue.pages.screen() == "settings-to-take");
  CHECK(venue.pages.on<NoticeView>().detail.find("language, volume_percent.") != std::string::npos);
  CHECK_FALSE(venue.isWritten());
  venue.pages.touch("take");
  (void)venue.pages.left<RestartProgram>();
  CHECK(platform::readFile(venue.machine.file, 1000).value() == content);
  CHECK(venue.room.newestEvent() == "settings-taken by staff");
}

TEST_CASE("a file with a mistake changes nothing, and the mistake is named") {
  Venue venue("language = \"de\"\nvolume_percent = 300\n");
  venue.pages.open(0);
  CHECK(venue.pages.screen() == "machine-trouble");
  CHECK(venue.pages.on<NoticeView>().detail.find("line 2") != std::string::npos);
  CHECK_FALSE(venue.isWritten());
}

TEST_CASE("settings that the device has already are not taken again") {
  Venue venue("language = \"en\"\n");
  venue.pages.open(0);
  CHECK(venue.pages.screen() == "settings-are-set");
  CHECK_FALSE(venue.isWritten());
}

TEST_CASE("a file of settings that is too long is not read") {
  Venue venue(std::string(70'000, '#'));
  venue.pages.open(0);
  CHECK(venue.pages.screen() == "machine-trouble");
  CHECK_FALSE(venue.isWritten());
}

TEST_CASE("settings that cannot be kept are said, and nothing is recorded") {
  Venue venue("language = \"de\"\n");
  venue.machine.file = venue.folder.path() / "nowhere" / "hallpass.toml";
  venue.pages.open(0);
  venue.pages.touch("take");
  CHECK(venue.pages.screen() == "machine-trouble");
  CHECK(venue.room.newestEvent() != "settings-taken by staff");
}

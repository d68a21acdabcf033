#include "kiosk/diary.h"

#include "tests/kiosk/app/kiosk.h"

using tests::Kiosk;
using namespace hallpass;

namespace {

/// A diary that is kept.
struct Kept {
  std::vector<std::string> lines;
  Diary diary{platform::Log(
      [this](platform::LogLevel, const std::string& line) { lines.push_back(line); })};
};

}  // namespace

TEST_CASE("the log says the start, every mistake of the settings, and the end") {
  Kept kept;
  KioskOptions options;
  options.data = "/data";
  options.config = "/data/hallpass.toml";
  options.mistakes = {{4, "a", "", "line 4: x."}, {5, "b", "", "line 5: y."}};
  kept.diary.begins(options);
  kept.diary.ends();
  REQUIRE(kept.lines.size() == 4);
  CHECK(kept.lines[0] == "Hallpass starts on /data.");
  CHECK(kept.lines[1] == "/data/hallpass.toml, line 4: x. Until then the default counts.");
  CHECK(kept.lines[2] == "/data/hallpass.toml, line 5: y. Until then the default counts.");
  CHECK(kept.lines[3] == "Hallpass ends.");
}

TEST_CASE("a nearly full disk is logged once, and once that it has room again") {
  Kept kept;
  Kiosk kiosk;
  kept.diary.look(kiosk.app());
  kiosk.diskIsLow = true;
  kiosk.app().refresh();
  kept.diary.look(kiosk.app());
  kept.diary.look(kiosk.app());
  REQUIRE(kept.lines.size() == 1);
  kiosk.diskIsLow = false;
  kiosk.pass(App::kDiskLook);
  kept.diary.look(kiosk.app());
  kept.diary.look(kiosk.app());
  REQUIRE(kept.lines.size() == 2);
  CHECK(kept.lines[1] == "The disk has room again.");
}

TEST_CASE("nothing that a student does is logged") {
  Kept kept;
  Kiosk kiosk;
  kiosk.readCards("Aino");
  kept.diary.look(kiosk.app());
  kiosk.typeDigits("2580");
  kiosk.act(tests::Act::Take);
  kept.diary.look(kiosk.app());
  CHECK(kept.lines.empty());
}

#include "kiosk/settings/settings.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "kiosk/settings/setting_keys.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using hallpass::changeSetting;
using hallpass::DayTime;
using hallpass::findSettings;
using hallpass::readSettings;
using hallpass::SettingMistake;
using hallpass::Settings;
using hallpass::SettingValue;
namespace fs = std::filesystem;

namespace {

/// A settings file of that content.
class File {
 public:
  explicit File(const std::string& content) { std::ofstream(path()) << content; }
  [[nodiscard]] fs::path path() const { return folder_.path() / "hallpass.toml"; }
  [[nodiscard]] std::string content() const {
    std::ostringstream all;
    all << std::ifstream(path()).rdbuf();
    return all.str();
  }

 private:
  tests::TemporaryFolder folder_;
};

std::string contentOf(const fs::path& path) {
  std::ostringstream all;
  all << std::ifstream(path).rdbuf();
  return all.str();
}

/// The mistakes of a file of that content.
std::vector<SettingMistake> mistakesIn(const std::string& content) {
  const File file(content);
  const auto read = readSettings(file.path());
  if (read) return {};
  return read.error();
}

/// The only mistake of such a file.
SettingMistake mistakeIn(const std::string& content) {
  const auto mistakes = mistakesIn(content);
  INFO(content);
  REQUIRE(mistakes.size() == 1);
  return mistakes.front();
}

}  // namespace

TEST_CASE("a settings file that is not there is all defaults") {
  const tests::TemporaryFolder folder;
  const auto read = readSettings(folder.path() / "hallpass.toml");
  REQUIRE(read);
  CHECK(*read == Settings{});
}

TEST_CASE("an empty settings file is all defaults") { CHECK(mistakesIn("").empty()); }

TEST_CASE("every setting is read") {
  const File file(
      "idle_seconds = 90\nretention_days = 7\ndisk_reserve_mib = 128\nlanguage = \"fi\"\n"
      "media = \"/media/sticks\"\nscreen_mm = \"344x194\"\nvolume_percent = 0\n"
      "theme = \"dark\"\nrenderer = \"cpu\"\n"
      "brightness_percent = 5\nrotation_degrees = 270\nsleep_from = \"22:00\"\n"
      "motion = false\nspeech = false\nsounds = false\nsleep_until = \"06:30\"\n");
  const auto read = readSettings(file.path());
  REQUIRE(read);
  CHECK(read->idleSeconds == 90);
  CHECK(read->retentionDays == 7);
  CHECK(read->diskReserveMiB == 128);
  CHECK(read->language == "fi");
  CHECK(read->media == "/media/sticks");
  CHECK(read->screenMm == hallpass::Extent{344, 194});
  CHECK(read->volumePercent == 0);
  CHECK(read->theme == hallpass::ThemeName::Dark);
  CHECK(read->renderer == hallpass::RendererName::Cpu);
  CHECK(read->brightnessPercent == 5);
  CHECK(read->rotationDegrees == 270);
  CHECK_FALSE(read->motion);
  CHECK_FALSE(read->speech);
  CHECK_FALSE(read->sounds);
  CHECK(read->sleepFrom == DayTime{22 * 60});
  CHECK(read->sleepUntil == DayTime{6 * 60 + 30});
}

TEST_CASE("a value outside its range is a mistake, at its line") {
  for (const char* wrong : {"idle_seconds = 44",
                            "idle_seconds = 301",
                            "idle_seconds = \"60\"",
                            "idle_seconds = 60.0",
                            "idle_seconds = true",
                            "retention_days = 0",
                            "disk_reserve_mib = 0",
                            "language = \"tlh\"",
                            "language = true",
                            "media = \"sticks\"",
                            "media = \"/a\\nb\"",
                            "screen_mm = \"344\"",
                            "theme = \"sepia\"",
                            "theme = 1",
                            "renderer = \"vulkan\"",
                            "volume_percent = 101",
                            "brightness_percent = 4",
                            "rotation_degrees = 45",
                            "rotation_degrees = [90]",
                            "motion = 1",
                            "motion = \"false\"",
                            "speech = \"yes\"",
                            "sounds = 0"}) {
    const SettingMistake mistake = mistakeIn("# Ours.\n" + std::string(wrong) + "\n");
    CHECK(mistake.line == 2);
    CHECK(mistake.sentence.rfind("line 2: \"" + mistake.key + "\" must be ", 0) == 0);
    CHECK(mistake.nearest.empty());
  }
}

TEST_CASE("an unknown key is a mistake that names the nearest right one") {
  const auto nearestTo = [](const std::string& key) { return mistakeIn(key + " = 1\n").nearest; };
  CHECK(nearestTo("idle_second") == "idle_seconds");
  CHECK(nearestTo("idel_seconds") == "idle_seconds");
  CHECK(nearestTo("idle-seconds") == "idle_seconds");
  CHECK(nearestTo("IdleSeconds") == "idle_seconds");
  CHECK(nearestTo("idle_secs") == "idle_seconds");
  CHECK(nearestTo("volume") == "");
  CHECK(nearestTo("volume_percentage") == "volume_percent");
  CHECK(nearestTo("sleep_untill") == "sleep_until");
  CHECK(nearestTo("x").empty());
  CHECK(nearestTo("colour_of_the_wall").empty());
  const SettingMistake mistake = mistakeIn("\nlanguag = \"en\"\n");
  CHECK(mistake.sentence == "line 2: \"languag\" is not a setting. Did you mean \"language\"?");
}

TEST_CASE("a table is no setting") { CHECK(mistakeIn("[display]\n").key == "display"); }

TEST_CASE("all mistakes of a file are said, in the order of its lines") {
  const auto mistakes = mistakesIn("volume_percent = 200\nfoo = 1\nidle_seconds = 1\n");
  REQUIRE(mistakes.size() == 3);
  CHECK(mistakes[0].line == 1);
  CHECK(mistakes[1].key == "foo");
  CHECK(mistakes[2].line == 3);
}

TEST_CASE("what is wrong stays at the default, and the rest counts") {
  const File file("idle_seconds = 1\nvolume_percent = 20\n");
  const auto found = findSettings(file.path());
  CHECK(found.settings.idleSeconds == Settings{}.idleSeconds);
  CHECK(found.settings.volumePercent == 20);
  CHECK(found.mistakes.size() == 1);
}

TEST_CASE("a file that is no TOML, or a line that comes twice, is a mistake at its line") {
  CHECK(mistakeIn("idle_seconds = 60\nlanguage = en\n").line == 2);
  CHECK(mistakeIn("idle_seconds = 60\nidle_seconds = 61\n").line == 2);
  CHECK(mistakeIn(std::string("\xff\xfe\x00i", 4)).key.empty());
}

TEST_CASE("a settings file that cannot be read is a mistake") {
  const tests::TemporaryFolder folder;
  const auto read = readSettings(folder.path());
  REQUIRE_FALSE(read);
  CHECK(read.error().front().line == 0);
  CHECK_FALSE(mistakesIn(std::string(70'000, '#')).empty());
}

TEST_CASE("the times of sleep go together") {
  CHECK(mistakeIn("sleep_from = \"22:00\"\n").key == "sleep_from");
  CHECK_FALSE(findSettings(File("sleep_until = \"06:00\"\n").path()).settings.sleepUntil);
}

TEST_CASE("a change keeps every other byte of the file") {
  const std::string before =
      "# The kiosk of room 12 \xe2\x80\x93 \xe3\x81\x82\n\n  volume_percent   =  70   # quiet!\r\n"
      "language = 'fi'\n# end";
  const File file(before);
  REQUIRE(changeSetting(file.path(), "volume_percent", 5));
  std::string after = before;
  after.replace(after.find("70"), 2, "5");
  CHECK(file.content() == after);
  REQUIRE(changeSetting(file.path(), "language", "de"));
  after.replace(after.find("'fi'"), 4, "\"de\"");
  CHECK(file.content() == after);
}

TEST_CASE("a change finds its value behind others, and at the very end of a file") {
  const File file(
      "media = \"/m\xc3\xa9"
      "dia\" # \xc3\xa9\nidle_seconds = 60");
  REQUIRE(changeSetting(file.path(), "idle_seconds", 120));
  REQUIRE(changeSetting(file.path(), "media", "/a \"b\" \\c"));
  const auto read = readSettings(file.path());
  REQUIRE(read);
  CHECK(read->idleSeconds == 120);
  CHECK(read->media == "/a \"b\" \\c");
  CHECK(file.content().find(" # \xc3\xa9\n") != std::string::npos);
}

TEST_CASE("a change of a setting that the file leaves out is added to it") {
  const File file("# Ours.\nlanguage = \"fi\"");
  REQUIRE(changeSetting(file.path(), "idle_seconds", 90));
  CHECK(file.content() == "# Ours.\nlanguage = \"fi\"\nidle_seconds = 90\n");
}

TEST_CASE("the first change of a device makes a file that explains itself") {
  const tests::TemporaryFolder folder;
  const fs::path path = folder.path() / "hallpass.toml";
  REQUIRE(changeSetting(path, "volume_percent", 40));
  Settings expected;
  expected.volumePercent = 40;
  CHECK(contentOf(path) == hallpass::settingsText(expected));
}

TEST_CASE("a change that is not possible changes nothing") {
  const std::string before = "language = \"fi\"\nfoo = [1]\n";
  const File file(before);
  CHECK_FALSE(changeSetting(file.path(), "idle_seconds", 1));
  CHECK_FALSE(changeSetting(file.path(), "idle_seconds", "60"));
  CHECK_FALSE(changeSetting(file.path(), "media", "/a\nfoo = 1"));
  const auto unknown = changeSetting(file.path(), "languages", "fi");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().nearest == "language");
  CHECK(file.content() == before);
  const File broken("language = \n");
  CHECK_FALSE(changeSetting(broken.path(), "language", "fi"));
  CHECK(broken.content() == "language = \n");
}

TEST_CASE("a change that would go into a table is refused") {
  for (const char* before : {"language = \"fi\"\n[display]\n", "[[display]]\nidle_seconds = 90"}) {
    const File file(before);
    const auto changed = changeSetting(file.path(), "idle_seconds", 90);
    REQUIRE_FALSE(changed);
    CHECK(changed.error().key == "idle_seconds");
    CHECK(file.content() == before);
  }
  const File file("language = \"fi\"\n[display]\n");
  REQUIRE(changeSetting(file.path(), "language", "de"));
  CHECK(file.content() == "language = \"de\"\n[display]\n");
}

TEST_CASE("a byte-order mark stays, and moves no change") {
  const std::string mark = "\xef\xbb\xbf";
  const File file(mark + "idle_seconds = 60 # ours\nlanguage = \"fi\"\n");
  REQUIRE(changeSetting(file.path(), "idle_seconds", 120));
  REQUIRE(changeSetting(file.path(), "language", "de"));
  REQUIRE(changeSetting(file.path(), "volume_percent", 5));
  CHECK(file.content() ==
        mark + "idle_seconds = 120 # ours\nlanguage = \"de\"\nvolume_percent = 5\n");
  CHECK(readSettings(file.path()));
}

TEST_CASE("every default can be written, read and changed to itself") {
  const tests::TemporaryFolder folder;
  const fs::path path = folder.path() / "hallpass.toml";
  const Settings defaults;
  for (const hallpass::SettingKey& key : hallpass::settingKeys()) {
    INFO(key.name);
    CHECK(changeSetting(path, key.name, key.get(defaults)));
    CHECK(contentOf(path) == hallpass::settingsText(defaults));
  }
  const auto read = readSettings(path);
  REQUIRE(read);
  CHECK(*read == defaults);
}

TEST_CASE("the settings file that comes with the program is the one that the program writes") {
  CHECK(contentOf(SETTINGS_DEFAULTS) == hallpass::settingsText(Settings{}));
}

TEST_CASE("the manual names every setting with its default, and no other") {
  const std::string manual = contentOf(SETTINGS_MANUAL);
  std::size_t named = 0;
  for (std::size_t at = manual.find("\n.BR "); at != manual.npos;
       at = manual.find("\n.BR ", at + 1)) {
    named += manual.compare(at, 11, "\n.BR hallpa") != 0 ? 1 : 0;
  }
  CHECK(named == hallpass::settingKeys().size());
  for (const hallpass::SettingKey& key : hallpass::settingKeys()) {
    std::string value = hallpass::toToml(key.get(Settings{}));
    for (std::size_t at = 0; (at = value.find('"', at)) != value.npos; at += 4) {
      value.replace(at, 1, "\\(dq");
    }
    const std::string line = "\n.BR " + std::string(key.name) + " \" = " + value + "\"\n";
    INFO(line);
    CHECK(manual.find(line) != manual.npos);
  }
}

TEST_CASE("a bit of the settings that turns over gives other settings that may be, or a mistake") {
  constexpr int kFlips = 500;
  const std::string whole = hallpass::settingsText({});
  std::mt19937 random(20261121);
  int mistakes = 0;
  int others = 0;
  for (int flip = 0; flip < kFlips; ++flip) {
    std::string content = whole;
    char& byte = content[random() % content.size()];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << random() % 8));
    const File file(content);
    const auto found = findSettings(file.path());
    mistakes += found.mistakes.empty() ? 0 : 1;
    others += found.settings == Settings{} ? 0 : 1;
    // Whatever came of it is what a venue could have written.
    const File again(hallpass::settingsText(found.settings));
    const auto read = readSettings(again.path());
    REQUIRE(read);
    CHECK(*read == found.settings);
  }
  CHECK(mistakes > 0);
  CHECK(others > 0);
}

TEST_CASE("a bit of the settings that turns over is found, or leaves values in their ranges",
          "[bit-rot]") {
  Settings set;
  set.idleSeconds = 90;
  set.sleepFrom = DayTime{};
  set.sleepUntil = hallpass::parseDayTime("06:30");
  set.media = "/run/media/venue";
  const std::string whole = hallpass::settingsText(set);
  const char* asked = std::getenv("HALLPASS_FLIPS");  // NOLINT(concurrency-mt-unsafe)
  std::mt19937 random(6);
  int found = 0;
  int same = 0;
  int other = 0;
  for (int number = asked == nullptr ? 200 : std::atoi(asked) / 4; number > 0; --number) {
    std::string bytes = whole;
    char& byte = bytes[random() % bytes.size()];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << random() % 8));
    const File file(bytes);
    const hallpass::SettingsFound now = findSettings(file.path());
    const bool isFound = !now.mistakes.empty();
    const bool isSame = now.settings == set;
    found += isFound ? 1 : 0;
    same += !isFound && isSame ? 1 : 0;
    other += !isFound && !isSame ? 1 : 0;
    // Written anew, what was read is taken without a mistake: each value is in its range.
    CHECK(readSettings(File(hallpass::settingsText(now.settings)).path()).ok());
  }
  std::printf("bit rot, settings: %d found, %d harmless, %d other values in their ranges\n", found,
              same, other);
  CHECK(found > 0);
  CHECK(same > 0);
}

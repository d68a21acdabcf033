// A settings file, read, written, and with one value changed.
#include "kiosk/settings/settings.h"

#include <fstream>

#include "tests/fuzz/fuzz.h"
#include "tests/support/temporary_folder.h"

namespace tests {
namespace {

using hallpass::Settings;

void writeText(const std::filesystem::path& file, std::string_view text) {
  std::ofstream(file, std::ios::binary) << text;
}

void checkMistakes(const std::vector<hallpass::SettingMistake>& mistakes) {
  unsigned before = 0;
  for (const hallpass::SettingMistake& mistake : mistakes) {
    must(mistake.sentence.size() > 10, "a mistake is a sentence");
    must(mistake.line >= before, "mistakes stand in the order of their lines");
    before = mistake.line;
  }
}

void checkRanges(const Settings& settings) {
  must(settings.idleSeconds >= 45 && settings.idleSeconds <= 300, "idle_seconds is in its range");
  must(settings.brightnessPercent >= 5 && settings.brightnessPercent <= 100,
       "nobody sets a screen so dark that nobody finds it");
  must(settings.rotationDegrees % 90 == 0, "a screen stands on one of its sides");
  must(settings.sleepFrom.has_value() == settings.sleepUntil.has_value(), "sleep ends");
  must(settings.media.is_absolute(), "sticks have an absolute folder");
}

/// The file with one value changed keeps the others; a file with mistakes does not change where it
/// refuses.
void checkChanged(const std::filesystem::path& file, const hallpass::SettingsFound& before) {
  const auto changed = hallpass::changeSetting(file, "idle_seconds", std::int64_t{123});
  const hallpass::SettingsFound after = hallpass::findSettings(file);
  Settings expected = before.settings;
  if (changed) expected.idleSeconds = 123;
  must(after.settings == expected, "one setting changes, and no other");
}

}  // namespace

void fuzzOne(std::string_view bytes) {
  static const TemporaryFolder kFolder;
  const auto file = kFolder.path() / "hallpass.toml";
  writeText(file, bytes);
  const hallpass::SettingsFound found = hallpass::findSettings(file);
  checkMistakes(found.mistakes);
  checkRanges(found.settings);
  must(hallpass::readSettings(file).ok() == found.mistakes.empty(), "a mistake is a refusal");
  checkChanged(file, found);
  writeText(file, hallpass::settingsText(found.settings));
  const auto again = hallpass::readSettings(file);
  must(again.ok(), "what was written can be read");
  must(*again == found.settings, "settings come back as they were written");
}

}  // namespace tests

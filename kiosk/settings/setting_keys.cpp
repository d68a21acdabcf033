#include "kiosk/settings/setting_keys.h"

#include <algorithm>

#include "kiosk/domain/language.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::size_t kLongestPath = 4095;

template <int Settings::*field, int least, int most>
bool putNumber(Settings& settings, const SettingValue& value) {
  const auto* number = std::get_if<std::int64_t>(&value);
  if (number == nullptr || *number < least || *number > most) return false;
  settings.*field = static_cast<int>(*number);
  return true;
}

template <int Settings::*field>
SettingValue getNumber(const Settings& settings) {
  return std::int64_t{settings.*field};
}

template <bool Settings::*field>
bool putFlag(Settings& settings, const SettingValue& value) {
  const auto* flag = std::get_if<bool>(&value);
  if (flag != nullptr) settings.*field = *flag;
  return flag != nullptr;
}

template <bool Settings::*field>
SettingValue getFlag(const Settings& settings) {
  return settings.*field;
}

bool putLanguage(Settings& settings, const SettingValue& value) {
  const auto* id = std::get_if<std::string>(&value);
  const bool known = id != nullptr && std::any_of(kLanguages.begin(), kLanguages.end(),
                                                  [&](auto& one) { return one.id == *id; });
  if (known) settings.language = *id;
  return known;
}

bool putTheme(Settings& settings, const SettingValue& value) {
  const auto* id = std::get_if<std::string>(&value);
  const auto theme = id != nullptr ? themeOfId(*id) : std::nullopt;
  if (theme) settings.theme = *theme;
  return theme.has_value();
}

SettingValue getTheme(const Settings& settings) { return std::string(themeId(settings.theme)); }

bool putRenderer(Settings& settings, const SettingValue& value) {
  const auto* id = std::get_if<std::string>(&value);
  const auto renderer = id != nullptr ? rendererOfId(*id) : std::nullopt;
  if (renderer) settings.renderer = *renderer;
  return renderer.has_value();
}

SettingValue getRenderer(const Settings& settings) {
  return std::string(rendererId(settings.renderer));
}

bool putMedia(Settings& settings, const SettingValue& value) {
  const auto* path = std::get_if<std::string>(&value);
  if (path == nullptr || path->size() > kLongestPath || platform::hasControls(*path)) return false;
  if (!std::filesystem::path(*path).is_absolute()) return false;
  settings.media = *path;
  return true;
}

constexpr std::size_t kLongestAddress = 1000;

/// The file may be read by all: a password belongs into libpq's own file for them.
bool putDepot(Settings& settings, const SettingValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr || !isDepotAddress(*text)) return false;
  settings.depot = *text;
  return true;
}

bool putScreenMm(Settings& settings, const SettingValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return false;
  const auto extent = parseExtent(*text);
  if (!extent && !text->empty()) return false;
  settings.screenMm = extent;
  return true;
}

bool putRotation(Settings& settings, const SettingValue& value) {
  Settings turned;
  if (!putNumber<&Settings::rotationDegrees, 0, 270>(turned, value)) return false;
  if (turned.rotationDegrees % 90 != 0) return false;
  settings.rotationDegrees = turned.rotationDegrees;
  return true;
}

template <std::optional<DayTime> Settings::*field>
bool putTime(Settings& settings, const SettingValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return false;
  const auto time = parseDayTime(*text);
  if (!time && !text->empty()) return false;
  settings.*field = time;
  return true;
}

template <auto field>
SettingValue getOptionalText(const Settings& settings) {
  const auto& value = settings.*field;
  return value ? toText(*value) : std::string();
}

SettingValue getLanguage(const Settings& settings) { return settings.language; }
SettingValue getDepot(const Settings& settings) { return settings.depot; }
SettingValue getMedia(const Settings& settings) { return settings.media.string(); }

std::vector<SettingKey> keysOfRoom() {
  return {
      {"idle_seconds", "Seconds without a touch until a visit asks \"Still there?\".\n",
       "a whole number from 45 to 300, without quotes", putNumber<&Settings::idleSeconds, 45, 300>,
       getNumber<&Settings::idleSeconds>},
      {"retention_days",
       "Days after which students' names are erased by themselves. Counts and the journal stay.\n",
       "a whole number from 1 to 3650, without quotes",
       putNumber<&Settings::retentionDays, 1, 3650>, getNumber<&Settings::retentionDays>},
      {"disk_reserve_mib",
       "With less than so many MiB left on the disk of the ledger, no code is handed out.\n",
       "a whole number from 1 to 65536, without quotes",
       putNumber<&Settings::diskReserveMiB, 1, 65536>, getNumber<&Settings::diskReserveMiB>},
      {"backups_kept",
       "So many copies of the ledger are kept beside it, the newest ones. Names go from them when\n"
       "they go from the ledger.\n",
       "a whole number from 1 to 1000, without quotes", putNumber<&Settings::backupsKept, 1, 1000>,
       getNumber<&Settings::backupsKept>},
      {"language",
       "The language of the screens where neither the class nor the student chose one:\n"
       "en, fi, sv, de, fr, es, pt or ja.\n",
       "one of \"en\", \"fi\", \"sv\", \"de\", \"fr\", \"es\", \"pt\" and \"ja\"", putLanguage,
       getLanguage},
      {"depot",
       "The PostgreSQL database that the kiosks of a venue share their codes through, as libpq\n"
       "writes it, such as \"host=a,b dbname=depot user=room_1 sslmode=verify-full\"; \"\" = "
       "none.\n",
       "a connection string without a password, or \"\"", putDepot, getDepot},
      {"media", "The folder below which USB sticks are mounted.\n",
       "the full path of a folder, such as \"/run/media/hallpass\"", putMedia, getMedia},
  };
}

std::vector<SettingKey> keysOfMachine() {
  return {
      {"screen_mm",
       "The real width and height of the screen in millimetres, where it reports wrong ones and\n"
       "all is too small or too large; \"\" = as the screen says.\n",
       "a size such as \"344x194\", or \"\"", putScreenMm, getOptionalText<&Settings::screenMm>},
      {"theme",
       "The colours of the screens: light, dark, black-on-white or white-on-black. A student may\n"
       "choose others for one visit.\n",
       "one of \"light\", \"dark\", \"black-on-white\" and \"white-on-black\"", putTheme, getTheme},
      {"renderer",
       "What draws the screens: gl, the graphics card; cpu, the processor; auto, the card where\n"
       "there is one that draws.\n",
       "one of \"auto\", \"gl\" and \"cpu\"", putRenderer, getRenderer},
      {"volume_percent", "Loudness.\n", "a whole number from 0 to 100, without quotes",
       putNumber<&Settings::volumePercent, 0, 100>, getNumber<&Settings::volumePercent>},
      {"brightness_percent", "Brightness of the screen, where the machine can set it.\n",
       "a whole number from 5 to 100, without quotes",
       putNumber<&Settings::brightnessPercent, 5, 100>, getNumber<&Settings::brightnessPercent>},
      {"rotation_degrees", "How far the picture is turned clockwise: 0, 90, 180 or 270.\n",
       "0, 90, 180 or 270, without quotes", putRotation, getNumber<&Settings::rotationDegrees>},
      {"motion", "Screens that somebody asked for slide in: true or false.\n",
       "true or false, without quotes", putFlag<&Settings::motion>, getFlag<&Settings::motion>},
      {"speech",
       "The screens can be heard, by a headset that is plugged in or F1 that is held: true or "
       "false.\n",
       "true or false, without quotes", putFlag<&Settings::speech>, getFlag<&Settings::speech>},
      {"sounds",
       "A short sound for what is touched, done or not taken, as loud as volume_percent:\n"
       "true or false.\n",
       "true or false, without quotes", putFlag<&Settings::sounds>, getFlag<&Settings::sounds>},
      {"sleep_from",
       "The screen is dark from sleep_from to sleep_until, times of the device such as \"22:00\";\n"
       "a touch wakes it. \"\" for both = never.\n",
       "a time such as \"22:00\", or \"\"", putTime<&Settings::sleepFrom>,
       getOptionalText<&Settings::sleepFrom>},
      {"sleep_until", "", "a time such as \"06:30\", or \"\"", putTime<&Settings::sleepUntil>,
       getOptionalText<&Settings::sleepUntil>},
  };
}

std::vector<SettingKey> allKeys() {
  std::vector<SettingKey> keys = keysOfRoom();
  for (const SettingKey& key : keysOfMachine()) keys.push_back(key);
  return keys;
}

/// A key as people mean it, whichever way they join its words.
std::string plain(std::string_view name) {
  std::string text;
  for (const char c : name.substr(0, 64)) {
    if (c == '_' || c == '-' || c == ' ') continue;
    text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return text;
}

/// How many letters must be added, left out, replaced or swapped with their neighbour to make `one`
/// of `other` (the optimal string alignment distance).
std::size_t distance(const std::string& one, const std::string& other) {
  std::vector<std::vector<std::size_t>> cost(one.size() + 1,
                                             std::vector<std::size_t>(other.size() + 1));
  for (std::size_t i = 0; i <= one.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= other.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t replaced = cost[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replaced});
      const bool swapped =
          i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[one.size()][other.size()];
}

}  // namespace

bool isDepotAddress(std::string_view text) {
  if (text.size() > kLongestAddress || platform::hasControls(text)) return false;
  if (text.find("password") != std::string_view::npos) return false;
  const auto scheme = text.find("://");
  const auto at = text.find('@');
  if (scheme == std::string_view::npos || at == std::string_view::npos) return true;
  const auto colon = text.find(':', scheme + 1);
  return colon == std::string_view::npos || colon > at;
}

const std::vector<SettingKey>& settingKeys() {
  static const std::vector<SettingKey> keys = allKeys();
  return keys;
}

const SettingKey* settingKey(std::string_view name) {
  for (const SettingKey& key : settingKeys()) {
    if (key.name == name) return &key;
  }
  return nullptr;
}

std::string_view nearestKey(std::string_view name) {
  const std::string meant = plain(name);
  std::string_view nearest;
  std::size_t fewest = std::string_view::npos;
  for (const SettingKey& key : settingKeys()) {
    const std::string right = plain(key.name);
    const std::size_t mistakes = distance(meant, right);
    if (mistakes >= fewest || mistakes > std::max(meant.size(), right.size()) / 3) continue;
    fewest = mistakes;
    nearest = key.name;
  }
  return nearest;
}

std::string toToml(const SettingValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  std::string text = "\"";
  for (const char c : std::get<std::string>(value)) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text += '"';
}

}  // namespace hallpass

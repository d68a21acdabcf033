#include "kiosk/settings/settings.h"

#include <toml++/toml.h>

#include <algorithm>

#include "kiosk/settings/setting_keys.h"

namespace hallpass {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} * 1024;
/// What some editors begin a file with; toml++ counts no column for it.
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

std::string inQuotes(std::string_view text) {
  std::string quoted = "\"";
  quoted += text;
  return quoted += '"';
}

SettingMistake mistakeAt(unsigned line, std::string_view key, const std::string& what) {
  SettingMistake mistake;
  mistake.line = line;
  mistake.key = key;
  if (line > 0) mistake.sentence = "line " + std::to_string(line) + ": ";
  mistake.sentence += what;
  return mistake;
}

SettingMistake unknownKey(unsigned line, std::string_view name) {
  const std::string_view nearest = nearestKey(name);
  std::string what = inQuotes(name) + " is not a setting. ";
  if (!nearest.empty()) {
    what += "Did you mean " + inQuotes(nearest) + "?";
  } else {
    what += "Remove it, or use one of: ";
    for (const SettingKey& key : settingKeys()) {
      if (key.name != settingKeys().front().name) what += ", ";
      what += key.name;
    }
    what += ".";
  }
  SettingMistake mistake = mistakeAt(line, name, what);
  mistake.nearest = nearest;
  return mistake;
}

SettingMistake wrongValue(unsigned line, const SettingKey& key) {
  return mistakeAt(line, key.name, inQuotes(key.name) + " must be " + std::string(key.takes) + ".");
}

/// nullopt for what no setting is: a table, a list, a date, 1.5.
std::optional<SettingValue> valueOf(const toml::node& node) {
  if (const auto* number = node.as_integer()) return number->get();
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* flag = node.as_boolean()) return flag->get();
  return std::nullopt;
}

void readKeys(const toml::table& table, SettingsFound& found) {
  for (const auto& [name, node] : table) {
    const unsigned line = static_cast<unsigned>(node.source().begin.line);
    const SettingKey* key = settingKey(name.str());
    if (key == nullptr) {
      found.mistakes.push_back(unknownKey(line, name.str()));
      continue;
    }
    const auto value = valueOf(node);
    if (!value || !key->put(found.settings, *value))
      found.mistakes.push_back(wrongValue(line, *key));
  }
  std::stable_sort(found.mistakes.begin(), found.mistakes.end(),
                   [](auto& one, auto& other) { return one.line < other.line; });
}

/// Half of a pair would be a device that never sleeps, or never wakes by itself.
void checkSleep(SettingsFound& found) {
  Settings& settings = found.settings;
  if (settings.sleepFrom.has_value() == settings.sleepUntil.has_value()) return;
  settings.sleepFrom.reset();
  settings.sleepUntil.reset();
  if (!found.mistakes.empty()) return;  // Of which this may be no more than the consequence.
  found.mistakes.push_back(mistakeAt(
      0, "sleep_from",
      "\"sleep_from\" and \"sleep_until\" go together. Write both times, or \"\" for both."));
}

SettingsFound parsed(const std::string& content) {
  SettingsFound found;
  try {
    readKeys(toml::parse(content), found);
  } catch (const toml::parse_error& error) {
    const unsigned line = static_cast<unsigned>(error.source().begin.line);
    found.mistakes.push_back(mistakeAt(
        line, "", "this is not TOML. " + std::string(error.description()) + ". Mend the line."));
  }
  checkSleep(found);
  return found;
}

/// The lines of `text`, each with its end.
std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
    lines.push_back(text.substr(at, end + 1 - at));
    at = end + 1;
  }
  return lines;
}

/// How many bytes of `line` its first `characters` code points take.
std::size_t bytesOf(const std::string& line, std::size_t characters) {
  std::size_t at = 0;
  const auto continues = [&] { return (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U; };
  for (; characters > 0 && at < line.size(); --characters) {
    ++at;
    while (at < line.size() && continues()) ++at;
  }
  return at;
}

/// `content`, without a byte-order mark, with the value of `key` replaced, or with the key added at
/// its end.
std::string replaced(const std::string& content, std::string_view key, const std::string& value) {
  const toml::table table = toml::parse(content);
  const toml::node* node = table.get(key);
  std::string text = content;
  if (node == nullptr) {
    if (!text.empty() && text.back() != '\n') text += '\n';
    text += key;
    text += " = ";
    return (text += value) += '\n';
  }
  const toml::source_region& where = node->source();
  const auto lines = linesOf(content);
  const auto byteAt = [&](const toml::source_position& position) {
    std::size_t at = 0;
    for (std::size_t line = 0; line + 1 < position.line; ++line) at += lines[line].size();
    return at + bytesOf(lines[position.line - 1], position.column - 1);
  };
  const std::size_t begin = byteAt(where.begin);
  return text.replace(begin, byteAt(where.end) - begin, value);
}

/// `content`, which may begin with a byte-order mark, with `key` set to `value`.
std::string withValue(const std::string& content, std::string_view key, const SettingValue& value) {
  const std::size_t mark = content.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  return content.substr(0, mark) + replaced(content.substr(mark), key, toToml(value));
}

bool hasValue(const std::string& content, std::string_view key, const SettingValue& value) {
  const toml::table table = toml::parse(content);
  const toml::node* node = table.get(key);
  return node != nullptr && valueOf(*node) == value;
}

}  // namespace

SettingsFound findSettings(const std::filesystem::path& file) {
  const auto content = platform::readFile(file, kMostBytes);
  if (content) return parsed(*content);
  SettingsFound found;
  if (content.error() != platform::FileRefusal::NotFound) {
    found.mistakes.push_back(mistakeAt(0, "", platform::sentence(content.error(), file)));
  }
  return found;
}

SettingsFound findSettingsIn(const std::string& content) { return parsed(content); }

platform::Result<Settings, std::vector<SettingMistake>> readSettings(
    const std::filesystem::path& file) {
  SettingsFound found = findSettings(file);
  if (!found.mistakes.empty()) return std::move(found.mistakes);
  return std::move(found.settings);
}

platform::Result<platform::Done, SettingMistake> changeSetting(const std::filesystem::path& file,
                                                               std::string_view key,
                                                               const SettingValue& value) {
  const SettingKey* known = settingKey(key);
  if (known == nullptr) return unknownKey(0, key);
  Settings trial;
  if (!known->put(trial, value)) return wrongValue(0, *known);
  const auto content = platform::readFile(file, kMostBytes);
  if (!content && content.error() != platform::FileRefusal::NotFound) {
    return mistakeAt(0, key, platform::sentence(content.error(), file));
  }
  const std::string before = content ? *content : settingsText(Settings{});
  try {
    const std::string after = withValue(before, key, value);
    if (!hasValue(after, key, value)) {
      return mistakeAt(0, key,
                       inQuotes(key) +
                           " cannot be added below a table. Remove the table: it is no "
                           "setting.");
    }
    const auto written = platform::exportFile(file, after);
    if (!written) return mistakeAt(0, key, platform::sentence(written.error(), file));
  } catch (const toml::parse_error& error) {
    return mistakeAt(static_cast<unsigned>(error.source().begin.line), key,
                     "this is not TOML. Mend the line before a setting can be changed.");
  }
  return platform::Done{};
}

std::string settingsText(const Settings& settings) {
  std::string text =
      "# The settings of Hallpass. A line that begins with # is a comment; a setting that is left\n"
      "# out has the value that it has here. After a change: hallpass config check\n"
      "# The kiosk takes it up when it starts again.\n";
  for (const SettingKey& key : settingKeys()) {
    if (!key.about.empty()) text += '\n';
    for (const std::string& line : linesOf(std::string(key.about))) text += "# " + line;
    text += key.name;
    text += " = ";
    (text += toToml(key.get(settings))) += '\n';
  }
  return text;
}

std::filesystem::path settingsFile(const std::filesystem::path& data) {
  return data / "hallpass.toml";
}

}  // namespace hallpass

#include <algorithm>
#include <memory>

#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"
#include "kiosk/settings/setting_keys.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

ordered_json jsonOf(const SettingValue& value) {
  return std::visit([](const auto& plain) { return ordered_json(plain); }, value);
}

ordered_json jsonOf(const std::vector<SettingMistake>& mistakes) {
  ordered_json all = ordered_json::array();
  for (const SettingMistake& mistake : mistakes) {
    ordered_json one{{"line", mistake.line}, {"sentence", mistake.sentence}};
    if (!mistake.key.empty()) one["key"] = mistake.key;
    if (!mistake.nearest.empty()) one["nearest"] = mistake.nearest;
    all.push_back(std::move(one));
  }
  return all;
}

std::string textOf(const std::filesystem::path& file, const std::vector<SettingMistake>& mistakes) {
  std::string text;
  for (const SettingMistake& mistake : mistakes) {
    text += harmlessLine(file.string() + ", " + mistake.sentence) + "\n";
  }
  return text;
}

std::string rightText(const std::filesystem::path& file, bool there) {
  const std::string named = harmlessLine("\"" + file.string() + "\"");
  return there ? named + " is right.\n" : named + " is not there: all settings are the defaults.\n";
}

/// A file that was named must be there; that of the device need not be.
Answer check(const std::filesystem::path& file, bool named) {
  std::error_code error;
  const bool there = std::filesystem::exists(file, error);
  if (named && !there) return complaint(platform::FileRefusal::NotFound, file.string());
  const SettingsFound found = findSettings(file);
  Report report;
  report.json = {{"right", found.mistakes.empty()},
                 {"file", file.string()},
                 {"mistakes", jsonOf(found.mistakes)}};
  report.text = found.mistakes.empty() ? rightText(file, there) : textOf(file, found.mistakes);
  if (!found.mistakes.empty()) report.status = ExitStatus::Refused;
  return report;
}

/// What the kiosk would start with: a mistake leaves its setting at the default.
Answer show(Session& session) {
  const SettingsFound found = findSettings(session.config());
  Report report;
  ordered_json values = ordered_json::object();
  for (const SettingKey& key : settingKeys()) {
    const SettingValue value = key.get(found.settings);
    values[std::string(key.name)] = jsonOf(value);
    report.text += std::string(key.name) + " = " + harmlessLine(toToml(value)) + "\n";
  }
  report.json = {{"file", session.config().string()},
                 {"settings", std::move(values)},
                 {"mistakes", jsonOf(found.mistakes)}};
  if (found.mistakes.empty()) return report;
  report.text += "With the default for what is wrong:\n";
  report.text += textOf(session.config(), found.mistakes);
  report.status = ExitStatus::Refused;
  return report;
}

/// Never over a file that is there: it may be somebody's work.
Answer init(Session& session) {
  const std::filesystem::path& file = session.config();
  std::error_code error;
  if (std::filesystem::exists(file, error)) {
    return Complaint{"FileThere", "\"" + file.string() +
                                      "\" is there already. Change it, or move it away first."};
  }
  const auto folder = platform::makeFolder(std::filesystem::absolute(file).parent_path());
  const auto written = folder ? platform::exportFile(file, settingsText({})) : folder;
  if (!written) return complaint(written.error(), file.string());
  Report report;
  report.json = {{"file", file.string()}};
  report.text = "Written: " + harmlessLine(file.string()) + "\n";
  return report;
}

Command addSettingsCommand(Command group, Asked& asked, const std::string& name,
                           const std::string& description, const std::string& example) {
  Command command = addCommand(group, asked, name, description, example);
  command.option("--config", asked.config, "The settings; DIR/hallpass.toml if not given")
      .typeName("FILE");
  return command;
}

void addCheck(Command group, Asked& asked) {
  Command command = addSettingsCommand(
      group, asked, "check", "Say every mistake in the settings; status 1 if there is one",
      "hallpass config check\n  hallpass config check /etc/hallpass/hallpass.toml");
  const auto file = std::make_shared<std::string>();
  command.option("FILE", *file, "Of this file, not of the device's").typeName("");
  command.whenNamed([&asked, file] {
    asked.work = [&asked, file](Session& session) {
      if (!file->empty()) return check(*file, true);
      return check(session.config(), !asked.config.empty());
    };
  });
}

}  // namespace

void addConfigCommand(Command app, Asked& asked) {
  Command group = addGroup(app, "config", "The settings: check them, show them, begin a file",
                           "hallpass config check\n  hallpass config show");
  addCheck(group, asked);
  addSettingsCommand(group, asked, "show", "Print every setting with its value",
                     "hallpass config show")
      .whenNamed([&asked] { asked.work = show; });
  addSettingsCommand(group, asked, "init", "Write a settings file with its explanations",
                     "hallpass config init")
      .whenNamed([&asked] { asked.work = init; });
}

}  // namespace hallpass

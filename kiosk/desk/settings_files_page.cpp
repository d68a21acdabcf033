// Settings that a venue wrote beforehand, from a stick: checked, looked at, and only then taken.
#include <utility>

#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/stick_page.h"
#include "kiosk/settings/setting_keys.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

constexpr std::size_t kMostBytes = std::size_t{64} * 1024;

/// The names of the settings that differ, as the file has them.
std::string differing(const Settings& before, const Settings& after) {
  std::string names;
  for (const SettingKey& key : settingKeys()) {
    if (key.get(before) == key.get(after)) continue;
    if (!names.empty()) names += ", ";
    names += key.name;
  }
  return names;
}

Step take(const DeskTools& tools, const std::string& content, const std::string& names) {
  if (const auto written = platform::replaceFile(tools.machine->file, content); !written) {
    return sayTrouble(tools, tr("The settings were not changed"),
                      platform::sentence(written.error(), tools.machine->file));
  }
  recordDeed(tools, Event::SettingsTaken, {{"keys", names}});
  return RestartProgram{};
}

Step ask(const DeskTools& tools, std::string content, std::string names) {
  NoticeView view;
  view.screen = "settings-to-take";
  view.headline = tr("Take these settings?");
  view.detail = filled(tr("These become different: {keys}. All others of the file are as they are "
                          "now. The program starts again with them."),
                       {{"keys", names}});
  view.other = DeskButton{"leave", tr("Back")};
  view.main = DeskButton{"take", tr("Take them")};
  return OpenPage{std::make_unique<NoticePage>(
      tools, std::move(view), [tools, content = std::move(content), names = std::move(names)] {
        return take(tools, content, names);
      })};
}

Step look(const DeskTools& tools, const platform::MediaFile& file) {
  auto content = platform::readFile(file.path, kMostBytes, platform::Links::Refused);
  if (!content) {
    return sayTrouble(tools, tr("The file could not be read"),
                      readingSentence(content.error(), file));
  }
  const SettingsFound found = findSettingsIn(*content);
  if (!found.mistakes.empty()) {
    return sayTrouble(tools, tr("The file has a mistake"),
                      filled(tr("Nothing was changed. {mistake}"),
                             {{"mistake", found.mistakes.front().sentence}}));
  }
  std::string names = differing(tools.machine->settings, found.settings);
  if (!names.empty()) return ask(tools, std::move(*content), std::move(names));
  NoticeView view;
  view.screen = "settings-are-set";
  view.sign = Sign::Good;
  view.headline = tr("This device has these settings already");
  view.main = DeskButton{"understood", tr("Back")};
  return OpenPage{std::make_unique<NoticePage>(tools, std::move(view))};
}

}  // namespace

std::unique_ptr<DeskPage> settingsFilesPage(const DeskTools& tools) {
  StickAsk ask;
  ask.screen = "settings-files";
  ask.title = tr("Choose the file of settings");
  ask.endings = {"toml"};
  ask.pick = [tools](const platform::MediaFile& file) { return look(tools, file); };
  return std::make_unique<StickPage>(tools, std::move(ask));
}

}  // namespace hallpass

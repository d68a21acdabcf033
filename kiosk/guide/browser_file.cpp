#include <initializer_list>

#include "kiosk/guide/guide_files.h"

namespace hallpass {
namespace {

DeviceKind readDevice(AssetTable& table) {
  const std::string word = table.text("device", kLongestTitle);
  if (!word.empty() && word != "computer" && word != "phone") {
    table.mistake("device", "is " + notOneOf(word, {"computer", "phone"}));
  }
  return word == "phone" ? DeviceKind::Phone : DeviceKind::Computer;
}

struct Key {
  const char* name;
  const std::string& text;
};

void refuseKeys(AssetTable& table, const char* device, std::initializer_list<Key> keys) {
  for (const Key& key : keys) {
    if (key.text.empty()) continue;
    table.mistake(key.name, "is not for a " + std::string(device) + ". Remove it.");
  }
}

void checkDevice(AssetTable& table, const Browser& browser) {
  if (browser.device == DeviceKind::Computer) {
    refuseKeys(table, "computer", {{"android", browser.android}, {"iphone", browser.iphone}});
    if (browser.menu.empty()) {
      table.mistake("menu", "is missing. A computer's browser needs: menu = \"...\"");
    }
    return;
  }
  refuseKeys(table, "phone",
             {{"menu", browser.menu}, {"keys", browser.keys}, {"keys_mac", browser.keysMac}});
  if (browser.android.empty() && browser.iphone.empty()) {
    table.mistake("android",
                  "is missing. A phone's browser needs: android = \"...\" or iphone = \"...\"");
  }
}

}  // namespace

std::vector<Browser> readBrowsers(const toml::table& content, const Known& known,
                                  Mistakes& mistakes) {
  GuideTable file(AssetTable(content, mistakes), known);
  std::vector<Browser> browsers;
  std::vector<std::string> ids;
  for (GuideTable& table : file.tables("browsers")) {
    Browser browser;
    browser.device = readDevice(table.plain());
    browser.id = table.id(ids);
    if (isAssetId(browser.id)) table.checkPicture("id", "browser-" + browser.id);
    browser.name = table.plain().text("name", kLongestTitle);
    browser.called = table.words("called", kLongestTitle);
    browser.menu = table.words("menu", kLongestCardBody, Presence::Optional);
    browser.keys = table.words("keys", kLongestAgree, Presence::Optional);
    browser.keysMac = table.words("keys_mac", kLongestAgree, Presence::Optional);
    browser.android = table.words("android", kLongestCardBody, Presence::Optional);
    browser.iphone = table.words("iphone", kLongestCardBody, Presence::Optional);
    browser.mark = table.words("mark", kLongestCardBody);
    browser.trap = table.words("trap", kLongestCardBody, Presence::Optional);
    browser.facts = table.facts();
    checkDevice(table.plain(), browser);
    table.plain().refuseOtherKeys();
    browsers.push_back(std::move(browser));
  }
  file.plain().refuseOtherKeys();
  return browsers;
}

}  // namespace hallpass

#include "kiosk/domain/class_settings.h"

#include <algorithm>

#include "kiosk/domain/language.h"
#include "platform/base/text.h"

namespace hallpass {

bool isClassAccount(std::string_view account) {
  return std::find(kClassAccounts.begin(), kClassAccounts.end(), account) != kClassAccounts.end();
}

bool isLanguage(std::string_view id) {
  return std::any_of(kLanguages.begin(), kLanguages.end(),
                     [&](const Language& language) { return language.id == id; });
}

std::vector<std::string> languageIds(std::string_view list) {
  if (list.empty()) return {};
  std::vector<std::string> ids;
  for (std::size_t comma = list.find(','); comma != list.npos; comma = list.find(',')) {
    ids.emplace_back(platform::trim(list.substr(0, comma)));
    list.remove_prefix(comma + 1);
  }
  ids.emplace_back(platform::trim(list));
  return ids;
}

std::vector<std::string> knownLanguages(const std::vector<std::string>& ids) {
  std::vector<std::string> known;
  for (const std::string& id : ids) {
    const bool isNew = std::find(known.begin(), known.end(), id) == known.end();
    if (isNew && isLanguage(id)) known.push_back(id);
  }
  return known;
}

std::string languageList(const std::vector<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids) list += (list.empty() ? "" : ",") + id;
  return list;
}

}  // namespace hallpass

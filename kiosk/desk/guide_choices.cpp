#include "kiosk/desk/guide_choices.h"

#include <algorithm>

#include "kiosk/domain/class_settings.h"
#include "kiosk/domain/language.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

using Ids = std::vector<std::string>;

Ids allLanguages() {
  Ids all;
  for (const Language& language : kLanguages) all.emplace_back(language.id);
  return all;
}

/// What students are offered, never none.
Ids offered(const Ids& languages) {
  Ids known = knownLanguages(languages);
  return known.empty() ? allLanguages() : known;
}

bool holds(const Ids& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// `ids` as a class keeps them: `own` first, the others in kLanguages' order; none for what a class
/// has of which nothing is said.
Ids kept(const Ids& ids, const std::string& own) {
  Ids list{own};
  for (const Language& language : kLanguages) {
    if (language.id != own && holds(ids, language.id)) list.emplace_back(language.id);
  }
  return list == allLanguages() ? Ids{} : list;
}

/// Those of `ids` in kLanguages' order: a choice stays in its place when another one is taken.
std::vector<Language> inOrder(const Ids& ids) {
  std::vector<Language> list;
  std::copy_if(kLanguages.begin(), kLanguages.end(), std::back_inserter(list),
               [&](const Language& language) { return holds(ids, language.id); });
  return list;
}

}  // namespace

FormField accountField(const std::vector<AccountKind>& known, const std::string& account) {
  FormField field{"account", tr("Account that students use"), "", "", {}, 0, ""};
  for (const AccountKind kind : known) {
    if (name(kind) == account) field.chosen = field.choices.size();
    field.choices.emplace_back(tr(std::string(title(kind))));
  }
  return field;
}

FormField languagesField(const Ids& languages) {
  FormField field{"languages", tr("Languages"), "", "", {}, kLanguages.size(), ""};
  const Ids on = offered(languages);
  for (const Language& language : kLanguages) {
    if (holds(on, language.id)) field.on.push_back(field.choices.size());
    field.choices.emplace_back(language.ownName);
  }
  return field;
}

FormField beginsInField(const Ids& languages) {
  // TRANSLATORS: the label of a choice of languages: a visit begins in that one
  FormField field{"begins-in", tr("Begins in"), "", "", {}, 0, ""};
  const Ids on = offered(languages);
  for (const Language& language : inOrder(on)) {
    if (language.id == on.front()) field.chosen = field.choices.size();
    field.choices.emplace_back(language.ownName);
  }
  return field;
}

bool switchLanguage(Ids& languages, std::size_t option) {
  if (option >= kLanguages.size()) return true;
  const std::string id(kLanguages.at(option).id);
  Ids on = offered(languages);
  const auto found = std::find(on.begin(), on.end(), id);
  if (found == on.end()) {
    on.push_back(id);
  } else {
    if (on.size() == 1) return false;
    on.erase(found);
  }
  languages = kept(on, on.front());
  return true;
}

void beginIn(Ids& languages, std::size_t option) {
  const Ids on = offered(languages);
  const std::vector<Language> choices = inOrder(on);
  if (option < choices.size()) languages = kept(on, std::string(choices[option].id));
}

}  // namespace hallpass

#include "kiosk/room/event_values.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/domain/class_settings.h"
#include "kiosk/domain/language.h"
#include "kiosk/domain/lock.h"
#include "kiosk/domain/outcome.h"
#include "kiosk/guide/guide.h"
#include "kiosk/room/exports.h"
#include "platform/base/clock.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;
using platform::trc;

std::string lockShown(const std::string& id) {
  // TRANSLATORS: a lock is called by what it opens: "The instructor lock was opened."
  if (id == name(Lock::Instructor)) return trc("which lock", "instructor");
  if (id == name(Lock::Staff)) return trc("which lock", "staff");
  // TRANSLATORS: the lock that the recovery word opens
  if (id == name(Lock::Recovery)) return trc("which lock", "recovery");
  return id;
}

/// Of PINs that were kept there may be none.
std::string pinShown(const std::string& id) { return id == "none" ? tr("none") : lockShown(id); }

/// Why a desk was locked (Locks::locked()), or a kiosk was frozen (Leases::freeze()).
std::string reasonShown(const std::string& id) {
  // TRANSLATORS: this and the next three: why the desk was locked, in brackets
  if (id == "idle") return tr("nobody touched it");
  if (id == "limit") return tr("it was open for long enough");
  if (id == "left") return tr("somebody locked it");
  if (id == "handed-over") return tr("it was handed to a student");
  if (id == "visit-cleared") return tr("This visit is cleared");
  if (id == "restart") return tr("Restart the program");
  // TRANSLATORS: this and the next two: why the depot gives a kiosk nothing any more, in brackets
  if (id == "two-ledgers") return tr("two ledgers speak for it");
  if (id == "older-ledger") return tr("its ledger is an older one");
  if (id == "declared-lost") return tr("two people declared it lost");
  return id;
}

/// What of a class was changed, as the form calls it (recordChanged() of the classes).
std::string fieldShown(const std::string& id) {
  if (id == "title") return tr("Title");
  if (id == "from") return tr("From");
  if (id == "until") return tr("Until");
  if (id == "walk_ins") return tr("May others join the list?");
  if (id == "word") return tr("Class word, for the board");
  if (id == "idle_seconds") return tr("Ask \"Still there?\" after");
  if (id == "languages") return tr("Languages");
  if (id == "account") return tr("Account that students use");
  return id;
}

std::string deedShown(const std::string& id) {
  if (id == "restart the program") return tr("Restart the program");
  if (id == "restart the machine") return tr("Restart the machine");
  if (id == "switch the machine off") return tr("Switch off");
  return id;
}

std::string exportShown(const std::string& id) {
  const auto kind = std::find_if(kExportKinds.begin(), kExportKinds.end(),
                                 [&](ExportKind each) { return name(each) == id; });
  if (kind != kExportKinds.end()) return tr(title(*kind));
  return id == "backup" ? tr("Backup") : id;
}

std::string languageShown(const std::string& id) {
  const auto known = std::find_if(kLanguages.begin(), kLanguages.end(),
                                  [&](const Language& each) { return each.id == id; });
  return known == kLanguages.end() ? id : std::string(known->ownName);
}

std::string accountShown(const std::string& id) {
  const auto kind = accountKindNamed(id);
  return kind ? tr(std::string(title(*kind))) : id;
}

std::string answerShown(const std::string& id) {
  if (id == "yes") return tr("yes");
  return id == "no" ? tr("no") : id;
}

std::string timeShown(const std::string& text) {
  const auto time = platform::parseIsoTime(text);
  return time ? platform::toLocalText(*time) : text;
}

using Shown = std::string (*)(const std::string&);

/// Each of `ids` as `shown` says it, parted by commas.
std::string listShown(const std::vector<std::string>& ids, Shown shown) {
  std::string list;
  for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + shown(id);
  return list;
}

template <typename Kind>
std::string titleOr(const std::optional<Kind>& kind, const std::string& id) {
  return kind ? std::string(title(*kind)) : id;
}

struct FieldWords {
  std::string_view field;
  Shown shown;
};

constexpr FieldWords kWords[] = {
    {"lock", lockShown},
    {"why", reasonShown},
    {"deed", deedShown},
    {"what", exportShown},
    {"account", accountShown},
    {"walk_ins", answerShown},
    {"with_codes", answerShown},
    {"word", answerShown},
    {"network", answerShown},
    {"from", timeShown},
    {"until", timeShown},
    {"before", timeShown},
    {"after", timeShown},
    {"entry_before", timeShown},
    {"outcome", [](const std::string& id) { return titleOr(outcomeNamed(id), id); }},
    {"cause", [](const std::string& id) { return titleOr(causeNamed(id), id); }},
    {"changed", [](const std::string& ids) { return listShown(platform::words(ids), fieldShown); }},
    {"kept_pins", [](const std::string& ids) { return listShown(platform::words(ids), pinShown); }},
    {"languages",
     [](const std::string& ids) { return listShown(languageIds(ids), languageShown); }},
};

}  // namespace

std::string eventValue(const std::string& field, const std::string& value,
                       const std::filesystem::path& assets) {
  if (value.empty()) return value;
  if (field == "pass_type") {
    const auto type = loadPassType(assets, value);
    return type ? tr(type->title) : value;
  }
  const auto* const words =
      std::find_if(std::begin(kWords), std::end(kWords),
                   [&](const FieldWords& each) { return each.field == field; });
  return words == std::end(kWords) ? value : words->shown(value);
}

}  // namespace hallpass

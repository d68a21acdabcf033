#include "kiosk/ledger/current_class.h"

#include <string_view>

#include "kiosk/domain/class_settings.h"
#include "kiosk/ledger/database.h"

namespace hallpass {
namespace {

ClassState stateNamed(std::string_view name) {
  if (name == "open") return ClassState::Open;
  return name == "paused" ? ClassState::Paused : ClassState::Closed;
}

}  // namespace

std::optional<Class> readCurrentClass(Database& database) {
  Statement row = database.prepare(
      "SELECT id, title, pass_type, opens_at, ends_at, walk_ins, state, word, idle_seconds, "
      "languages, account FROM class ORDER BY id DESC LIMIT 1");
  if (!row.step()) return std::nullopt;
  Class current;
  current.id = {row.integer(0)};
  current.facts.title = row.text(1);
  current.facts.passType = row.text(2);
  current.facts.from = row.time(3);
  current.facts.until = row.time(4);
  current.facts.walkIns = row.integer(5) == 1 ? WalkIns::Allowed : WalkIns::Refused;
  current.state = stateNamed(row.text(6));
  current.facts.word = row.text(7);
  current.facts.idleSeconds = static_cast<int>(row.integer(8));
  current.facts.languages = knownLanguages(languageIds(row.text(9)));
  current.facts.account = row.text(10);
  return current;
}

}  // namespace hallpass

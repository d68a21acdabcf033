#include "kiosk/ledger/classes.h"

#include <string>

#include "kiosk/ledger/current_class.h"
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"

namespace hallpass {
namespace {

using platform::Done;
using platform::Result;

std::string timeText(const std::optional<platform::UtcTime>& time) {
  return time ? platform::toIsoText(*time) : std::string();
}

ClassId insertClass(Database& database, const NewClass& facts) {
  database
      .prepare(
          "INSERT INTO class (title, pass_type, opens_at, ends_at, walk_ins, state) "
          "VALUES (?1, ?2, ?3, ?4, ?5, 'open')")
      .bind(facts.title, facts.passType, facts.from, facts.until,
            facts.walkIns == WalkIns::Allowed ? 1 : 0)
      .run();
  return {database.lastInsertId()};
}

void recordOpened(Journal& journal, ClassId id, const NewClass& facts, Role role) {
  journal.append(Event::ClassOpened, role,
                 {{"class", std::to_string(id.value)},
                  {"title", facts.title},
                  {"pass_type", facts.passType},
                  {"from", timeText(facts.from)},
                  {"until", timeText(facts.until)},
                  {"walk_ins", facts.walkIns == WalkIns::Allowed ? "yes" : "no"}});
}

std::int64_t claimsOf(Database& database, ClassId id) {
  Statement row = database.prepare("SELECT count(*) FROM claim WHERE class = ?1");
  row.bind(id).step();
  return row.integer(0);
}

}  // namespace

Classes::Classes(Database& database, Journal& journal) : database_(database), journal_(journal) {}

Result<ClassId, Refusal> Classes::open(const NewClass& facts, Role role) {
  if (facts.until && *facts.until < facts.from.value_or(*facts.until)) return Refusal::BadWindow;
  if (facts.until && *facts.until < journal_.clock().now()) return Refusal::BadWindow;
  return database_.change(Mode::Keep, [&]() -> Result<ClassId, Refusal> {
    const std::optional<Class> current = readCurrentClass(database_);
    if (current && current->state != ClassState::Closed) return Refusal::ClassAlreadyOpen;
    const ClassId id = insertClass(database_, facts);
    recordOpened(journal_, id, facts, role);
    return id;
  });
}

Result<Done, Refusal> Classes::setState(ClassState state, Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    const std::optional<Class> current = readCurrentClass(database_);
    if (!current) return Refusal::NoClass;
    if (current->state == state) return Done{};
    if (current->state == ClassState::Closed) return Refusal::ClassClosed;
    database_.prepare("UPDATE class SET state = ?2 WHERE id = ?1")
        .bind(current->id, name(state))
        .run();
    const std::string id = std::to_string(current->id.value);
    if (state == ClassState::Closed) {
      journal_.append(
          Event::ClassClosed, role,
          {{"class", id}, {"claims", std::to_string(claimsOf(database_, current->id))}});
    } else {
      journal_.append(state == ClassState::Open ? Event::ClassResumed : Event::ClassPaused, role,
                      {{"class", id}});
    }
    return Done{};
  });
}

Result<std::optional<Class>, Refusal> Classes::current() {
  return database_.query(
      [&]() -> Result<std::optional<Class>, Refusal> { return readCurrentClass(database_); });
}

}  // namespace hallpass

#include "kiosk/ledger/classes.h"

#include <algorithm>
#include <string>

#include "kiosk/domain/class_settings.h"
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

std::string walkInsText(const NewClass& facts) {
  return facts.walkIns == WalkIns::Allowed ? "yes" : "no";
}

/// The shortest and the longest wait of a visit that a class may ask for (class.h).
constexpr int kShortestIdle = 45;
constexpr int kLongestIdle = 300;

int idleSeconds(const NewClass& facts) {
  return facts.idleSeconds <= 0 ? 0 : std::clamp(facts.idleSeconds, kShortestIdle, kLongestIdle);
}

std::string languagesText(const NewClass& facts) {
  return languageList(knownLanguages(facts.languages));
}

std::string accountText(const NewClass& facts) {
  return isClassAccount(facts.account) ? facts.account : std::string();
}

ClassId insertClass(Database& database, const NewClass& facts) {
  database
      .prepare(
          "INSERT INTO class (title, pass_type, opens_at, ends_at, walk_ins, state, word, "
          "idle_seconds, languages, account) VALUES (?1, ?2, ?3, ?4, ?5, 'open', ?6, ?7, ?8, "
          "?9)")
      .bind(facts.title, facts.passType, facts.from, facts.until,
            facts.walkIns == WalkIns::Allowed ? 1 : 0, facts.word, idleSeconds(facts),
            languagesText(facts), accountText(facts))
      .run();
  return {database.lastInsertId()};
}

void updateClass(Database& database, ClassId id, const NewClass& facts) {
  database
      .prepare(
          "UPDATE class SET title = ?2, opens_at = ?3, ends_at = ?4, walk_ins = ?5, word = ?6, "
          "idle_seconds = ?7, languages = ?8, account = ?9 WHERE id = ?1")
      .bind(id, facts.title, facts.from, facts.until, facts.walkIns == WalkIns::Allowed ? 1 : 0,
            facts.word, idleSeconds(facts), languagesText(facts), accountText(facts))
      .run();
}

/// "title until": what of a class would be new, named as in the journal; "" = nothing.
std::string changes(const NewClass& held, const NewClass& facts) {
  std::string names;
  const auto note = [&](bool isNew, const char* what) {
    if (isNew) names += (names.empty() ? "" : " ") + std::string(what);
  };
  note(held.title != facts.title, "title");
  note(held.from != facts.from, "from");
  note(held.until != facts.until, "until");
  note(held.walkIns != facts.walkIns, "walk_ins");
  note(held.word != facts.word, "word");
  note(held.idleSeconds != idleSeconds(facts), "idle_seconds");
  note(languagesText(held) != languagesText(facts), "languages");
  note(held.account != accountText(facts), "account");
  return names;
}

bool endsBeforeItBegins(const NewClass& facts) {
  return facts.until && *facts.until < facts.from.value_or(*facts.until);
}

void recordOpened(Journal& journal, ClassId id, const NewClass& facts, Role role) {
  journal.append(Event::ClassOpened, role,
                 {{"class", std::to_string(id.value)},
                  {"title", facts.title},
                  {"pass_type", facts.passType},
                  {"from", timeText(facts.from)},
                  {"until", timeText(facts.until)},
                  {"walk_ins", walkInsText(facts)},
                  {"languages", languagesText(facts)},
                  {"account", accountText(facts)}});
}

void recordChanged(Journal& journal, ClassId id, const NewClass& facts, const std::string& changed,
                   Role role) {
  journal.append(Event::ClassChanged, role,
                 {{"class", std::to_string(id.value)},
                  {"changed", changed},
                  {"title", facts.title},
                  {"from", timeText(facts.from)},
                  {"until", timeText(facts.until)},
                  {"walk_ins", walkInsText(facts)},
                  {"word", facts.word.empty() ? "no" : "yes"},
                  {"idle_seconds", std::to_string(idleSeconds(facts))},
                  {"languages", languagesText(facts)},
                  {"account", accountText(facts)}});
}

std::int64_t claimsOf(Database& database, ClassId id) {
  Statement row = database.prepare("SELECT count(*) FROM claim WHERE class = ?1");
  row.bind(id).step();
  return row.integer(0);
}

}  // namespace

Classes::Classes(Database& database, Journal& journal) : database_(database), journal_(journal) {}

Result<ClassId, Refusal> Classes::open(const NewClass& facts, Role role) {
  if (endsBeforeItBegins(facts)) return Refusal::BadWindow;
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

Result<Done, Refusal> Classes::change(const NewClass& facts, Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    const std::optional<Class> current = readCurrentClass(database_);
    if (!current) return Refusal::NoClass;
    if (current->state == ClassState::Closed) return Refusal::ClassClosed;
    const std::string changed = changes(current->facts, facts);
    if (changed.empty()) return Done{};
    // A class that is over may get another title without getting another end.
    const bool newEnd = facts.until && facts.until != current->facts.until;
    if (endsBeforeItBegins(facts) || (newEnd && *facts.until < journal_.clock().now())) {
      return Refusal::BadWindow;
    }
    updateClass(database_, current->id, facts);
    recordChanged(journal_, current->id, facts, changed, role);
    return Done{};
  });
}

Result<std::optional<Class>, Refusal> Classes::current() {
  return database_.query(
      [&]() -> Result<std::optional<Class>, Refusal> { return readCurrentClass(database_); });
}

}  // namespace hallpass

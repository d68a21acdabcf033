#include "kiosk/ledger/roster.h"

#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/ledger/current_class.h"
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/directory.h"
#include "kiosk/ledger/enrolment.h"
#include "kiosk/ledger/journal.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

using platform::Done;
using platform::Result;

bool isGoodName(std::string_view name) {
  const std::string_view trimmed = platform::trim(name);
  return platform::isUtf8(name) && !trimmed.empty() && !platform::hasControls(name) &&
         platform::toCodePoints(trimmed).size() <= kLongestName;
}

bool isGood(const RosterEntry& entry) {
  const auto isClean = [](std::string_view text) {
    return platform::isUtf8(text) && !platform::hasControls(text);
  };
  return isGoodName(entry.name) && isClean(entry.email) && isClean(entry.number);
}

bool hasName(const std::vector<KnownStudent>& known, std::string_view name) {
  return std::any_of(known.begin(), known.end(),
                     [key = nameKey(name)](const KnownStudent& student) {
                       return nameKey(student.entry.name) == key;
                     });
}

/// Whether a student of the class has the number or the e-mail of `entry`, or the name of one that
/// has neither.
bool isTaken(const std::vector<KnownStudent>& known, const RosterEntry& entry) {
  Directory directory;
  for (std::size_t index = 0; index < known.size(); ++index) {
    directory.put(known[index].entry, index);
  }
  const bool bare = entry.number.empty() && entry.email.empty();
  return bare ? hasName(known, entry.name) : directory.has(entry);
}

RosterEntry trimmed(const RosterEntry& entry) {
  return {std::string(platform::trim(entry.name)), std::string(platform::trim(entry.email)),
          std::string(platform::trim(entry.number))};
}

/// The current class where its roster may still grow.
Result<Class, Refusal> growingClass(Database& database) {
  const std::optional<Class> current = readCurrentClass(database);
  if (!current) return Refusal::NoClass;
  if (current->state == ClassState::Closed) return Refusal::ClassClosed;
  return *current;
}

}  // namespace

Roster::Roster(Database& database, Journal& journal) : database_(database), journal_(journal) {}

Result<Roster::Report, Refusal> Roster::add(std::span<const RosterEntry> entries, Mode mode,
                                            Role role) {
  if (!std::all_of(entries.begin(), entries.end(), isGood)) return Refusal::BadName;
  return database_.change(mode, [&]() -> Result<Report, Refusal> {
    const auto current = growingClass(database_);
    if (!current) return current.error();
    Register writer(database_, journal_, current->id, role);
    Enrolment enrolment(readKnown(database_, current->id));
    for (const RosterEntry& entry : entries) enrolment.take(entry);
    return enrolment.write(writer);
  });
}

Result<StudentId, Refusal> Roster::addWalkIn(std::string_view name, Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<StudentId, Refusal> {
    const auto current = growingClass(database_);
    if (!current) return current.error();
    if (current->facts.walkIns == WalkIns::Refused) return Refusal::NoWalkIns;
    if (!isGoodName(name)) return Refusal::BadName;
    if (hasName(readKnown(database_, current->id), name)) return Refusal::NameTaken;
    Register writer(database_, journal_, current->id, role);
    return writer.add({std::string(platform::trim(name)), "", ""}, Event::WalkInAdded).id;
  });
}

Result<StudentId, Refusal> Roster::addStudent(const RosterEntry& entry, Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<StudentId, Refusal> {
    const auto current = growingClass(database_);
    if (!current) return current.error();
    if (!isGood(entry)) return Refusal::BadName;
    const RosterEntry added = trimmed(entry);
    if (isTaken(readKnown(database_, current->id), added)) return Refusal::NameTaken;
    Register writer(database_, journal_, current->id, role);
    return writer.add(added, Event::StudentAdded).id;
  });
}

Result<Done, Refusal> Roster::rename(StudentId student, std::string_view name, Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    const std::optional<Class> current = readCurrentClass(database_);
    if (!current) return Refusal::NoClass;
    if (!isGoodName(name)) return Refusal::BadName;
    for (KnownStudent& known : readKnown(database_, current->id)) {
      if (known.id != student) continue;
      const std::string held = std::exchange(known.entry.name, platform::trim(name));
      if (known.entry.name == held) return Done{};
      Register(database_, journal_, current->id, role).update(known);
      return Done{};
    }
    return Refusal::UnknownStudent;
  });
}

Result<std::vector<Student>, Refusal> Roster::students() {
  auto all = places();
  if (all) std::erase_if(*all, [](const Student& student) { return student.entry.name.empty(); });
  return all;
}

Result<std::vector<Student>, Refusal> Roster::places() {
  return database_.query([&]() -> Result<std::vector<Student>, Refusal> {
    std::vector<Student> students;
    const std::optional<Class> current = readCurrentClass(database_);
    if (!current) return students;
    Statement row = database_.prepare(
        "SELECT student.id, name, email, number, claim.id IS NOT NULL, "
        "(SELECT outcome FROM outcome WHERE outcome.claim = claim.id ORDER BY outcome.id DESC "
        "LIMIT 1) FROM student LEFT JOIN identity ON identity.student = student.id "
        "LEFT JOIN claim ON claim.student = student.id AND claim.class = student.class "
        "AND claim.live = 1 WHERE student.class = ?1 ORDER BY position");
    row.bind(current->id);
    while (row.step()) {
      students.push_back({{row.integer(0)},
                          {row.text(1), row.text(2), row.text(3)},
                          row.integer(4) == 1,
                          row.text(5)});
    }
    return students;
  });
}

}  // namespace hallpass

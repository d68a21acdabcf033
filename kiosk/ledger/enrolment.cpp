#include "kiosk/ledger/enrolment.h"

#include <string>
#include <utility>

#include "kiosk/ledger/commitment.h"
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"

namespace hallpass {
namespace {

/// `held` with what `entry` says, which never empties an e-mail or a number.
RosterEntry merged(const RosterEntry& held, const RosterEntry& entry) {
  return {entry.name, entry.email.empty() ? held.email : entry.email,
          entry.number.empty() ? held.number : entry.number};
}

bool isSameEntry(const RosterEntry& a, const RosterEntry& b) {
  return a.name == b.name && a.email == b.email && a.number == b.number;
}

/// Whether two numbers, of which neither was found to be the other, are of two students.
bool contradict(const std::string& a, const std::string& b) { return !a.empty() && !b.empty(); }

}  // namespace

std::vector<KnownStudent> readKnown(Database& database, ClassId inClass) {
  Statement row = database.prepare(
      "SELECT student.id, name, email, number, commitment_key FROM student "
      "JOIN identity ON identity.student = student.id WHERE class = ?1 ORDER BY position");
  row.bind(inClass);
  std::vector<KnownStudent> known;
  while (row.step()) {
    known.push_back({{row.integer(0)}, {row.text(1), row.text(2), row.text(3)}, row.hash(4)});
  }
  return known;
}

KnownStudent Register::add(const RosterEntry& entry, Event event) {
  database_
      .prepare(
          "INSERT INTO student (class, position) "
          "SELECT ?1, 1 + coalesce(max(position), 0) FROM student WHERE class = ?1")
      .bind(class_)
      .run();
  const KnownStudent added{{database_.lastInsertId()}, entry, platform::randomKey()};
  database_.prepare("INSERT INTO identity VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
      .bind(added.id, entry.name, entry.email, entry.number, event == Event::WalkInAdded ? 1 : 0,
            added.key)
      .run();
  record(added, event);
  return added;
}

void Register::update(const KnownStudent& student) {
  database_.prepare("UPDATE identity SET name = ?2, email = ?3, number = ?4 WHERE student = ?1")
      .bind(student.id, student.entry.name, student.entry.email, student.entry.number)
      .run();
  record(student, Event::StudentUpdated);
}

void Register::record(const KnownStudent& student, Event event) {
  journal_.append(event, role_,
                  {{"class", std::to_string(class_.value)},
                   {"student", std::to_string(student.id.value)},
                   {"who", commitment(student.key, student.entry)}});
}

Enrolment::Enrolment(std::vector<KnownStudent> known) : students_(std::move(known)) {
  for (const KnownStudent& student : students_) before_.push_back(student.entry);
  for (std::size_t index = 0; index < before_.size(); ++index) {
    directory_.put(before_[index], index);
  }
}

void Enrolment::take(const RosterEntry& entry) {
  const auto known = find(entry);
  const std::size_t index = known.value_or(students_.size());
  if (known) {
    RosterEntry& held = students_[index].entry;
    directory_.drop(held, index);
    held = merged(held, entry);
  } else {
    students_.push_back({{}, entry, {}});
  }
  directory_.put(students_[index].entry, index);
  listed_.insert(index);
}

Roster::Report Enrolment::write(Register& writer) const {
  Roster::Report report;
  for (std::size_t index = 0; index < students_.size(); ++index) {
    if (index >= before_.size()) {
      writer.add(students_[index].entry, Event::StudentAdded);
      ++report.added;
    } else if (!isSameEntry(students_[index].entry, before_[index])) {
      writer.update(students_[index]);
      ++report.updated;
    }
  }
  return report;
}

std::optional<std::size_t> Enrolment::find(const RosterEntry& entry) const {
  if (const auto found = directory_.ofNumber(entry); !found.empty()) return *found.begin();
  if (!entry.email.empty()) return findByEmail(entry);
  const auto found = directory_.ofBareName(entry);
  return found.empty() ? std::nullopt : std::optional(*found.begin());
}

/// Of those who share an e-mail the one of that name; another name is news of a student only
/// where nobody else has the e-mail and the list has not spoken of that student yet. In doubt it
/// is somebody else: a student too many can be seen, one too few cannot.
std::optional<std::size_t> Enrolment::findByEmail(const RosterEntry& entry) const {
  const Directory::Indexes sharing = directory_.ofEmail(entry);
  for (const std::size_t index : sharing) {
    const RosterEntry& held = students_[index].entry;
    if (!contradict(held.number, entry.number) && nameKey(held.name) == nameKey(entry.name)) {
      return index;
    }
  }
  if (sharing.size() != 1 || listed_.contains(*sharing.begin())) return std::nullopt;
  const std::size_t only = *sharing.begin();
  return contradict(students_[only].entry.number, entry.number) ? std::nullopt
                                                                : std::optional(only);
}

}  // namespace hallpass

#include "kiosk/ledger/roster.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "kiosk/ledger/commitment.h"
#include "kiosk/ledger/current_class.h"
#include "kiosk/ledger/database.h"
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

std::string folded(std::string_view text) { return platform::foldForSearch(platform::trim(text)); }

/// One student with what only the ledger knows.
struct Known {
  StudentId id;
  RosterEntry entry;
  platform::Key key{};
};

std::vector<Known> readKnown(Database& database, ClassId inClass) {
  Statement row = database.prepare(
      "SELECT student.id, name, email, number, commitment_key FROM student "
      "JOIN identity ON identity.student = student.id WHERE class = ?1 ORDER BY position");
  row.bind(inClass);
  std::vector<Known> known;
  while (row.step()) {
    known.push_back({{row.integer(0)}, {row.text(1), row.text(2), row.text(3)}, row.hash(4)});
  }
  return known;
}

/// The students of one class by number, e-mail and name, as the class stands now.
class Directory {
 public:
  using Indexes = std::set<std::size_t>;

  void put(const RosterEntry& entry, std::size_t index) {
    if (!entry.number.empty()) byNumber_[folded(entry.number)].insert(index);
    if (!entry.email.empty()) byEmail_[folded(entry.email)].insert(index);
    if (isBare(entry)) byName_[nameKey(entry.name)].insert(index);
  }

  /// Takes away what put() gave: a student who has a new number has the old one no more.
  void drop(const RosterEntry& entry, std::size_t index) {
    byNumber_[folded(entry.number)].erase(index);
    byEmail_[folded(entry.email)].erase(index);
    byName_[nameKey(entry.name)].erase(index);
  }

  [[nodiscard]] bool has(const RosterEntry& entry) const {
    return !ofNumber(entry).empty() || !ofEmail(entry).empty();
  }

  [[nodiscard]] Indexes ofNumber(const RosterEntry& entry) const {
    return entry.number.empty() ? Indexes() : at(byNumber_, folded(entry.number));
  }
  [[nodiscard]] Indexes ofEmail(const RosterEntry& entry) const {
    return entry.email.empty() ? Indexes() : at(byEmail_, folded(entry.email));
  }
  /// Those that have that name, and neither number nor e-mail, where `entry` has neither.
  [[nodiscard]] Indexes ofBareName(const RosterEntry& entry) const {
    return isBare(entry) ? at(byName_, nameKey(entry.name)) : Indexes();
  }

 private:
  using Index = std::map<std::string, Indexes>;
  static bool isBare(const RosterEntry& entry) {
    return entry.number.empty() && entry.email.empty();
  }
  static Indexes at(const Index& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? Indexes() : found->second;
  }

  Index byNumber_;
  Index byEmail_;
  Index byName_;
};

/// `held` with what `entry` says, which never empties an e-mail or a number.
RosterEntry merged(const RosterEntry& held, const RosterEntry& entry) {
  return {entry.name, entry.email.empty() ? held.email : entry.email,
          entry.number.empty() ? held.number : entry.number};
}

bool isSame(const RosterEntry& a, const RosterEntry& b) {
  return a.name == b.name && a.email == b.email && a.number == b.number;
}

/// Writes students of one class, within the caller's transaction.
class Register {
 public:
  Register(Database& database, Journal& journal, ClassId inClass, Role role)
      : database_(database), journal_(journal), class_(inClass), role_(role) {}

  Known add(const RosterEntry& entry, Event event) {
    database_
        .prepare(
            "INSERT INTO student (class, position) "
            "SELECT ?1, 1 + coalesce(max(position), 0) FROM student WHERE class = ?1")
        .bind(class_)
        .run();
    const Known added{{database_.lastInsertId()}, entry, platform::randomKey()};
    database_.prepare("INSERT INTO identity VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(added.id, entry.name, entry.email, entry.number, event == Event::WalkInAdded ? 1 : 0,
              added.key)
        .run();
    record(added, event);
    return added;
  }

  void update(const Known& student) {
    database_.prepare("UPDATE identity SET name = ?2, email = ?3, number = ?4 WHERE student = ?1")
        .bind(student.id, student.entry.name, student.entry.email, student.entry.number)
        .run();
    record(student, Event::StudentUpdated);
  }

 private:
  void record(const Known& student, Event event) {
    journal_.append(event, role_,
                    {{"class", std::to_string(class_.value)},
                     {"student", std::to_string(student.id.value)},
                     {"who", commitment(student.key, student.entry)}});
  }

  Database& database_;
  Journal& journal_;
  ClassId class_;
  Role role_;
};

/// Takes a list in its order, and writes what came of it at the end: two lines that speak of one
/// student are one change, and the same list again is none.
class Enrolment {
 public:
  explicit Enrolment(std::vector<Known> known) : students_(std::move(known)) {
    for (const Known& student : students_) before_.push_back(student.entry);
    for (std::size_t index = 0; index < before_.size(); ++index) {
      directory_.put(before_[index], index);
    }
  }

  void take(const RosterEntry& entry) {
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

  Roster::Report write(Register& writer) const {
    Roster::Report report;
    for (std::size_t index = 0; index < students_.size(); ++index) {
      if (index >= before_.size()) {
        writer.add(students_[index].entry, Event::StudentAdded);
        ++report.added;
      } else if (!isSame(students_[index].entry, before_[index])) {
        writer.update(students_[index]);
        ++report.updated;
      }
    }
    return report;
  }

 private:
  [[nodiscard]] std::optional<std::size_t> find(const RosterEntry& entry) const {
    if (const auto found = directory_.ofNumber(entry); !found.empty()) return *found.begin();
    if (!entry.email.empty()) return findByEmail(entry);
    const auto found = directory_.ofBareName(entry);
    return found.empty() ? std::nullopt : std::optional(*found.begin());
  }

  /// Of those who share an e-mail the one of that name; another name is news of a student only
  /// where nobody else has the e-mail and the list has not spoken of that student yet. In doubt it
  /// is somebody else: a student too many can be seen, one too few cannot.
  [[nodiscard]] std::optional<std::size_t> findByEmail(const RosterEntry& entry) const {
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

  /// Whether two numbers, of which neither was found to be the other, are of two students.
  static bool contradict(const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty();
  }

  std::vector<Known> students_;
  std::vector<RosterEntry> before_;  ///< What stood of the first of them; the others are new.
  Directory directory_;
  std::set<std::size_t> listed_;  ///< Named by this list already.
};

bool hasName(const std::vector<Known>& known, std::string_view name) {
  return std::any_of(known.begin(), known.end(), [key = nameKey(name)](const Known& student) {
    return nameKey(student.entry.name) == key;
  });
}

/// Whether a student of the class has the number or the e-mail of `entry`, or the name of one that
/// has neither.
bool isTaken(const std::vector<Known>& known, const RosterEntry& entry) {
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
    for (Known& known : readKnown(database_, current->id)) {
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

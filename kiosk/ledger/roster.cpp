#include "kiosk/ledger/roster.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "kiosk/ledger/commitment.h"
#include "kiosk/ledger/current_class.h"
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

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

/// Finds the student that an entry speaks of, by number, e-mail or name.
class Directory {
 public:
  void put(const RosterEntry& entry, std::size_t index) {
    if (!entry.number.empty()) byNumber_[folded(entry.number)] = index;
    if (!entry.email.empty()) byEmail_[folded(entry.email)] = index;
    if (entry.number.empty() && entry.email.empty()) byName_[entry.name] = index;
  }

  /// `sharesEmail(index)` answers whether that student is another one in spite of the same e-mail.
  template <class SharesEmail>
  [[nodiscard]] std::optional<std::size_t> find(const RosterEntry& entry,
                                                SharesEmail&& sharesEmail) const {
    if (!entry.number.empty()) {
      if (const auto index = at(byNumber_, folded(entry.number))) return index;
    }
    if (!entry.email.empty()) {
      const auto index = at(byEmail_, folded(entry.email));
      return index && !sharesEmail(*index) ? index : std::nullopt;
    }
    return entry.number.empty() ? at(byName_, entry.name) : std::nullopt;
  }

 private:
  using Index = std::map<std::string, std::size_t>;
  static std::optional<std::size_t> at(const Index& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? std::nullopt : std::optional(found->second);
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

/// Takes a list in its order, and tells two entries of it apart that share an e-mail.
class Enrolment {
 public:
  Enrolment(Register& writer, std::vector<Known> known)
      : writer_(writer), known_(std::move(known)) {
    for (std::size_t index = 0; index < known_.size(); ++index) {
      directory_.put(known_[index].entry, index);
    }
  }

  void take(const RosterEntry& entry, Roster::Report& report) {
    const auto index = directory_.find(entry, [&](std::size_t candidate) {
      const std::string& held = known_[candidate].entry.number;
      return listed_.contains(candidate) && !entry.number.empty() && !held.empty();
    });
    if (!index) {
      listed_.insert(known_.size());
      directory_.put(entry, known_.size());
      known_.push_back(writer_.add(entry, Event::StudentAdded));
      ++report.added;
      return;
    }
    listed_.insert(*index);
    const RosterEntry next = merged(known_[*index].entry, entry);
    if (isSame(next, known_[*index].entry)) return;
    known_[*index].entry = next;
    directory_.put(next, *index);
    writer_.update(known_[*index]);
    ++report.updated;
  }

 private:
  Register& writer_;
  std::vector<Known> known_;
  Directory directory_;
  std::set<std::size_t> listed_;  ///< Named by this list already.
};

bool hasName(const std::vector<Known>& known, std::string_view name) {
  return std::any_of(known.begin(), known.end(), [key = nameKey(name)](const Known& student) {
    return nameKey(student.entry.name) == key;
  });
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
    Enrolment enrolment(writer, readKnown(database_, current->id));
    Report report;
    for (const RosterEntry& entry : entries) enrolment.take(entry, report);
    return report;
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

Result<std::vector<Student>, Refusal> Roster::students() {
  return database_.query([&]() -> Result<std::vector<Student>, Refusal> {
    std::vector<Student> students;
    const std::optional<Class> current = readCurrentClass(database_);
    if (!current) return students;
    Statement row = database_.prepare(
        "SELECT student.id, name, email, number, EXISTS (SELECT 1 FROM claim WHERE "
        "claim.student = student.id AND claim.class = student.class AND live = 1) "
        "FROM student JOIN identity ON identity.student = student.id "
        "WHERE student.class = ?1 ORDER BY position");
    row.bind(current->id);
    while (row.step()) {
      students.push_back(
          {{row.integer(0)}, {row.text(1), row.text(2), row.text(3)}, row.integer(4) == 1, ""});
    }
    return students;
  });
}

}  // namespace hallpass

#include "kiosk/desk/student_list.h"

#include <algorithm>
#include <map>

#include "kiosk/domain/outcome.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

/// Whether `typed` is the beginning of a number or an e-mail.
bool begins(const std::string& text, std::string_view typed) {
  return platform::foldForSearch(text).starts_with(platform::foldForSearch(platform::trim(typed)));
}

bool matches(const RosterEntry& entry, const NameQuery& query, std::string_view typed) {
  return query.finds(entry.name) || begins(entry.number, typed) || begins(entry.email, typed);
}

std::string namesakeName(const RosterEntry& entry) {
  const std::string& mark = entry.number.empty() ? entry.email : entry.number;
  const std::string name = wholeName(entry.name);
  return mark.empty() ? name : name + " (" + mark + ")";
}

/// Whether `a` stands before `b`, which differ in what is sorted by.
bool isBefore(const ListedStudent& a, const ListedStudent& b, const StudentQuery& query) {
  const bool up = query.direction == Direction::Ascending;
  if (query.column == StudentColumn::State) return up ? a.state < b.state : b.state < a.state;
  if (!a.takenAt || !b.takenAt) return a.takenAt.has_value() && !b.takenAt.has_value();
  return up ? *a.takenAt < *b.takenAt : *b.takenAt < *a.takenAt;
}

}  // namespace

std::string_view title(StudentState state) {
  switch (state) {
    case StudentState::Without:
      // TRANSLATORS: how a student stands, on a button before a number, here and in what follows
      return tr("No code");
    case StudentState::Stuck:
      return tr("Stuck");
    case StudentState::Silent:
      return tr("No word yet");
    case StudentState::Worked:
      break;
  }
  return tr("Worked");
}

StudentState stateOf(const Student& student) {
  if (!student.claimed) return StudentState::Without;
  if (student.outcome.empty()) return StudentState::Silent;
  return student.outcome == name(Outcome::Worked) ? StudentState::Worked : StudentState::Stuck;
}

std::string outcomeTitle(std::string_view outcome) {
  const auto known = outcomeNamed(outcome);
  return std::string(known ? title(*known) : outcome);
}

StudentList::StudentList(const std::vector<Student>& students,
                         const std::vector<ClaimRecord>& records) {
  std::map<std::string, int> sharing;
  for (const Student& student : students) ++sharing[nameKey(student.entry.name)];
  std::map<StudentId, const ClaimRecord*> live;
  for (const ClaimRecord& record : records) {
    if (record.live) live[record.student] = &record;
  }
  for (const Student& student : students) {
    Entry entry{{student, wholeName(student.entry.name), "", std::nullopt, stateOf(student)},
                nameKey(student.entry.name)};
    if (sharing[entry.key] > 1) entry.listed.name = namesakeName(student.entry);
    if (const auto claim = live.find(student.id); claim != live.end()) {
      entry.listed.code = claim->second->code.masked();
      entry.listed.takenAt = claim->second->madeAt;
    }
    students_.push_back(std::move(entry));
  }
  std::stable_sort(students_.begin(), students_.end(),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
}

std::vector<const ListedStudent*> StudentList::find(const StudentQuery& query) const {
  const NameQuery names(query.typed);
  const bool all = platform::trim(query.typed).empty();
  std::vector<const ListedStudent*> found;
  for (const auto& [listed, key] : students_) {
    if (query.only && listed.state != *query.only) continue;
    if (all || matches(listed.student.entry, names, query.typed)) found.push_back(&listed);
  }
  if (query.column != StudentColumn::Name) {
    std::stable_sort(found.begin(), found.end(),
                     [&](const auto* a, const auto* b) { return isBefore(*a, *b, query); });
  } else if (query.direction == Direction::Descending) {
    std::reverse(found.begin(), found.end());
  }
  return found;
}

std::array<std::size_t, kStudentStates.size()> StudentList::count(StudentQuery query) const {
  query.only.reset();
  std::array<std::size_t, kStudentStates.size()> counts{};
  for (const ListedStudent* found : find(query))
    ++counts.at(static_cast<std::size_t>(found->state));
  return counts;
}

}  // namespace hallpass

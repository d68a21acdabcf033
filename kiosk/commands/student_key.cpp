#include "kiosk/commands/student_key.h"

#include <algorithm>

namespace hallpass {

std::string keyOf(const Student& student, std::span<const Student> roster) {
  for (const std::string& key : {student.entry.number, student.entry.email, student.entry.name}) {
    const auto found = findByKey(roster, key);
    if (found && *found == student.id) return key;
  }
  return "";
}

platform::Result<Student, Complaint> studentOf(Ledger& ledger, const std::string& key) {
  const auto current = ledger.classes().current();
  if (!current) return complaint(current.error());
  if (!*current) return complaint(Refusal::NoClass);
  const auto roster = ledger.roster().students();
  if (!roster) return complaint(roster.error());
  const auto id = findByKey(*roster, key);
  if (!id) return complaint(id.error());
  return *std::find_if(roster->begin(), roster->end(),
                       [&](const Student& student) { return student.id == *id; });
}

}  // namespace hallpass

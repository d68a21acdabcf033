#include "kiosk/commands/student_key.h"

namespace hallpass {

std::string keyOf(const Student& student, std::span<const Student> roster) {
  for (const std::string& key : {student.entry.number, student.entry.email, student.entry.name}) {
    const auto found = findByKey(roster, key);
    if (found && *found == student.id) return key;
  }
  return "";
}

}  // namespace hallpass

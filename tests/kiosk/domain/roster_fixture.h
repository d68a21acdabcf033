#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "kiosk/domain/student.h"
#include "platform/base/text.h"

namespace tests {

/// Students of these entries, numbered from 1.
inline std::vector<hallpass::Student> rosterOf(const std::vector<hallpass::RosterEntry>& entries) {
  std::vector<hallpass::Student> roster;
  for (const hallpass::RosterEntry& entry : entries) {
    hallpass::Student student;
    student.id.value = static_cast<std::int64_t>(roster.size()) + 1;
    student.entry = entry;
    roster.push_back(student);
  }
  return roster;
}

/// The names of tests/data/roster.csv, which a person can read: a name in quotes may hold commas.
inline std::vector<hallpass::Student> sampleRoster() {
  std::ifstream file(TESTS_DATA "/roster.csv");
  std::vector<hallpass::RosterEntry> entries;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const std::size_t number = line.rfind(',');
    const std::size_t email = line.rfind(',', number - 1);
    std::string name = line.substr(0, email);
    if (name.front() == '"') name = name.substr(1, name.size() - 2);
    for (std::size_t at = 0; (at = name.find("\"\"", at)) != std::string::npos; ++at) {
      name.erase(at, 1);
    }
    entries.push_back({name, line.substr(email + 1, number - email - 1),
                       std::string(platform::trim(line.substr(number + 1)))});
  }
  return rosterOf(entries);
}

}  // namespace tests

// A file as a list of students.
#include "kiosk/exchange/csv_writer.h"
#include "kiosk/exchange/roster_file.h"
#include "tests/fuzz/lists.h"

namespace tests {
namespace {

/// The names, each with a number of its own, come back from a file that was written here.
void checkRosterAgain(const hallpass::RosterList& list) {
  std::vector<std::vector<std::string>> rows{{"Name", "Student number"}};
  for (const hallpass::RosterEntry& entry : list.entries) {
    if (entry.name == "Name") return;  // It would repeat the heading.
    rows.push_back({entry.name, "S" + std::to_string(rows.size())});
  }
  if (list.entries.empty()) return;
  const auto table = hallpass::readTable(hallpass::writeCsv(rows));
  must(table.ok(), "a roster that was written here is a table");
  const auto again = hallpass::readRoster(*table);
  must(again.ok(), "a roster that was written here holds students");
  must(again->entries.size() == list.entries.size(), "as many students come back as were written");
  for (std::size_t at = 0; at < list.entries.size(); ++at) {
    must(again->entries[at].name == list.entries[at].name, "a name comes back as it was written");
  }
}

}  // namespace

void fuzzOne(std::string_view bytes) {
  const auto table = hallpass::readTable(bytes);
  if (!table) return checkProblem(table.error());
  checkTable(*table);
  const auto list = hallpass::readRoster(*table);
  if (!list) return checkProblem(list.error());
  ToldLines lines(*table);
  lines.tell(list->notes);
  for (const hallpass::RosterEntry& entry : list->entries) {
    must(!entry.name.empty(), "a student has a name");
    checkText(entry.name, hallpass::kLongestName);
    checkText(entry.email, 254);
    checkText(entry.number, 64);
  }
  must(list->rejected <= static_cast<std::int64_t>(list->notes.size()), "what is rejected is told");
  must(list->entries.size() + lines.told() + 1 >= lines.all(),
       "each line is a student, or told, or the heading");
  must(list->entries.size() <= lines.all(), "a line is one student at most");
  checkRosterAgain(*list);
}

}  // namespace tests

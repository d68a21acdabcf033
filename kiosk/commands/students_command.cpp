#include "kiosk/commands/command_set.h"
#include "kiosk/commands/student_key.h"
#include "kiosk/domain/outcome.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

std::string line(const Student& student, const std::string& key) {
  std::string text = student.claimed ? "took a code  " : "-            ";
  text += student.entry.name;
  if (!key.empty() && key != student.entry.name) text += "  " + key;
  if (const auto outcome = outcomeNamed(student.outcome)) {
    text += "  (" + std::string(title(*outcome)) + ")";
  }
  return text + "\n";
}

Answer listStudents(Session& session) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto roster = (*ledger)->roster().students();
  if (!roster) return complaint(roster.error());
  Report report{{{"students", ordered_json::array()}}, ""};
  for (const Student& student : *roster) {
    const std::string key = keyOf(student, *roster);
    report.json["students"].push_back({{"key", key.empty() ? ordered_json() : ordered_json(key)},
                                       {"name", student.entry.name},
                                       {"email", student.entry.email},
                                       {"number", student.entry.number},
                                       {"claimed", student.claimed},
                                       {"outcome", student.outcome}});
    report.text += line(student, key);
  }
  if (roster->empty()) {
    const auto places = (*ledger)->roster().places();
    report.text = places && !places->empty()
                      ? "The names of this class were erased. See: hallpass journal show\n"
                      : "No students yet. Add them with: hallpass import roster FILE\n";
  }
  return report;
}

}  // namespace

void addStudentsCommand(Command app, Asked& asked) {
  Command command =
      addCommand(app, asked, "students",
                 "List the class's students: who took a code, and what happened with it",
                 "hallpass students --json");
  command.whenNamed([&asked] { asked.work = listStudents; });
}

}  // namespace hallpass

#include <algorithm>

#include "kiosk/commands/arguments.h"
#include "kiosk/commands/command_set.h"
#include "kiosk/commands/student_key.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

struct RenameArguments {
  std::string student;
  std::string name;
};

/// The student as the roster has it now, after `done` ("Added").
Answer describe(Ledger& ledger, StudentId id, const std::string& done) {
  const auto roster = ledger.roster().students();
  if (!roster) return complaint(roster.error());
  const auto found = std::find_if(roster->begin(), roster->end(),
                                  [&](const Student& student) { return student.id == id; });
  if (found == roster->end()) return complaint(Refusal::UnknownStudent);
  const RosterEntry& entry = found->entry;
  const std::string key = keyOf(*found, *roster);
  Report report{{{"student", entry.name},
                 {"key", key.empty() ? ordered_json() : ordered_json(key)},
                 {"email", entry.email},
                 {"number", entry.number}},
                done + " " + entry.name};
  if (!entry.email.empty()) report.text += ", " + entry.email;
  if (!entry.number.empty()) report.text += ", " + entry.number;
  report.text += ".\n";
  return report;
}

Answer addStudent(Session& session, const RosterEntry& entry) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto added = (*ledger)->roster().addStudent(entry, Role::Operator);
  if (added) return describe(**ledger, *added, "Added");
  Complaint why = complaint(added.error());
  if (added.error() == Refusal::NameTaken) {
    why.sentence = entry.email.empty() && entry.number.empty()
                       ? "Somebody of that name is in the class already. Add a --number or an "
                         "--email that tells the two apart."
                       : "Somebody in the class has that number or e-mail already. See: hallpass "
                         "students";
  }
  return why;
}

Answer rename(Session& session, const RenameArguments& arguments) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto student = studentOf(**ledger, arguments.student);
  if (!student) return student.error();
  const auto renamed = (*ledger)->roster().rename(student->id, arguments.name, Role::Operator);
  if (!renamed) return complaint(renamed.error());
  return describe(**ledger, student->id, student->entry.name + " is now");
}

void addAdd(Command group, Asked& asked) {
  Command command = addCommand(group, asked, "add", "Add a student to the class",
                               "hallpass student add --name \"Aino Virtanen\" --number S70100");
  const auto entry = std::make_shared<RosterEntry>();
  command.option("--name", entry->name, "As it is to be read on the screen")
      .typeName("NAME")
      .required();
  command.option("--email", entry->email, "Tells two of one name apart")
      .typeName("ADDRESS")
      .check(textMistake);
  command.option("--number", entry->number, "The student number, as on the badge")
      .typeName("N")
      .check(textMistake);
  command.whenNamed([&asked, entry] {
    asked.work = [entry](Session& session) { return addStudent(session, *entry); };
  });
}

void addRename(Command group, Asked& asked) {
  Command command =
      addCommand(group, asked, "rename", "Correct a student's name; everything else stays",
                 "hallpass student rename --student S70100 --name \"Aino Virtanen\"");
  const auto arguments = std::make_shared<RenameArguments>();
  addStudentKey(command, arguments->student);
  command.option("--name", arguments->name, "The right name").typeName("NAME").required();
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments](Session& session) { return rename(session, *arguments); };
  });
}

}  // namespace

void addStudentCommand(Command app, Asked& asked) {
  Command group =
      addGroup(app, "student", "Add a student to the class, or correct a name",
               "hallpass student add --name \"Aino Virtanen\" --email aino@example.org\n"
               "  hallpass student rename --student aino@example.org --name \"Aino Virta\"");
  addAdd(group, asked);
  addRename(group, asked);
}

}  // namespace hallpass

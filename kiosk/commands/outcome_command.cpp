#include "kiosk/commands/command_set.h"
#include "kiosk/commands/student_key.h"
#include "kiosk/domain/outcome.h"

namespace hallpass {
namespace {

struct OutcomeArguments {
  std::string student;
  std::string outcome;
};

Answer setOutcome(Session& session, const OutcomeArguments& arguments) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  const auto student = studentOf(**ledger, arguments.student);
  if (!student) return student.error();
  const Outcome outcome = *outcomeNamed(arguments.outcome);
  const auto noted = (*ledger)->claims().report(student->id, outcome, Role::Operator);
  if (!noted) return complaint(noted.error());
  return Report{{{"student", student->entry.name}, {"outcome", name(outcome)}},
                student->entry.name + ": " + std::string(title(outcome)) + ".\n"};
}

std::vector<std::string> outcomes() {
  std::vector<std::string> names;
  names.reserve(kOutcomes.size());
  for (const Outcome outcome : kOutcomes) names.emplace_back(name(outcome));
  return names;
}

}  // namespace

void addOutcomeCommand(Command app, Asked& asked) {
  Command command = addCommand(app, asked, "outcome", "Note what happened with a student's code",
                               "hallpass outcome --student S70100 --set worked");
  const auto arguments = std::make_shared<OutcomeArguments>();
  addStudentKey(command, arguments->student);
  command
      .option("--set", arguments->outcome,
              "worked, already-used, blank-page, card-asked, wrong-account or other")
      .typeName("OUTCOME")
      .required()
      .oneOf(outcomes());
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments](Session& session) { return setOutcome(session, *arguments); };
  });
}

}  // namespace hallpass

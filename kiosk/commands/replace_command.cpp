#include <algorithm>

#include "kiosk/commands/command_set.h"
#include "kiosk/commands/hand_out.h"
#include "kiosk/commands/student_key.h"

namespace hallpass {
namespace {

struct ReplaceArguments {
  std::string student;
  std::string cause;
};

/// The number of the claim that `claim` replaced.
platform::Result<ClaimId, Complaint> replacedBy(Ledger& ledger, ClaimId claim) {
  const auto records = ledger.claims().records();
  if (!records) return complaint(records.error());
  const auto found = std::find_if(records->begin(), records->end(),
                                  [&](const ClaimRecord& record) { return record.id == claim; });
  if (found == records->end() || !found->replaces) return complaint(Refusal::NoClaim);
  return *found->replaces;
}

Answer replaceFor(Session& session, const ReplaceArguments& arguments) {
  const auto current = currentClass(session);
  if (!current) return current.error();
  // A code is taken only when it can be shown: without its template it would be lost.
  const auto type = passTypeOf(current->facts.passType);
  if (!type) return type.error();
  Ledger& ledger = **session.ledger();
  const auto student = studentOf(ledger, arguments.student);
  if (!student) return student.error();
  if (auto why = notReady(session, ledger)) return *std::move(why);
  const auto claim =
      ledger.claims().replace(student->id, *causeNamed(arguments.cause), Role::Operator);
  if (!claim) return complaint(claim.error());
  const auto replaced = replacedBy(ledger, claim->id);
  if (!replaced) return replaced.error();
  Report report;
  report.json = {{"claim", claim->id.value}, {"replaces", replaced->value}};
  report.json.update(jsonOf(*claim, *student, *type));
  report.text = student->entry.name + ", a new code: " + codeText(*claim, *type) +
                "The old one is in quarantine (" + arguments.cause +
                "): it is never handed out again.\n";
  return report;
}

std::vector<std::string> causes() {
  std::vector<std::string> names;
  names.reserve(kCauses.size());
  for (const Cause cause : kCauses) names.emplace_back(name(cause));
  return names;
}

}  // namespace

void addReplaceCommand(Command app, Asked& asked) {
  Command command =
      addCommand(app, asked, "replace",
                 "Swap a student's code for a new one, and print that; the old one is quarantined",
                 "hallpass replace --student S70100 --cause used");
  const auto arguments = std::make_shared<ReplaceArguments>();
  addStudentKey(command, arguments->student);
  command
      .option("--cause", arguments->cause,
              "Why: used, invalid, expired, wrong-account, blank-activation, other")
      .typeName("CAUSE")
      .required()
      .oneOf(causes());
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments](Session& session) { return replaceFor(session, *arguments); };
  });
}

}  // namespace hallpass

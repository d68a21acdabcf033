#include "kiosk/commands/command_set.h"
#include "kiosk/commands/hand_out.h"
#include "kiosk/commands/student_key.h"

namespace hallpass {
namespace {

Report reportOf(const Claim& claim, const Student& student, const PassType& type) {
  Report report;
  report.json = jsonOf(claim, student, type);
  report.json["again"] = claim.again;
  report.json["times_shown"] = claim.timesShown;
  report.json["made_at"] = platform::toIsoText(claim.madeAt);
  report.text =
      student.entry.name + (claim.again ? ", the same code again: " : ": ") + codeText(claim, type);
  return report;
}

struct ClaimArguments {
  std::string key;
  std::string overrule;
};

Answer claimFor(Session& session, const ClaimArguments& given) {
  const auto current = currentClass(session);
  if (!current) return current.error();
  // A code is taken only when it can be shown: without its template it would be lost.
  const auto type = passTypeOf(current->facts.passType);
  if (!type) return type.error();
  Ledger& ledger = **session.ledger();
  const auto student = studentOf(ledger, given.key);
  if (!student) return student.error();
  const auto held = ledger.claims().find(student->id);
  if (!held) return complaint(held.error());
  if (!*held) {
    if (auto why = notReady(session, ledger)) return *std::move(why);
  }
  const auto claim = ledger.claims().make(student->id, Role::Operator, std::nullopt,
                                          overruleNamed(given.overrule));
  if (!claim) return complaint(claim.error());
  return reportOf(*claim, *student, *type);
}

}  // namespace

void addClaimCommand(Command app, Asked& asked) {
  Command command =
      addCommand(app, asked, "claim",
                 "Give a student a code, and print it. The same student gets the same code again.",
                 "hallpass claim --student S70100");
  const auto given = std::make_shared<ClaimArguments>();
  addStudentKey(command, given->key);
  std::vector<std::string> reasons;
  reasons.reserve(kOverrules.size());
  for (const Overrule reason : kOverrules) reasons.emplace_back(name(reason));
  command
      .option("--overrule", given->overrule,
              "Why a code is right although one was taken in another room")
      .oneOf(reasons);
  command.whenNamed([&asked, given] {
    asked.work = [given](Session& session) { return claimFor(session, *given); };
  });
}

}  // namespace hallpass

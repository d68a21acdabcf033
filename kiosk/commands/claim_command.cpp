#include <algorithm>
#include <optional>

#include "kiosk/commands/command_set.h"
#include "kiosk/domain/payload.h"
#include "kiosk/room/room.h"

namespace hallpass {
namespace {

/// The student of that key on the current class's roster.
platform::Result<Student, Complaint> studentOf(Ledger& ledger, const std::string& key) {
  const auto roster = ledger.roster().students();
  if (!roster) return complaint(roster.error());
  const auto id = findByKey(*roster, key);
  if (!id) return complaint(id.error());
  return *std::find_if(roster->begin(), roster->end(),
                       [&](const Student& student) { return student.id == *id; });
}

Report reportOf(const Claim& claim, const Student& student, const PassType& type) {
  const std::string code = claim.code.reveal();
  // The template was tried out when the pass type was loaded.
  const std::string payload = fillPayload(type.payload, {{"CODE", code}}).value();
  Report report;
  report.json = {{"claim", claim.id.value},
                 {"student", student.entry.name},
                 {"code", code},
                 {"payload", payload},
                 {"again", claim.again},
                 {"times_shown", claim.timesShown},
                 {"made_at", platform::toIsoText(claim.madeAt)},
                 {"site", type.site}};
  report.text = student.entry.name + (claim.again ? ", the same code again: " : ": ") + code + "\n";
  if (payload != code) report.text += "The QR code holds: " + payload + "\n";
  if (!type.site.empty()) report.text += "Enter it at: " + type.site + "\n";
  return report;
}

/// What keeps the kiosk from handing out anything new, beyond what the ledger itself refuses in the
/// transaction of the claim: the class's state and window, and an empty stock.
std::optional<Complaint> notReady(Session& session, Ledger& ledger) {
  const auto room = readRoom(ledger, assetsFolder(), session.clock().now());
  if (!room) return complaint(room.error());
  for (const Reason& reason : room->reasons) {
    if (reason.kind == ReasonKind::ClockBehind) return Complaint{"ClockBehind", reason.sentence};
    if (reason.kind == ReasonKind::GuideInvalid) return Complaint{"BadGuide", reason.sentence};
  }
  return std::nullopt;
}

Answer claimFor(Session& session, const std::string& key) {
  const auto current = currentClass(session);
  if (!current) return current.error();
  // A code is taken only when it can be shown: without its template it would be lost.
  const auto type = passTypeOf(current->facts.passType);
  if (!type) return type.error();
  Ledger& ledger = **session.ledger();
  const auto student = studentOf(ledger, key);
  if (!student) return student.error();
  const auto held = ledger.claims().find(student->id);
  if (!held) return complaint(held.error());
  if (!*held) {
    if (auto why = notReady(session, ledger)) return *std::move(why);
  }
  const auto claim = ledger.claims().make(student->id, Role::Operator);
  if (!claim) return complaint(claim.error());
  return reportOf(*claim, *student, *type);
}

}  // namespace

void addClaimCommand(CLI::App& app, Asked& asked) {
  CLI::App* command =
      addCommand(app, asked, "claim",
                 "Give a student a code, and print it. The same student gets the same code again.",
                 "hallpass claim --student S70100");
  const auto key = std::make_shared<std::string>();
  command->add_option("--student", *key, "A student number, an e-mail, or a name that only one has")
      ->type_name("KEY")
      ->required();
  command->callback(
      [&asked, key] { asked.work = [key](Session& session) { return claimFor(session, *key); }; });
}

}  // namespace hallpass

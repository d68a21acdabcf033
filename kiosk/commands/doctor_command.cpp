#include <vector>

#include "kiosk/commands/command_set.h"
#include "kiosk/commands/ledger_holder.h"
#include "kiosk/commands/printing.h"
#include "kiosk/room/room.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

/// A reason why the kiosk may not serve; those of the rules (domain/readiness.h) and those of a
/// ledger that cannot be asked.
struct Finding {
  std::string id;
  std::string sentence;
};

/// Why the ledger cannot be used, as a reason.
Finding findingOf(const Session& session, const Complaint& complaint) {
  const Complaint why = withHolder(complaint, session.ledgerFile());
  if (why.name == "LedgerNewer") return {"ledger-newer", why.sentence};
  if (why.name == "LedgerForeign") return {"ledger-foreign", why.sentence};
  if (why.name == "LedgerDamaged") return {"ledger-damaged", why.sentence};
  if (why.name == name(Refusal::Busy)) return {"ledger-busy", why.sentence};
  return {"ledger-failed", why.sentence};
}

Finding damaged(const Session& session) {
  return {"ledger-damaged", "The ledger \"" + session.ledgerFile().string() +
                                "\" is damaged. Keep the file, and restore it from a backup."};
}

/// Opens the ledger and looks whether it is sound; says in `findings` what is wrong.
Ledger* soundLedger(Session& session, std::vector<Finding>& findings) {
  const auto ledger = session.ledger();
  if (!ledger) {
    findings.push_back(findingOf(session, ledger.error()));
    return nullptr;
  }
  const auto sound = (*ledger)->isSound();
  if (!sound) {
    findings.push_back(findingOf(session, complaint(sound.error())));
    return nullptr;
  }
  if (*sound) return *ledger;
  findings.push_back(damaged(session));
  return nullptr;
}

Room roomOf(Session& session, std::vector<Finding>& findings) {
  Ledger* ledger = soundLedger(session, findings);
  if (ledger == nullptr) return {};
  const auto room = readRoom(*ledger, assetsFolder(), session.clock().now());
  if (!room) {
    findings.push_back(findingOf(session, complaint(room.error())));
    return {};
  }
  for (const Reason& reason : room->reasons) {
    findings.push_back({std::string(id(reason.kind)), reason.sentence});
  }
  return *room;
}

std::string readyText(const Room& room) {
  return "Ready: \"" + room.heldClass->facts.title + "\" is open, " +
         counted(room.inStock, "code") + " in stock.\n";
}

Answer examine(Session& session) {
  std::vector<Finding> findings;
  const Room room = roomOf(session, findings);
  Report report;
  report.json = {{"ready", findings.empty()},
                 {"reasons", ordered_json::array()},
                 {"in_stock", room.inStock},
                 {"data", session.data().string()},
                 {"assets", assetsFolder().string()}};
  report.text = findings.empty() ? readyText(room) : "The kiosk serves nobody yet:\n";
  if (!findings.empty()) report.status = ExitStatus::Refused;
  for (const Finding& finding : findings) {
    report.json["reasons"].push_back({{"id", finding.id}, {"sentence", finding.sentence}});
    report.text += "- " + harmlessLine(finding.sentence) + "\n";
  }
  return report;
}

/// Nothing is recorded in a ledger that is not sound; examine() says what is wrong with it.
Answer acceptClockAndExamine(Session& session) {
  std::vector<Finding> findings;
  if (Ledger* ledger = soundLedger(session, findings)) {
    const auto accepted = ledger->journal().acceptClock(Role::Operator);
    if (!accepted) return complaint(accepted.error());
  }
  return examine(session);
}

}  // namespace

void addDoctorCommand(Command app, Asked& asked) {
  Command command = addCommand(app, asked, "doctor",
                               "Say whether the kiosk may serve, and if not, why; status 1 if not",
                               "hallpass doctor");
  const auto clockIsRight = std::make_shared<bool>(false);
  command.flag("--clock-is-right", *clockIsRight,
               "The clock was once in the future by mistake, and is right now: record that");
  command.whenNamed(
      [&asked, clockIsRight] { asked.work = *clockIsRight ? acceptClockAndExamine : examine; });
}

}  // namespace hallpass

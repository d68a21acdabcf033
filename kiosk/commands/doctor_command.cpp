#include <vector>

#include "kiosk/commands/command_set.h"
#include "kiosk/commands/device_test.h"
#include "kiosk/commands/ledger_holder.h"
#include "kiosk/commands/printing.h"
#include "kiosk/room/room.h"

namespace hallpass {
namespace {

using nlohmann::ordered_json;

/// A reason why the kiosk may not serve; those of the rules (domain/readiness.h) and those of a
/// ledger that cannot be asked.
struct Obstacle {
  std::string id;
  std::string sentence;
};

/// Why the ledger cannot be used, as a reason.
Obstacle obstacleOf(const Session& session, const Complaint& complaint) {
  const Complaint why = withHolder(complaint, session.ledgerFile());
  if (why.name == "LedgerNewer") return {"ledger-newer", why.sentence};
  if (why.name == "LedgerForeign") return {"ledger-foreign", why.sentence};
  if (why.name == "LedgerOlder") return {"ledger-older", why.sentence};
  if (why.name == "LedgerDamaged") return {"ledger-damaged", why.sentence};
  if (why.name == name(Refusal::Busy)) return {"ledger-busy", why.sentence};
  return {"ledger-failed", why.sentence};
}

Obstacle damaged(const Session& session) {
  return {"ledger-damaged", "The ledger \"" + session.ledgerFile().string() +
                                "\" is damaged. Keep the file, and restore it from a backup."};
}

/// Opens the ledger and looks whether it is sound; says in `obstacles` what is wrong.
Ledger* soundLedger(Session& session, std::vector<Obstacle>& obstacles) {
  const auto ledger = session.ledger();
  if (!ledger) {
    obstacles.push_back(obstacleOf(session, ledger.error()));
    return nullptr;
  }
  const auto sound = (*ledger)->isSound();
  if (!sound) {
    obstacles.push_back(obstacleOf(session, complaint(sound.error())));
    return nullptr;
  }
  if (*sound) return *ledger;
  obstacles.push_back(damaged(session));
  return nullptr;
}

Room roomOf(Session& session, std::vector<Obstacle>& obstacles) {
  Ledger* ledger = soundLedger(session, obstacles);
  if (ledger == nullptr) return {};
  const auto room = readRoom(*ledger, assetsFolder(), session.clock().now());
  if (!room) {
    obstacles.push_back(obstacleOf(session, complaint(room.error())));
    return {};
  }
  for (const Reason& reason : room->reasons) {
    obstacles.push_back({std::string(id(reason.kind)), reason.sentence});
  }
  return *room;
}

std::string readyText(const Room& room) {
  return "Ready: \"" + room.heldClass->facts.title + "\" is open, " +
         counted(room.inStock, "code") + " in stock.\n";
}

/// The self-test of the staff's screen, in `report`.
void addChecks(Report& report, Session& session, const std::string& ledgerProblem) {
  const auto checks = selfTest(placesOf(session, ledgerProblem));
  report.json["checks"] = jsonOf(checks);
  report.text += "\nThe device:\n";
  report.text += linesOf(checks);
  if (worstOf(checks) == Finding::Bad) report.status = ExitStatus::Refused;
}

Answer examine(Session& session) {
  std::vector<Obstacle> obstacles;
  const Room room = roomOf(session, obstacles);
  const bool ledgerFails = !obstacles.empty() && obstacles.front().id.starts_with("ledger-");
  Report report;
  report.json = {{"ready", obstacles.empty()},
                 {"reasons", ordered_json::array()},
                 {"in_stock", room.inStock},
                 {"data", session.data().string()},
                 {"assets", assetsFolder().string()}};
  report.text = obstacles.empty() ? readyText(room) : "The kiosk serves nobody yet:\n";
  if (!obstacles.empty()) report.status = ExitStatus::Refused;
  for (const Obstacle& obstacle : obstacles) {
    report.json["reasons"].push_back({{"id", obstacle.id}, {"sentence", obstacle.sentence}});
    report.text += "- " + harmlessLine(obstacle.sentence) + "\n";
  }
  addChecks(report, session, ledgerFails ? obstacles.front().sentence : "");
  return report;
}

/// Nothing is recorded in a ledger that is not sound; examine() says what is wrong with it.
Answer acceptClockAndExamine(Session& session) {
  std::vector<Obstacle> obstacles;
  if (Ledger* ledger = soundLedger(session, obstacles)) {
    const auto accepted = ledger->journal().acceptClock(Role::Operator);
    if (!accepted) return complaint(accepted.error());
  }
  return examine(session);
}

}  // namespace

void addDoctorCommand(Command app, Asked& asked) {
  Command command = addCommand(
      app, asked, "doctor",
      "Say whether the kiosk may serve, test the device, and say what to do; status 1 if "
      "it may not, or something is broken",
      "hallpass doctor");
  const auto clockIsRight = std::make_shared<bool>(false);
  command.flag("--clock-is-right", *clockIsRight,
               "The clock was once in the future by mistake, and is right now: record that");
  command.whenNamed(
      [&asked, clockIsRight] { asked.work = *clockIsRight ? acceptClockAndExamine : examine; });
}

}  // namespace hallpass

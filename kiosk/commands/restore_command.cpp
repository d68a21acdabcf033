#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"
#include "kiosk/ledger/restoring.h"

namespace hallpass {
namespace {

struct RestoreArguments {
  std::string file;
  bool quarantineStock = false;
};

std::string stockText(const Restored& restored) {
  if (restored.newest) {
    return "It holds the last entry that this device recorded: no code was handed out since, and "
           "the stock can be used as before.\n";
  }
  return counted(restored.quarantined, "code") +
         " that may have been handed out since went to quarantine for good. What was recorded "
         "later is missing: students who took a code since have none here, and lists of codes that "
         "came in since must not be imported again, for their codes may be taken.\n";
}

Answer restore(Session& session, const RestoreArguments& asked) {
  const auto restored =
      restoreLedger(session.ledgerFile(), {asked.file, asked.quarantineStock}, session.clock());
  if (!restored) {
    const auto& why = restored.error();
    const bool refused = why.name == "OlderCopy" || why.name == "ErasedSince" ||
                         why.name == "NotFound" || why.name == "LedgerNewer" ||
                         why.name == "LedgerForeign";
    return Complaint{why.name, why.sentence, refused ? ExitStatus::Refused : ExitStatus::Ledger};
  }
  Report report;
  report.json = {{"events", restored->events},
                 {"quarantined", restored->quarantined},
                 {"newest", restored->newest},
                 {"aside", nullptr}};
  report.text = "Restored: the copy with " + counted(restored->events, "event") +
                " of the journal is the ledger now.\n" + stockText(*restored);
  if (!restored->aside.empty()) {
    report.json["aside"] = restored->aside.string();
    report.text += "The ledger before it is kept as \"" + restored->aside.string() + "\".\n";
  }
  return report;
}

}  // namespace

void addRestoreCommand(Command app, Asked& asked) {
  Command command =
      addCommand(app, asked, "restore",
                 "Put a copy in the place of the ledger, which is kept aside; refused "
                 "where codes may have been handed out since",
                 "hallpass restore backups/ledger-000812-20261121T190000Z-"
                 "0123456789abcdef.db");
  const auto arguments = std::make_shared<RestoreArguments>();
  command.option("FILE", arguments->file, "A backup, or any copy of a ledger")
      .typeName("FILE")
      .required();
  command.flag("--quarantine-stock", arguments->quarantineStock,
               "Restore an older copy too: every code that it has in stock goes to quarantine, for "
               "it may have been handed out since");
  command.whenNamed([&asked, arguments] {
    asked.work = [arguments](Session& session) { return restore(session, *arguments); };
  });
}

}  // namespace hallpass

#include <system_error>

#include "kiosk/commands/command_set.h"
#include "kiosk/commands/printing.h"
#include "kiosk/ledger/copies.h"
#include "kiosk/room/backup_export.h"
#include "kiosk/settings/settings.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

using platform::Result;
using std::filesystem::path;

Report reportOf(const Backup& backup) {
  return {{{"file", backup.file.string()},
           {"events", backup.events},
           {"made_at", platform::toIsoText(backup.at)}},
          "Written and checked: a copy of the ledger with " + counted(backup.events, "event") +
              " of the journal, to \"" + backup.file.string() +
              "\".\nNames and whole codes are in it: keep it as you keep money.\n"};
}

/// Beside the ledger, where the oldest ones make room.
Answer keepHere(Session& session) {
  const auto made = makeBackup(session.ledgerFile(), session.clock().now());
  if (!made) return complaint(made.error());
  const Settings settings = findSettings(session.config()).settings;
  thinBackups(session.ledgerFile(), static_cast<std::size_t>(settings.backupsKept), std::nullopt);
  return reportOf(*made);
}

/// Writes `content` to `target`, and reads it back from there.
Result<platform::Done, Complaint> writeOut(const std::string& content, const path& target) {
  const auto written = platform::replaceFile(target, content);
  if (!written) return complaint(written.error(), target.string());
  const auto back = platform::readFile(target, content.size());
  if (back && *back == content) return platform::Done{};
  std::error_code ignored;
  std::filesystem::remove(target, ignored);
  return complaint(platform::FileRefusal::Unreadable, target.string());
}

Answer copyTo(Session& session, const std::string& to) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  std::error_code ignored;
  if (std::filesystem::equivalent(to, session.ledgerFile(), ignored)) {
    return Complaint{"LedgerFile", "\"" + to + "\" is the ledger itself. Choose another name."};
  }
  // On record first: the copy holds the entry that tells of it.
  const auto verdict = (*ledger)->journal().verify(std::nullopt);
  if (!verdict) return complaint(verdict.error());
  const auto recorded =
      (*ledger)->journal().recordExport("backup", verdict->events + 1, true, Role::Operator);
  if (!recorded) return complaint(recorded.error());
  const platform::UtcTime now = session.clock().now();
  const auto copy = exportBackup(session.ledgerFile(), now);
  if (!copy) return complaint(copy.error());
  const bool folder = std::filesystem::is_directory(to, ignored);
  const path target = folder ? path(to) / copy->name : path(to);
  if (auto written = writeOut(copy->bytes, target); !written) return written.error();
  Report report = reportOf({target, copy->lines, now});
  report.text += "PINs and students' own digits are not in it.\n";
  return report;
}

/// The ledger must be one that can be opened, so that no copy is made of a damaged one.
Answer backUp(Session& session, const std::string& to) {
  const auto ledger = session.ledger();
  if (!ledger) return ledger.error();
  return to.empty() ? keepHere(session) : copyTo(session, to);
}

}  // namespace

void addBackupCommand(Command app, Asked& asked) {
  Command command = addCommand(app, asked, "backup",
                               "Copy the ledger while it is in use, and check the copy; into the "
                               "folder \"backups\" beside it, or where you say",
                               "hallpass backup --to /run/media/hallpass/STICK");
  const auto to = std::make_shared<std::string>();
  command.option("--to", *to, "The file to write, or the folder to write it into")
      .typeName("FILE|DIR");
  command.whenNamed(
      [&asked, to] { asked.work = [to](Session& session) { return backUp(session, *to); }; });
}

}  // namespace hallpass

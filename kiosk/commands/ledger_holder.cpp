#include "kiosk/commands/ledger_holder.h"

#include "platform/os/file_locks.h"

namespace hallpass {

Complaint withHolder(Complaint why, const std::filesystem::path& ledger) {
  if (why.name != name(Refusal::Busy)) return why;
  // SQLite locks who may write through the file beside the ledger, and the ledger itself where a
  // program wants it for itself alone (sqlite.org/walformat.html, "WAL Locks").
  auto holder = platform::writeLockHolder(ledger.string() + "-shm");
  if (!holder) holder = platform::writeLockHolder(ledger);
  if (!holder) return why;
  why.sentence = "Another program is writing to the ledger: " + holder->program + " (process " +
                 std::to_string(holder->process) + "). Nothing changed; try again.";
  return why;
}

}  // namespace hallpass

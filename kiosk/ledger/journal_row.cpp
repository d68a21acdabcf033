#include "kiosk/ledger/journal_row.h"

namespace hallpass {

JournalEntry journalEntryAt(const Statement& row) {
  JournalEntry entry;
  entry.sequence = row.integer(0);
  entry.bootId = row.text(1);
  entry.sinceBoot = {row.integer(2)};
  entry.wall = {row.integer(3)};
  entry.wallQuality = row.text(4);
  entry.role = row.text(5);
  entry.event = row.text(6);
  entry.fields = row.text(7);
  entry.previous = row.hash(8);
  entry.hash = row.hash(9);
  return entry;
}

}  // namespace hallpass

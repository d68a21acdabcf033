#include "kiosk/ledger/journal_row.h"

#include <utility>

#include "kiosk/ledger/canonical_bytes.h"

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

std::string canonicalOf(const JournalEntry& entry) {
  CanonicalBytes content;
  content.add(entry.sequence).add(entry.bootId).add(entry.sinceBoot.ms).add(entry.wall.ms);
  content.add(entry.wallQuality).add(entry.role).add(entry.event).add(entry.fields);
  content.add({reinterpret_cast<const char*>(entry.previous.data()), entry.previous.size()});
  return std::move(content).bytes();
}

platform::Hash hashOf(const JournalEntry& entry) { return platform::sha256(canonicalOf(entry)); }

}  // namespace hallpass

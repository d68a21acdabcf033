#include "kiosk/ledger/commitment.h"

#include "kiosk/ledger/canonical_bytes.h"

namespace hallpass {

std::string commitment(const platform::Key& key, const RosterEntry& entry) {
  CanonicalBytes content;
  content.add(entry.name).add(entry.email).add(entry.number);
  return platform::toHex(platform::keyedHash(key, content.bytes()));
}

}  // namespace hallpass

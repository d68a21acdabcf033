#pragma once

#include <string>

#include "kiosk/domain/student.h"
#include "platform/base/hash.h"

namespace hallpass {

/// What the journal holds instead of a name: HMAC-SHA-256 over name, e-mail and number with the
/// student's own random key, in hexadecimal. While the key is kept it proves who was meant; once
/// name and key are erased it tells nobody anything (trust.md 1.5).
[[nodiscard]] std::string commitment(const platform::Key& key, const RosterEntry& entry);

}  // namespace hallpass

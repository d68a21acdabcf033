#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/domain/stock.h"
#include "platform/base/clock.h"
#include "platform/base/hash.h"
#include "platform/base/signature.h"

namespace hallpass {

/// How a device stands at one moment, in numbers alone: no name, no code, no title.
struct Status {
  platform::UtcTime at;
  std::vector<std::string> failed;   ///< The ids of the checks that found something broken.
  std::vector<std::string> reasons;  ///< Why it serves nobody (readiness.h), as ids.
  StockCount codes;
  std::int64_t events = 0;
  platform::Hash head{};  ///< Of the journal: what `hallpass journal verify --head` takes.
};

/// `status` in lines that a person can read, signed by `key`: short enough for a QR code that a
/// phone photographs. checkSigned() checks it (signed_text.h).
[[nodiscard]] std::string signedStatus(const Status& status, const platform::SigningKey& key);

}  // namespace hallpass

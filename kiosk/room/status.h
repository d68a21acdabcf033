#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/stock.h"
#include "platform/base/clock.h"
#include "platform/base/hash.h"
#include "platform/base/result.h"
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
/// phone photographs. The last line is the Ed25519 signature of all that stands before it.
[[nodiscard]] std::string signedStatus(const Status& status, const platform::SigningKey& key);

/// What is wrong with a status that somebody shows, in a sentence.
struct StatusProblem {
  std::string sentence;
};

/// A status whose signature fits.
struct CheckedStatus {
  std::string lines;        ///< What was signed, but for the line that names the key.
  platform::PublicKey key;  ///< Whose signature it is.
};

/// Checks a text of signedStatus(); ends of lines and blanks around it may have changed on the way.
/// With `key` it must be that device's. Without, the text may be of anybody who made a key.
[[nodiscard]] platform::Result<CheckedStatus, StatusProblem> checkStatus(
    std::string_view text, const std::optional<platform::PublicKey>& key);

}  // namespace hallpass

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/domain/stock.h"
#include "platform/base/result.h"
#include "platform/base/signature.h"

namespace hallpass {

// The first line of each text that a device signs.
inline constexpr std::string_view kStatusHeading = "hallpass status 1";
inline constexpr std::string_view kReceiptHeading = "hallpass receipt 1";

/// `lines`, each with its end, then the line of `key` and that of its Ed25519 signature over all
/// that stands before it.
[[nodiscard]] std::string signedText(std::string lines, const platform::SigningKey& key);

/// What is wrong with a signed text that somebody shows, in a sentence.
struct SignedTextProblem {
  std::string sentence;
};

/// A text whose signature fits.
struct CheckedText {
  std::string lines;        ///< What was signed, but for the line that names the key.
  platform::PublicKey key;  ///< Whose signature it is.
};

/// Checks a status (status.h) or a receipt (receipt_text.h); ends of lines and blanks around it may
/// have changed on the way. With `key` it must be that device's. Without, the text may be of
/// anybody who made a key.
[[nodiscard]] platform::Result<CheckedText, SignedTextProblem> checkSigned(
    std::string_view text, const std::optional<platform::PublicKey>& key);

/// "codes: 3 = 1 in stock + 2 claimed + 0 quarantined + 0 expired + 0 returned", with its end.
[[nodiscard]] std::string codesLine(const StockCount& count);

}  // namespace hallpass

#pragma once

#include <optional>
#include <string>

#include "kiosk/ledger/erasure.h"
#include "platform/base/signature.h"

namespace hallpass {

/// The receipt of an erasure as lines in English, signed by the device's `key`, for a file and for
/// a QR code that a phone photographs: numbers, times in UTC and hashes alone, so that anybody may
/// keep it. checkSigned() checks it (signed_text.h). Without a key it says that it is not signed.
/// The same receipt and key give the same text. Some 550 characters of ASCII.
[[nodiscard]] std::string receiptText(const ErasureReceipt& receipt,
                                      const std::optional<platform::SigningKey>& key);

/// "hallpass-9f86-d081-884c-7d65-2026-11-21-erased.txt"; without the device's name where there is
/// no key.
[[nodiscard]] std::string receiptFileName(const ErasureReceipt& receipt,
                                          const std::optional<platform::SigningKey>& key);

}  // namespace hallpass

#pragma once

#include <string>

#include "kiosk/ledger/erasure.h"

namespace hallpass {

/// The receipt of an erasure as lines "what: value" in English, for a file and for a QR code that a
/// phone photographs: numbers, times in UTC and hashes alone, so that anybody may keep it.
/// Some 450 characters of ASCII.
[[nodiscard]] std::string receiptText(const ErasureReceipt& receipt);

/// "hallpass-0123456789ab-2026-11-21-erased.txt"
[[nodiscard]] std::string receiptFileName(const ErasureReceipt& receipt);

}  // namespace hallpass

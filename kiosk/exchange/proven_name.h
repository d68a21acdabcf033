#pragma once

#include <cstdint>
#include <string>

#include "platform/base/hash.h"

namespace hallpass {

/// `name` with the first 12 hexadecimal digits of its content's SHA-256 before the ending:
/// "hallpass-2026-11-22-claims-1a2b3c4d5e6f.csv". So a list that left can be checked wherever it
/// is, without a second file (`hallpass export check`).
[[nodiscard]] std::string provenName(const std::string& name, const platform::Hash& content);

/// What a file's name says of its content.
enum class NameProof : std::uint8_t {
  None,     ///< Nothing: it is no name of provenName(), or one that begins otherwise.
  Fits,     ///< The content is as it was written.
  Differs,  ///< It is not.
};

/// `name` is a file's, without its folder, or that of a backup (ledger/copies.h); what a browser or
/// a second copy adds to it does not matter.
[[nodiscard]] NameProof proofOf(const std::string& name, const platform::Hash& content);

}  // namespace hallpass

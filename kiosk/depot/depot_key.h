#pragma once

#include <filesystem>
#include <string>

#include "platform/base/hash.h"
#include "platform/base/result.h"
#include "platform/base/sealed_box.h"

namespace hallpass {

/// What a kiosk proves itself to the depot by: one secret seed, of which everything else is made.
class DepotKey {
 public:
  explicit DepotKey(const platform::Key& seed);

  /// What the depot keeps the hash of; never in a log or an error.
  [[nodiscard]] const platform::Hash& secret() const { return secret_; }
  /// What the codes of its leases are sealed for.
  [[nodiscard]] const platform::BoxKey& box() const { return box_; }

 private:
  platform::Hash secret_;
  platform::BoxKey box_;
};

/// The kiosk's key in DATA/depot.key, made at the first call (mode 0600). Not in the ledger: its
/// copies leave the device. A sentence where it cannot be read, or is none; the file then stays.
[[nodiscard]] platform::Result<DepotKey, std::string> depotKey(const std::filesystem::path& data);

/// Makes a new key in its place: one enrolment, one key.
[[nodiscard]] platform::Result<DepotKey, std::string> newDepotKey(
    const std::filesystem::path& data);

/// A fresh UUID, version 4, from libsodium's random source.
[[nodiscard]] std::string freshUuid();

/// Whether `text` is a UUID as a database writes it: 32 hexadecimal digits in small letters, and
/// dashes between.
[[nodiscard]] bool isUuid(std::string_view text);

}  // namespace hallpass

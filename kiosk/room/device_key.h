#pragma once

#include <filesystem>
#include <string>

#include "platform/base/result.h"
#include "platform/base/signature.h"

namespace hallpass {

/// Why the device's key cannot be had, in a sentence of the language that is set, with what to do.
struct KeyProblem {
  std::string sentence;
};

/// The file of the key in the device's folder of data.
[[nodiscard]] std::filesystem::path deviceKeyFile(const std::filesystem::path& data);

/// The key that this device signs its status with: DATA/device.key, made at the first call (mode
/// 0600), kept for good. A file that is there and holds no key, or that others may read, is refused
/// and stays as it is.
[[nodiscard]] platform::Result<platform::SigningKey, KeyProblem> deviceKey(
    const std::filesystem::path& data);

/// What people call the device by: "9f86-d081-884c-7d65", of the SHA-256 of its public key.
[[nodiscard]] std::string deviceName(const platform::PublicKey& key);

}  // namespace hallpass

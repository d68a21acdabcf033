#include "kiosk/room/device_key.h"

#include <algorithm>

#include "platform/base/base64.h"
#include "platform/base/translation.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

using platform::FileRefusal;
using platform::filled;
using platform::tr;

constexpr std::string_view kHeading = "hallpass device key 1\n";

std::optional<platform::SigningKey> keyOf(std::string_view content) {
  if (!content.starts_with(kHeading)) return std::nullopt;
  content.remove_prefix(kHeading.size());
  if (!content.ends_with('\n')) return std::nullopt;
  content.remove_suffix(1);
  const auto bytes = platform::fromBase64(content);
  platform::Key seed{};
  if (!bytes || bytes->size() != seed.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), seed.begin());
  return platform::SigningKey(seed);
}

/// Whether anybody but the owner may do anything with `file`.
bool openToOthers(const std::filesystem::path& file) {
  using std::filesystem::perms;
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  return !error && (status.permissions() & (perms::group_all | perms::others_all)) != perms::none;
}

KeyProblem unusable(const char* sentence, const std::filesystem::path& file) {
  return {filled(sentence, {{"file", file.string()}})};
}

}  // namespace

std::filesystem::path deviceKeyFile(const std::filesystem::path& data) {
  return data / "device.key";
}

platform::Result<platform::SigningKey, KeyProblem> deviceKey(const std::filesystem::path& data) {
  constexpr std::size_t kMostBytes = 1000;
  const std::filesystem::path file = deviceKeyFile(data);
  auto content = platform::readFile(file, kMostBytes, platform::Links::Refused);
  if (!content && content.error() == FileRefusal::NotFound) {
    const auto fresh = platform::SigningKey::fresh();
    const std::string text = std::string(kHeading) + platform::toBase64(fresh.seed()) + "\n";
    const auto written = platform::replaceFile(file, text);
    if (!written) return KeyProblem{platform::sentence(written.error(), file)};
    // Two programs may have made one at once: the last one counts.
    content = platform::readFile(file, kMostBytes, platform::Links::Refused);
  }
  if (!content) return KeyProblem{platform::sentence(content.error(), file)};
  if (openToOthers(file)) {
    return unusable(tr("The device's key \"{file}\" can be read by others. Remove the file: a new "
                       "key is made, and the device has a new name."),
                    file);
  }
  auto key = keyOf(*content);
  if (key) return *key;
  return unusable(tr("The device's key \"{file}\" is damaged. Remove the file: a new key is made, "
                     "and the device has a new name."),
                  file);
}

std::string deviceName(const platform::PublicKey& key) {
  constexpr std::size_t kGroups = 4;
  constexpr std::size_t kGroup = 4;
  const std::string_view bytes(reinterpret_cast<const char*>(key.data()), key.size());
  const std::string hash = platform::toHex(platform::sha256(bytes));
  std::string name;
  for (std::size_t at = 0; at < kGroups; ++at) {
    if (at > 0) name += "-";
    name += hash.substr(at * kGroup, kGroup);
  }
  return name;
}

}  // namespace hallpass

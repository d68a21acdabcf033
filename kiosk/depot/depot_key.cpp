#include "kiosk/depot/depot_key.h"

#include <algorithm>
#include <array>

#include "platform/base/base64.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

constexpr std::string_view kHeading = "hallpass depot key 1\n";
constexpr std::size_t kMostBytes = 1000;
constexpr std::array<std::size_t, 4> kDashes{8, 13, 18, 23};  ///< Of a UUID.

std::filesystem::path fileIn(const std::filesystem::path& data) { return data / "depot.key"; }

platform::Result<DepotKey, std::string> keyOf(std::string_view content) {
  const std::string damaged = "The file depot.key of the data folder is damaged. Enrol anew.";
  if (!content.starts_with(kHeading) || !content.ends_with('\n')) return damaged;
  content.remove_prefix(kHeading.size());
  content.remove_suffix(1);
  const auto bytes = platform::fromBase64(content);
  platform::Key seed{};
  if (!bytes || bytes->size() != seed.size()) return damaged;
  std::copy(bytes->begin(), bytes->end(), seed.begin());
  return DepotKey(seed);
}

}  // namespace

DepotKey::DepotKey(const platform::Key& seed)
    : secret_(platform::keyedHash(seed, "hallpass depot secret")), box_(seed) {}

platform::Result<DepotKey, std::string> depotKey(const std::filesystem::path& data) {
  const auto content = platform::readFile(fileIn(data), kMostBytes, platform::Links::Refused);
  if (content) return keyOf(*content);
  if (content.error() == platform::FileRefusal::NotFound) return newDepotKey(data);
  return platform::sentence(content.error(), fileIn(data));
}

platform::Result<DepotKey, std::string> newDepotKey(const std::filesystem::path& data) {
  const platform::Key seed = platform::randomKey();
  const std::string text = std::string(kHeading) + platform::toBase64(seed) + "\n";
  const auto written = platform::replaceFile(fileIn(data), text);
  if (!written) return platform::sentence(written.error(), fileIn(data));
  return DepotKey(seed);
}

std::string freshUuid() {
  platform::Key random = platform::randomKey();
  random[6] = static_cast<unsigned char>((random[6] & 0x0FU) | 0x40U);
  random[8] = static_cast<unsigned char>((random[8] & 0x3FU) | 0x80U);
  std::string text = platform::toHex(std::span(random.data(), 16));
  for (const std::size_t dash : kDashes) text.insert(dash, "-");
  return text;
}

bool isUuid(std::string_view text) {
  std::string shape(text);
  for (char& letter : shape) {
    if (std::string_view("0123456789abcdef").find(letter) != std::string_view::npos) letter = '0';
  }
  std::string wanted(32, '0');
  for (const std::size_t dash : kDashes) wanted.insert(dash, "-");
  return shape == wanted;
}

}  // namespace hallpass

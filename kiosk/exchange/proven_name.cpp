#include "kiosk/exchange/proven_name.h"

#include <filesystem>
#include <regex>

namespace hallpass {
namespace {

std::string digits(const platform::Hash& content) {
  constexpr std::size_t kDigits = 12;
  return platform::toHex(content).substr(0, kDigits);
}

/// Its digits at the end, but for what counts copies and the ending; a backup's name has more.
const std::regex& provenNames() {
  static const std::regex names(
      R"((?:hallpass|ledger)-.*-([0-9a-f]{12,16})(?:[- (]+[0-9]+\)?)?\.[a-z]+)");
  return names;
}

}  // namespace

std::string provenName(const std::string& name, const platform::Hash& content) {
  const std::filesystem::path whole(name);
  return whole.stem().string() + "-" + digits(content) + whole.extension().string();
}

NameProof proofOf(const std::string& name, const platform::Hash& content) {
  std::smatch part;
  if (!std::regex_match(name, part, provenNames())) return NameProof::None;
  const bool fits = platform::toHex(content).starts_with(part[1].str());
  return fits ? NameProof::Fits : NameProof::Differs;
}

}  // namespace hallpass

#include "kiosk/depot/code_text.h"

#include "platform/base/text.h"

namespace hallpass {

std::string secretText(const Code& code, const std::string& identity) {
  return code.reveal() + "\n" + identity;
}

std::optional<std::pair<Code, std::string>> fromSecretText(const std::string& text) {
  const auto end = text.find('\n');
  if (end == std::string::npos) return std::nullopt;
  const std::string code = text.substr(0, end);
  const std::string identity = text.substr(end + 1);
  if (code.empty() || platform::hasControls(code)) return std::nullopt;
  if (identity.empty() || platform::hasControls(identity)) return std::nullopt;
  return std::pair(Code(code), identity);
}

platform::Hash valueHash(const std::string& passType, const std::string& identity) {
  return platform::sha256(passType + "\n" + identity);
}

}  // namespace hallpass

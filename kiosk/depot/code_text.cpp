#include "kiosk/depot/code_text.h"

namespace hallpass {

std::string secretText(const Code& code, const std::string& identity) {
  return code.reveal() + "\n" + identity;
}

std::optional<std::pair<Code, std::string>> fromSecretText(const std::string& text) {
  const auto end = text.find('\n');
  if (end == std::string::npos || end == 0 || end + 1 == text.size()) return std::nullopt;
  return std::pair(Code(text.substr(0, end)), text.substr(end + 1));
}

platform::Hash valueHash(const std::string& passType, const std::string& identity) {
  return platform::sha256(passType + "\n" + identity);
}

}  // namespace hallpass

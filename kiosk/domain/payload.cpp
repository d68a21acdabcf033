#include "kiosk/domain/payload.h"

#include <algorithm>
#include <optional>

namespace hallpass {
namespace {

bool isUnreserved(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

std::string percentEncoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char raw : text) {
    const auto c = static_cast<unsigned char>(raw);
    if (isUnreserved(c)) {
      encoded += raw;
    } else {
      encoded += {'%', digits[c >> 4U], digits[c & 0xFU]};
    }
  }
  return encoded;
}

std::string withoutDashes(std::string_view text) {
  std::string kept(text);
  std::erase(kept, '-');
  return kept;
}

std::string wifiEscaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\;,\":").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::optional<std::string> inForm(std::string_view value, std::string_view form) {
  if (form.empty()) return std::string(value);
  if (form == "url") return percentEncoded(value);
  if (form == "nodash") return withoutDashes(value);
  if (form == "wifi") return wifiEscaped(value);
  return std::nullopt;
}

}  // namespace

platform::Result<std::string, TemplateRefusal> fillPayload(std::string_view pattern,
                                                           const PayloadFields& fields) {
  std::string payload;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    payload += pattern.substr(0, open);
    if (open == pattern.npos) break;
    const std::size_t close = pattern.find('}', open);
    if (close == pattern.npos) return TemplateRefusal::Unclosed;
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    pattern.remove_prefix(close + 1);
    const std::size_t colon = name.find(':');
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const auto& candidate) {
      return candidate.first == name.substr(0, colon);
    });
    if (field == fields.end()) return TemplateRefusal::UnknownField;
    const auto value =
        inForm(field->second, colon == name.npos ? std::string_view() : name.substr(colon + 1));
    if (!value) return TemplateRefusal::UnknownForm;
    payload += *value;
  }
  return payload;
}

}  // namespace hallpass

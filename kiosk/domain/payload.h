#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/result.h"

namespace hallpass {

enum class TemplateRefusal : std::uint8_t {
  Unclosed,      ///< A "{" without its "}".
  UnknownField,  ///< A field that no value was given for.
  UnknownForm,   ///< A form other than url, nodash or wifi.
};

/// The values of a template's fields: {"CODE", "WK0S..."}.
using PayloadFields = std::vector<std::pair<std::string, std::string>>;

/// What the QR holds: literal text with {FIELD} (as it is), {FIELD:url} (percent-encoded, RFC 3986
/// unreserved characters kept), {FIELD:nodash} (without "-") or {FIELD:wifi} (backslash before
/// \ ; , " :). Source: domain.md 3.
[[nodiscard]] platform::Result<std::string, TemplateRefusal> fillPayload(
    std::string_view pattern, const PayloadFields& fields);

}  // namespace hallpass

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hallpass {

/// What NewClass::account may be, besides "" for the guide's default. The guide says what each of
/// them means: these are the names of its AccountKind.
inline constexpr std::array<std::string_view, 3> kClassAccounts{"personal", "tenant",
                                                                "tenant-phone"};

[[nodiscard]] bool isClassAccount(std::string_view account);

/// Whether kLanguages has the id.
[[nodiscard]] bool isLanguage(std::string_view id);

/// "fi, en" as ids, in that order and as they stand, known or not; none of "".
[[nodiscard]] std::vector<std::string> languageIds(std::string_view list);

/// Those of `ids` that kLanguages has, each once, in their order.
[[nodiscard]] std::vector<std::string> knownLanguages(const std::vector<std::string>& ids);

/// "fi,en": as the ledger stores them.
[[nodiscard]] std::string languageList(const std::vector<std::string>& ids);

}  // namespace hallpass

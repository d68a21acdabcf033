#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/domain/pass_type.h"
#include "kiosk/exchange/code_list.h"
#include "platform/base/hash.h"
#include "platform/base/translation.h"

namespace hallpass {

/// What stands for a file's name where the codes were typed or scanned; so in the ledger too.
inline constexpr std::string_view kTypedName = platform::noted("typed at the desk");

/// A list of codes before anything of it is stored: what a file holds, or what was typed.
struct CodeSource {
  std::string name;       ///< The file's, without its folder; or kTypedName.
  platform::Hash hash{};  ///< Of the file. Of typed codes: of the moment, never of a code.
  std::variant<Table, std::vector<Code>> content;

  [[nodiscard]] bool typed() const { return std::holds_alternative<std::vector<Code>>(content); }
};

/// The codes that were typed, in their order, as a source.
[[nodiscard]] CodeSource typedSource(std::vector<Code> codes, platform::UtcTime now);

/// The codes of `source`, read as those of `type`; see readCodes(). Typed codes count their lines
/// from 1.
[[nodiscard]] platform::Result<CodeList, ListProblem> codesOf(const CodeSource& source,
                                                              const PassType& type,
                                                              platform::UtcTime now,
                                                              const Progress& progress);

/// The one of `types` that most codes of `source` have the shape of. Among equal ones: the one
/// whose title stands in the source's heading, else the first of `preferred` (ids), else the first.
/// `types` is not empty. Answers early where `progress` answers false.
[[nodiscard]] const PassType& likeliestType(const CodeSource& source,
                                            const std::vector<PassType>& types,
                                            const std::vector<std::string>& preferred,
                                            const Progress& progress);

/// Why what was typed or scanned cannot be a code, or "". Never holds it.
[[nodiscard]] std::string typedCodeMistake(const std::string& typed);

}  // namespace hallpass

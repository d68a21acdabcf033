#pragma once

#include <cstdint>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace hallpass {

/// Whether two codes that differ only in the case of A-Z are one code.
enum class CaseRule : std::uint8_t { Sensitive, Insensitive };

/// What is handed out, as data from assets/pass-types/ID.toml (domain.md 6).
struct PassType {
  std::string id;       ///< "azure-pass": lower-case letters, digits and dashes.
  std::string title;    ///< "Azure Pass"
  bool offered = true;  ///< On the desk's forms; the command line takes all.
  /// One code is for several students: the stock holds it once for each use
  /// (decisions/shared-codes).
  bool shared = false;
  std::vector<std::regex> shapes;  ///< A code that matches none is odd: taken, with a warning.
  std::string shapeHint;  ///< "18 letters and digits, or five groups of five": for the warning.
  CaseRule caseRule = CaseRule::Sensitive;
  std::string payload;  ///< Template of what the QR holds, such as "{CODE}"; see payload.h.
  std::string site;     ///< Where the student types the code; "https://..."; may be empty.
  std::string guide;    ///< The guide to show: assets/guides/GUIDE.toml.
  std::string value;    ///< "about $100"; empty = not shown.
  std::vector<std::string> codeHeaders;  ///< Header words of the column that holds the code.

  /// Whether `code` looks like one of this type.
  [[nodiscard]] bool hasShape(std::string_view code) const;

  /// What makes two codes the same one: `code`, upper-cased where the case does not count.
  [[nodiscard]] std::string identity(std::string_view code) const;
};

}  // namespace hallpass

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/pass_type.h"
#include "kiosk/exchange/code_list.h"
#include "kiosk/exchange/roster_file.h"
#include "kiosk/exchange/table.h"
#include "platform/base/text.h"
#include "platform/os/files.h"
#include "tests/support/catch.h"

namespace tests {

/// 2026-11-21, the day on which these lists are read.
inline constexpr platform::UtcTime kToday{1'795'219'200'000};

inline hallpass::PassType passType(std::string title, std::vector<std::string> shapes,
                                   hallpass::CaseRule rule, std::vector<std::string> headers) {
  hallpass::PassType type;
  type.title = std::move(title);
  for (const std::string& shape : shapes) type.shapes.emplace_back(shape);
  type.shapeHint = "of the usual shape";
  type.caseRule = rule;
  type.codeHeaders = std::move(headers);
  return type;
}

inline hallpass::PassType azurePass() {
  return passType("Azure Pass", {"[A-Z0-9]{18}", "[A-Z0-9]{14}", "[A-Z0-9]{5}(-[A-Z0-9]{5}){4}"},
                  hallpass::CaseRule::Insensitive, {"promo code", "azure pass code", "code"});
}
inline hallpass::PassType trainingKey() {
  return passType("Training key", {"[0-9A-Fa-f]{8}"}, hallpass::CaseRule::Sensitive,
                  {"training key", "key"});
}
inline hallpass::PassType examVoucher() {
  return passType("Exam voucher", {"[A-Z0-9]{16}"}, hallpass::CaseRule::Insensitive,
                  {"voucher code", "voucher"});
}

inline std::string sample(const std::string& name) {
  return platform::readFile(std::string(TESTS_DATA) + "/" + name, 1U << 20U).value();
}

inline hallpass::Table tableOf(std::string_view bytes) {
  auto table = hallpass::readTable(bytes);
  INFO((table ? "" : table.error().sentence));
  REQUIRE(table.ok());
  return *table;
}

inline hallpass::CodeList codesOf(std::string_view bytes, const hallpass::PassType& type) {
  auto list = hallpass::readCodes(tableOf(bytes), type, kToday);
  INFO((list ? "" : list.error().sentence));
  REQUIRE(list.ok());
  return *list;
}

inline hallpass::RosterList rosterOf(std::string_view bytes) {
  auto list = hallpass::readRoster(tableOf(bytes));
  INFO((list ? "" : list.error().sentence));
  REQUIRE(list.ok());
  return *list;
}

inline std::vector<std::string> textsOf(const hallpass::CodeList& list) {
  std::vector<std::string> texts;
  for (const hallpass::NewCode& code : list.codes) texts.push_back(code.code.reveal());
  return texts;
}

inline std::vector<std::string> namesOf(const hallpass::RosterList& list) {
  std::vector<std::string> names;
  for (const hallpass::RosterEntry& entry : list.entries) names.push_back(entry.name);
  return names;
}

/// The note of `line`, or "".
inline std::string noteOf(const std::vector<hallpass::LineNote>& notes, int line) {
  for (const hallpass::LineNote& note : notes) {
    if (note.line == line) return note.what;
  }
  return "";
}

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The refusal of a whole file; "read" where there is none.
inline std::string refusalOf(std::string_view bytes) {
  const auto table = hallpass::readTable(bytes);
  return table ? "read" : std::string(hallpass::name(table.error().why));
}

/// How a test writes a text file.
enum class Written { Utf8, Utf8Mark, Utf16Little, Utf16LittleMark, Utf16Big, Utf16BigMark, Latin };

inline constexpr Written kAllWritten[] = {
    Written::Utf8,     Written::Utf8Mark,     Written::Utf16Little, Written::Utf16LittleMark,
    Written::Utf16Big, Written::Utf16BigMark, Written::Latin};

inline std::string utf16(std::string_view text, bool little) {
  std::string bytes;
  const auto unit = [&](char32_t value) {
    const char low = static_cast<char>(value & 0xFFU);
    const char high = static_cast<char>(value >> 8U);
    bytes += little ? low : high;
    bytes += little ? high : low;
  };
  for (const char32_t point : platform::toCodePoints(text)) {
    if (point < 0x10000) {
      unit(point);
    } else {
      unit(0xD800 + ((point - 0x10000) >> 10U));
      unit(0xDC00 + ((point - 0x10000) & 0x3FFU));
    }
  }
  return bytes;
}

/// `text` as the bytes of a file. Latin takes characters up to U+00FF only.
inline std::string write(std::string_view text, Written how) {
  switch (how) {
    case Written::Utf8:
      return std::string(text);
    case Written::Utf8Mark:
      return "\xEF\xBB\xBF" + std::string(text);
    case Written::Utf16Little:
      return utf16(text, true);
    case Written::Utf16LittleMark:
      return "\xFF\xFE" + utf16(text, true);
    case Written::Utf16Big:
      return utf16(text, false);
    case Written::Utf16BigMark:
      return "\xFE\xFF" + utf16(text, false);
    case Written::Latin:
      break;
  }
  std::string bytes;
  for (const char32_t point : platform::toCodePoints(text)) bytes += static_cast<char>(point);
  return bytes;
}

}  // namespace tests

#include "kiosk/exchange/table.h"

#include <algorithm>
#include <array>

#include "kiosk/exchange/delimited.h"
#include "kiosk/exchange/encoding.h"
#include "kiosk/exchange/limits.h"
#include "kiosk/exchange/workbook.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

using platform::Result;

/// How files begin that people pick by mistake.
struct Beginning {
  std::string_view bytes;
  ListRefusal refusal;
};

constexpr std::array<Beginning, 11> kOtherFiles{{
    {"\xD0\xCF\x11\xE0", ListRefusal::OldWorkbook},  // OLE: .xls, or an .xlsx with a password
    {"PK\x05\x06", ListRefusal::NoWorkbook},         // an archive of nothing
    {"Rar!", ListRefusal::NoWorkbook},
    {"7z\xBC\xAF", ListRefusal::NoWorkbook},
    {"\x1F\x8B", ListRefusal::NoWorkbook},
    {"%PDF", ListRefusal::NotAList},
    {"\x89PNG", ListRefusal::NotAList},
    {"\xFF\xD8\xFF", ListRefusal::NotAList},  // JPEG
    {"GIF8", ListRefusal::NotAList},
    {"{\\rtf", ListRefusal::NotAList},
    {"\x7F"
     "ELF",
     ListRefusal::NotAList},
}};

bool startsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// Whether `text` is a web page or another tree of tags.
bool isMarkup(std::string_view text) {
  const std::string start = platform::foldForSearch(platform::trim(text.substr(0, 512)));
  return startsWith(start, "<!doctype") || startsWith(start, "<html") || startsWith(start, "<?xml");
}

/// Whether `text` is what a program or a picture looks like when it is taken for text.
bool isBinary(std::string_view text) {
  const auto controls = std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && (byte < 0x09 || byte > 0x0D);
  });
  return controls > 8 && static_cast<std::size_t>(controls) > text.size() / 50;
}

Result<std::vector<Row>, ListProblem> readText(std::string_view bytes) {
  const std::string text = toText(bytes);
  if (isBinary(text) || isMarkup(text)) return problem(ListRefusal::NotAList);
  auto rows = readDelimited(text);
  if (!rows) return problem(ListRefusal::TooLarge);
  if (rows->empty()) return problem(ListRefusal::Empty);
  return std::move(*rows);
}

Result<std::vector<Row>, ListProblem> readRows(std::string_view bytes) {
  if (bytes.size() > kMostFileBytes) return problem(ListRefusal::TooLarge);
  if (startsWith(bytes, "PK\x03\x04")) return readWorkbook(bytes);
  for (const Beginning& other : kOtherFiles) {
    if (startsWith(bytes, other.bytes)) return problem(other.refusal);
  }
  return readText(bytes);
}

}  // namespace

Result<Table, ListProblem> readTable(std::string_view bytes) {
  auto rows = readRows(bytes);
  if (!rows) return rows.error();
  return Table{std::move(*rows), platform::sha256(bytes)};
}

}  // namespace hallpass

#include "kiosk/exchange/sheet.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "kiosk/exchange/limits.h"
#include "kiosk/exchange/xml_part.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

/// The text of a shared or inline string: <t>, or <r><t> of each run; <rPh> holds a reading.
std::string stringText(pugi::xml_node item) {
  std::string text;
  for (const pugi::xml_node child : item.children()) {
    const std::string_view name = localName(child.name());
    if (name == "t") text += textOf(child);
    if (name == "r") text += textOf(childOf(child, "t"));
  }
  return text;
}

std::optional<std::size_t> indexOf(std::string_view text) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return index;
}

/// The column of a reference such as "AB12", from 0; nullopt where it is none or past the limit.
std::optional<std::size_t> columnOf(std::string_view reference) {
  std::size_t column = 0;
  std::size_t letters = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (++letters > 3) return std::nullopt;
  }
  return letters == 0 ? std::nullopt : std::optional(column - 1);
}

std::string numberCell(pugi::xml_node cell, std::string_view stored, const SheetContext& context) {
  const auto style = indexOf(attributeOf(cell, "s"));
  const NumberStyle shown =
      style && *style < context.styles.size() ? context.styles[*style] : NumberStyle{};
  return numberText(stored, shown, context.dateSystem);
}

/// "2027-01-28" for "2027-01-28T00:00:00": a date cell that spells its date.
std::string spelledDate(std::string stored) {
  const std::size_t time = stored.find("T00:00");
  if (time != std::string::npos) stored.resize(time);
  return stored;
}

/// nullopt where the cell names a shared text that is not there.
std::optional<std::string> cellText(pugi::xml_node cell, const SheetContext& context) {
  const std::string_view type = attributeOf(cell, "t");
  if (type == "inlineStr") return stringText(childOf(cell, "is"));
  std::string stored = textOf(childOf(cell, "v"));
  if (stored.empty()) return stored;
  if (type == "s") {
    const auto index = indexOf(stored);
    if (!index || *index >= context.texts.size()) return std::nullopt;
    return context.texts[*index];
  }
  if (type == "b") return stored == "1" ? "TRUE" : "FALSE";
  if (type == "d") return spelledDate(std::move(stored));
  if (type.empty() || type == "n") return numberCell(cell, stored, context);
  return stored;
}

/// The cells of one row up to its last one that is not blank.
platform::Result<std::vector<std::string>, ListProblem> readRow(pugi::xml_node row,
                                                                const SheetContext& context) {
  std::vector<std::string> cells;
  std::size_t next = 0;
  for (const pugi::xml_node cell : row.children()) {
    if (localName(cell.name()) != "c") continue;
    const std::size_t column = columnOf(attributeOf(cell, "r")).value_or(next);
    next = column + 1;
    auto text = cellText(cell, context);
    if (!text) return problem(ListRefusal::Damaged);
    if (platform::trim(*text).empty()) continue;
    if (column >= kMostColumns) return problem(ListRefusal::TooLarge);
    if (cells.size() <= column) cells.resize(column + 1);
    cells[column] = std::move(*text);
  }
  return cells;
}

}  // namespace

std::vector<std::string> readSharedTexts(pugi::xml_node document) {
  std::vector<std::string> texts;
  for (const pugi::xml_node item : childOf(document, "sst").children()) {
    if (localName(item.name()) == "si") texts.push_back(stringText(item));
  }
  return texts;
}

platform::Result<std::vector<Row>, ListProblem> readSheet(pugi::xml_node document,
                                                          const SheetContext& context) {
  const pugi::xml_node data = childOf(childOf(document, "worksheet"), "sheetData");
  if (!data) return problem(ListRefusal::Damaged);
  std::vector<Row> rows;
  std::size_t cells = 0;
  int line = 0;
  for (const pugi::xml_node row : data.children()) {
    if (localName(row.name()) != "row") continue;
    const auto said = indexOf(attributeOf(row, "r"));
    // No spreadsheet counts back; a number that does is no line to name in a note.
    const int next = said && *said <= kMostSheetRows ? static_cast<int>(*said) : 0;
    line = std::max(line + 1, next);
    auto read = readRow(row, context);
    if (!read) return read.error();
    cells += read->size();
    if (cells > kMostCells) return problem(ListRefusal::TooLarge);
    if (!read->empty()) rows.push_back({line, std::move(*read)});
  }
  return rows;
}

}  // namespace hallpass

#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "kiosk/exchange/sheet_styles.h"
#include "kiosk/exchange/table.h"

namespace hallpass {

/// What the cells of a sheet refer to.
struct SheetContext {
  std::vector<std::string> texts;
  std::vector<NumberStyle> styles;
  DateSystem dateSystem = DateSystem::From1900;
};

/// The texts of the parsed part sharedStrings.xml: runs of different looks joined, readings
/// (phonetic runs) left out.
[[nodiscard]] std::vector<std::string> readSharedTexts(pugi::xml_node document);

/// The rows of a parsed worksheet part, blank rows and blank cells at a row's end left out. Refuses
/// with Damaged (a cell names a text that is not there, or no sheet at all) or TooLarge.
[[nodiscard]] platform::Result<std::vector<Row>, ListProblem> readSheet(
    pugi::xml_node document, const SheetContext& context);

}  // namespace hallpass

#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "kiosk/exchange/list_problem.h"
#include "platform/base/result.h"

namespace hallpass {

/// Reads one XML part of a workbook into `document`. Refuses with Damaged (not well-formed, or with
/// a document type: no spreadsheet program writes one, and its entities are a known attack) or
/// TooLarge.
[[nodiscard]] platform::Result<platform::Done, ListProblem> parseXml(std::string_view xml,
                                                                     pugi::xml_document& document);

/// `qualified` without its namespace prefix: programs choose the prefix freely.
[[nodiscard]] std::string_view localName(std::string_view qualified);

/// The first child element of that local name, or an empty node.
[[nodiscard]] pugi::xml_node childOf(pugi::xml_node node, std::string_view local);

/// The value of the attribute of that local name, or "".
[[nodiscard]] std::string_view attributeOf(pugi::xml_node node, std::string_view local);

/// All text directly in `node`, with the workbook format's _xHHHH_ escapes resolved (ECMA-376 part
/// 1, 22.4.2.4). Always UTF-8.
[[nodiscard]] std::string textOf(pugi::xml_node node);

}  // namespace hallpass

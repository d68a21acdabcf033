#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/exchange/table.h"

namespace hallpass {

/// The rows of `text`, blank ones left out, with their lines. Line ends are CRLF, LF or CR, also
/// mixed. The separator is the one of comma, semicolon, tab and bar that most rows agree on, or
/// what a first line "sep=;" names; where none does, each line is one cell. Cells may be quoted and
/// then hold separators and line ends; a line whose quotes do not close is taken literally, so that
/// it spoils no other line. nullopt = more than kMostCells cells.
[[nodiscard]] std::optional<std::vector<Row>> readDelimited(std::string_view text);

}  // namespace hallpass

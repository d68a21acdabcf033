#pragma once

#include <string>
#include <vector>

#include "kiosk/commands/answer.h"
#include "kiosk/domain/stock.h"
#include "kiosk/exchange/roster_file.h"
#include "kiosk/exchange/table.h"

namespace hallpass {

/// The table that `file` holds.
[[nodiscard]] platform::Result<Table, Complaint> readTableFile(const std::string& file);

/// The students that `file` holds.
[[nodiscard]] platform::Result<RosterList, Complaint> readRosterFile(const std::string& file);

/// [{"line":3,"what":"..."}], in the order of the lines.
[[nodiscard]] nlohmann::ordered_json jsonOf(const std::vector<LineNote>& notes);

/// "  line 3: ...\n" for each of the first twenty notes, and how many more there are.
[[nodiscard]] std::string textOf(const std::vector<LineNote>& notes);

}  // namespace hallpass

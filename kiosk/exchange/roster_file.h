#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/domain/stock.h"
#include "kiosk/domain/student.h"
#include "kiosk/exchange/table.h"
#include "platform/base/result.h"

namespace hallpass {

/// The students of a file, before the roster is asked about them.
struct RosterList {
  std::vector<RosterEntry> entries;  ///< In file order.
  std::vector<int> lines;            ///< The line of each entry, in the same order.
  std::int64_t rejected = 0;         ///< Lines that were not taken; each has a note.
  std::vector<LineNote> notes;       ///< What a person should look at, in line order.
  platform::Hash fileHash{};
};

/// Finds name, e-mail and student number in `table`: by header words of many languages, else by
/// what the cells look like. A first-name and a last-name column become one name, in that order.
/// Names keep every byte but the white space around them. Two lines of one name are two students;
/// a line that repeats a number or an e-mail of the file is kept and noted, and the roster takes it
/// as news of the same student. Refuses with NoStudents.
[[nodiscard]] platform::Result<RosterList, ListProblem> readRoster(const Table& table);

}  // namespace hallpass

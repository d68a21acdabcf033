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
  std::int64_t rejected = 0;         ///< Lines that were not taken; each has a note.
  std::vector<LineNote> notes;       ///< What a person should look at, in line order.
};

/// Finds name, e-mail and student number in `table`: by header words of many languages, else by
/// what the cells look like. A first-name and a last-name column become one name, in that order.
/// Names keep every byte but the white space around them and the guard of a file that was written
/// here (csv_writer.h).
///
/// Two lines of one name with two numbers, or two e-mails, are two students, and so are two lines
/// of one e-mail with two numbers. A line that repeats a number, or an e-mail where one of the two
/// lines has no number, counts as the student of the earlier line when the names are the same
/// (nameKey()) and is rejected when they are not. Two lines of one name with neither number nor
/// e-mail count as one student. Each such line has a note. Refuses with NoStudents.
[[nodiscard]] platform::Result<RosterList, ListProblem> readRoster(const Table& table);

}  // namespace hallpass

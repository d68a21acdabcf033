#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/stock.h"
#include "kiosk/domain/student.h"
#include "platform/base/result.h"

namespace hallpass {

class Database;
class Journal;

/// The students of the current class. Names stand in a table of their own, and the journal holds
/// only commitments to them, so that erasing a name leaves the journal valid.
class Roster {
 public:
  struct Report {
    std::int64_t added = 0;
    std::int64_t updated = 0;  ///< Known by number or e-mail, and something of them was new.
  };

  Roster(Database& database, Journal& journal);

  /// Adds `entries` in their order. An entry whose number is known (as platform::foldForSearch
  /// compares them) updates that student. One whose e-mail is known updates the student of that
  /// e-mail and name (nameKey()), or of another name where nobody else has the e-mail and no entry
  /// before it spoke of that student; never a student whose number is another one. One with neither
  /// is the same student as one of that name with neither. Whatever else is a new student. An
  /// update never empties an e-mail or a number; where entries speak of one student, the last one
  /// counts. The same list again adds and updates nobody, where a number stands in it once.
  /// All or nothing. Refuses with NoClass, ClassClosed, BadName, Busy or Failed.
  [[nodiscard]] platform::Result<Report, Refusal> add(std::span<const RosterEntry> entries,
                                                      Mode mode, Role role);

  /// Adds somebody who is on no list. A name that a student of the class has already (as nameKey()
  /// compares them) is refused, for joining again must not bring a second code: two people of one
  /// name tell themselves apart by what they type. Refuses with NoClass, ClassClosed, NoWalkIns,
  /// BadName, NameTaken, Busy or Failed; nothing changed.
  [[nodiscard]] platform::Result<StudentId, Refusal> addWalkIn(std::string_view name, Role role);

  /// Adds somebody whom the instructor or a command names, walk-ins allowed or not. A number or an
  /// e-mail that a student of the class has already refuses with NameTaken, and so does the name of
  /// one where the entry has neither. Refuses with NoClass, ClassClosed, BadName, Busy or Failed.
  [[nodiscard]] platform::Result<StudentId, Refusal> addStudent(const RosterEntry& entry,
                                                                Role role);

  /// Gives a student of the current class another name; e-mail and number stay. Records
  /// `student-updated`. Refuses with NoClass, UnknownStudent, BadName, Busy or Failed.
  [[nodiscard]] platform::Result<platform::Done, Refusal> rename(StudentId student,
                                                                 std::string_view name, Role role);

  /// Every student of the current class, in the order in which they were added; none without one.
  /// A student whose name was erased is not among them.
  [[nodiscard]] platform::Result<std::vector<Student>, Refusal> students();

  /// The same with those whose names were erased, as empty entries: for what only counts.
  [[nodiscard]] platform::Result<std::vector<Student>, Refusal> places();

 private:
  Database& database_;
  Journal& journal_;
};

}  // namespace hallpass

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/order.h"
#include "kiosk/domain/student.h"
#include "platform/base/clock.h"

namespace hallpass {

/// Where a student stands, those first who need the instructor first.
enum class StudentState : std::uint8_t {
  Without,  ///< Has no code yet.
  Stuck,    ///< Said anything else than that it worked.
  Silent,   ///< Has a code, and said nothing yet.
  Worked,
};

inline constexpr std::array kStudentStates{StudentState::Without, StudentState::Stuck,
                                           StudentState::Silent, StudentState::Worked};

/// "No code", "No word yet": for a button.
[[nodiscard]] std::string_view title(StudentState state);

[[nodiscard]] StudentState stateOf(const Student& student);

/// "Already used" for "already-used"; "" for ""; any other word as it is.
[[nodiscard]] std::string outcomeTitle(std::string_view outcome);

/// A student as the instructor reads them in a list. Never holds a code.
struct ListedStudent {
  Student student;
  std::string name;  ///< Whole, in spoken order; a namesake's with number or e-mail.
  std::string code;  ///< Masked; "" = none yet.
  std::optional<platform::UtcTime> takenAt;
  StudentState state = StudentState::Without;
};

/// The columns that a list of students can be sorted by.
enum class StudentColumn : std::uint8_t { Name, Taken, State };

/// What of a class's students is to be seen, and in which order.
struct StudentQuery {
  std::string typed;                 ///< Parts of a name, the start of a number or e-mail.
  std::optional<StudentState> only;  ///< nullopt: all.
  StudentColumn column = StudentColumn::State;
  Direction direction = Direction::Ascending;
};

/// The students of one class with their live claims.
class StudentList {
 public:
  StudentList() = default;
  StudentList(const std::vector<Student>& students, const std::vector<ClaimRecord>& records);

  [[nodiscard]] bool empty() const { return students_.empty(); }

  /// Those that `query` asks for. Equal ones stand by name, then as on the roster; who has taken
  /// no code stands last by Taken, whichever the direction. The pointers live as long as the list.
  [[nodiscard]] std::vector<const ListedStudent*> find(const StudentQuery& query) const;

  /// How many `query` finds, whatever its `only`: each state in the order of kStudentStates.
  [[nodiscard]] std::array<std::size_t, kStudentStates.size()> count(StudentQuery query) const;

 private:
  struct Entry {
    ListedStudent listed;
    std::string key;  ///< What names are sorted by.
  };
  std::vector<Entry> students_;  ///< By name.
};

}  // namespace hallpass

#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/domain/student.h"

namespace hallpass {

/// A roster that is prepared for being searched: search(), findByNumber() and shownNames() with the
/// same answers, which cost what they find and not what the roster holds. What was prepared stays
/// as long as the roster's names, numbers and e-mails do.
class RosterSearch {
 public:
  /// Looks in `roster` from now on, which outlives this or the next call. Cheap where its students
  /// are the same ones as before; otherwise the next question prepares them.
  void lookIn(std::span<const Student> roster);

  /// As search().
  [[nodiscard]] std::vector<StudentId> find(std::string_view typed);

  /// As findByNumber().
  [[nodiscard]] const Student* findByNumber(std::string_view typed);

  /// As shownNames().
  [[nodiscard]] std::vector<ShownName> shown(std::span<const StudentId> students);

 private:
  using Places = std::vector<std::size_t>;

  /// All who are shown by one name.
  struct Namesakes {
    std::string shown;
    Places places;
    std::size_t level = 0;
    bool levelKnown = false;
  };

  struct Prepared {
    StudentId id;
    RosterEntry entry;
    std::size_t namesakes = 0;  ///< Where in namesakes_.
  };

  [[nodiscard]] static bool isSame(const Student& student, const Prepared& before);
  void prepare();
  [[nodiscard]] std::size_t levelOf(Namesakes& same) const;
  using Keys = std::span<const std::pair<std::string, std::size_t>>;
  [[nodiscard]] Keys startingWith(const std::string& start) const;

  std::span<const Student> roster_;
  bool checked_ = false;  ///< roster_ is what was prepared.
  std::vector<Prepared> prepared_;
  std::vector<std::pair<std::string, std::size_t>> keys_;  ///< searchKeys() and whose; sorted.
  std::map<std::string, Places> byNumber_;                 ///< Folded.
  std::map<StudentId, std::size_t> byId_;
  std::vector<Namesakes> namesakes_;
};

}  // namespace hallpass

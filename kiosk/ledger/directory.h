#pragma once

#include <map>
#include <set>
#include <string>

#include "kiosk/domain/student.h"

namespace hallpass {

/// The students of one class by number, e-mail and name, as the class stands now.
class Directory {
 public:
  using Indexes = std::set<std::size_t>;

  void put(const RosterEntry& entry, std::size_t index);

  /// Takes away what put() gave: a student who has a new number has the old one no more.
  void drop(const RosterEntry& entry, std::size_t index);

  [[nodiscard]] bool has(const RosterEntry& entry) const;

  [[nodiscard]] Indexes ofNumber(const RosterEntry& entry) const;
  [[nodiscard]] Indexes ofEmail(const RosterEntry& entry) const;
  /// Those that have that name, and neither number nor e-mail, where `entry` has neither.
  [[nodiscard]] Indexes ofBareName(const RosterEntry& entry) const;

 private:
  using Index = std::map<std::string, Indexes>;

  Index byNumber_;
  Index byEmail_;
  Index byName_;
};

}  // namespace hallpass

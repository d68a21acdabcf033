#pragma once

#include <optional>
#include <set>
#include <vector>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/class.h"
#include "kiosk/domain/student.h"
#include "kiosk/ledger/directory.h"
#include "kiosk/ledger/events.h"
#include "kiosk/ledger/roster.h"
#include "platform/base/hash.h"

namespace hallpass {

/// One student with what only the ledger knows.
struct KnownStudent {
  StudentId id;
  RosterEntry entry;
  platform::Key key{};
};

/// Those of a class whose names are known, in their order, within the caller's transaction. Throws
/// SqlError.
[[nodiscard]] std::vector<KnownStudent> readKnown(Database& database, ClassId inClass);

/// Writes students of one class and records that, within the caller's transaction. Throws SqlError.
class Register {
 public:
  Register(Database& database, Journal& journal, ClassId inClass, Role role)
      : database_(database), journal_(journal), class_(inClass), role_(role) {}

  KnownStudent add(const RosterEntry& entry, Event event);
  void update(const KnownStudent& student);

 private:
  void record(const KnownStudent& student, Event event);

  Database& database_;
  Journal& journal_;
  ClassId class_;
  Role role_;
};

/// Takes a list in its order, and writes what came of it at the end: two lines that speak of one
/// student are one change, and the same list again is none.
class Enrolment {
 public:
  explicit Enrolment(std::vector<KnownStudent> known);
  void take(const RosterEntry& entry);
  Roster::Report write(Register& writer) const;

 private:
  [[nodiscard]] std::optional<std::size_t> find(const RosterEntry& entry) const;
  [[nodiscard]] std::optional<std::size_t> findByEmail(const RosterEntry& entry) const;

  std::vector<KnownStudent> students_;
  std::vector<RosterEntry> before_;  ///< What stood of the first of them; the others are new.
  Directory directory_;
  std::set<std::size_t> listed_;  ///< Named by this list already.
};

}  // namespace hallpass

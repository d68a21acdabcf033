#pragma once

#include <memory>
#include <utility>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/ledger.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"

namespace tests {

/// What a Ledger is made of, with its database at hand.
struct Parts {
  std::unique_ptr<hallpass::Database> database;
  hallpass::Journal journal;
  hallpass::Roster roster{*database, journal};
  hallpass::Stock stock{*database, journal};
  hallpass::Claims claims{*database, journal};
  hallpass::Locks locks{*database, journal};
  hallpass::Erasure erasure{*database, journal};
  hallpass::Leases leases{*database, journal};

  /// Brings it up to date, and finishes an erasure, as Ledger::open() does. Throws SqlError.
  Parts(std::unique_ptr<hallpass::Database> opened, const platform::Clock& clock)
      : database(std::move(opened)), journal(*database, clock) {
    migrate(*database, journal, hallpass::migrations());
    finishErasure(*database, journal);
  }
};

}  // namespace tests

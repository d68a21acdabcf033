#pragma once

namespace hallpass {

/// Migration 6: the kiosk's side of a depot. A code of a lease is a code of the stock, in a batch
/// of its own; these tables say which depot, which lease, and what was told of it. Explained in
/// kiosk/ledger/README.md; never changed once it is in use.
inline constexpr const char* kSchema6 = R"sql(
CREATE TABLE depot (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  kiosk         TEXT    NOT NULL CHECK (length(kiosk) = 36),
  told_sequence INTEGER NOT NULL CHECK (told_sequence >= 0),
  told_hash     BLOB    NOT NULL CHECK (length(told_hash) = 32),
  frozen        TEXT    NOT NULL
) STRICT;
CREATE TRIGGER depot_update BEFORE UPDATE ON depot BEGIN
  SELECT RAISE(ABORT, 'a kiosk that is frozen is enrolled anew')
    WHERE OLD.frozen <> '' AND OLD.kiosk = NEW.kiosk AND NEW.frozen <> OLD.frozen;
END;

CREATE TABLE lease (
  number    INTEGER PRIMARY KEY,
  id        TEXT    NOT NULL UNIQUE CHECK (length(id) = 36),
  pass_type TEXT    NOT NULL CHECK (pass_type <> ''),
  codes     INTEGER NOT NULL CHECK (codes > 0),
  batch     INTEGER NOT NULL DEFAULT 0,
  held      INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1))
) STRICT;
CREATE TRIGGER lease_update BEFORE UPDATE ON lease BEGIN
  SELECT RAISE(ABORT, 'a lease stays what it was asked for')
    WHERE (NEW.number, NEW.id, NEW.pass_type) IS NOT (OLD.number, OLD.id, OLD.pass_type);
  SELECT RAISE(ABORT, 'a lease that is held stays held') WHERE NEW.held < OLD.held;
END;

CREATE TABLE leased (
  depot_code TEXT    PRIMARY KEY CHECK (length(depot_code) = 36),
  code       INTEGER NOT NULL REFERENCES code (id),
  lease      TEXT    NOT NULL REFERENCES lease (id),
  told       TEXT    NOT NULL DEFAULT 'stock/'
) STRICT;
CREATE INDEX leased_code ON leased (code);
CREATE INDEX leased_lease ON leased (lease);
)sql";

}  // namespace hallpass

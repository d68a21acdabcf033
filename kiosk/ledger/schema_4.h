#pragma once

namespace hallpass {

/// Migration 4: erasing. Rows of the other tables may go while an erasure says `now`, which it only
/// says within the transaction that removes them; and the device gets a name that outlives what is
/// erased. Explained in kiosk/ledger/README.md; never changed once it is in use.
inline constexpr const char* kSchema4 = R"sql(
CREATE TABLE device (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT    NOT NULL CHECK (name <> '')
) STRICT;
INSERT INTO device VALUES (1, lower(hex(randomblob(6))));
CREATE TRIGGER device_update BEFORE UPDATE ON device BEGIN
  SELECT RAISE(ABORT, 'a device keeps its name');
END;
CREATE TRIGGER device_delete BEFORE DELETE ON device BEGIN
  SELECT RAISE(ABORT, 'a device keeps its name');
END;

CREATE TABLE erasing (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  what            TEXT    NOT NULL CHECK (what IN ('device', 'names')),
  step            TEXT    NOT NULL CHECK (step IN ('meant', 'now', 'scrub')),
  keep_instructor INTEGER NOT NULL CHECK (keep_instructor IN (0, 1)),
  keep_staff      INTEGER NOT NULL CHECK (keep_staff IN (0, 1)),
  role            TEXT    NOT NULL CHECK (role <> '')
) STRICT;
CREATE TRIGGER erasing_update BEFORE UPDATE ON erasing BEGIN
  SELECT RAISE(ABORT, 'an erasure goes on as it was meant')
    WHERE (NEW.id, NEW.what, NEW.keep_instructor, NEW.keep_staff, NEW.role)
       IS NOT (OLD.id, OLD.what, OLD.keep_instructor, OLD.keep_staff, OLD.role)
       OR (OLD.step, NEW.step) NOT IN (VALUES ('meant', 'now'), ('now', 'scrub'));
END;
CREATE TRIGGER erasing_delete BEFORE DELETE ON erasing BEGIN
  SELECT RAISE(ABORT, 'what was meant to be erased is erased first') WHERE OLD.step <> 'scrub';
END;

DROP TRIGGER class_delete;
CREATE TRIGGER class_delete BEFORE DELETE ON class BEGIN
  SELECT RAISE(ABORT, 'a class is never deleted')
    WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE step = 'now');
END;
DROP TRIGGER student_delete;
CREATE TRIGGER student_delete BEFORE DELETE ON student BEGIN
  SELECT RAISE(ABORT, 'a student is never deleted; erase the identity')
    WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE step = 'now');
END;
DROP TRIGGER batch_delete;
CREATE TRIGGER batch_delete BEFORE DELETE ON batch BEGIN
  SELECT RAISE(ABORT, 'a batch is never deleted')
    WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE step = 'now');
END;
DROP TRIGGER code_delete;
CREATE TRIGGER code_delete BEFORE DELETE ON code BEGIN
  SELECT RAISE(ABORT, 'a code is never deleted')
    WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE step = 'now');
END;
DROP TRIGGER claim_delete;
CREATE TRIGGER claim_delete BEFORE DELETE ON claim BEGIN
  SELECT RAISE(ABORT, 'a claim is never deleted')
    WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE step = 'now');
END;
DROP TRIGGER outcome_delete;
CREATE TRIGGER outcome_delete BEFORE DELETE ON outcome BEGIN
  SELECT RAISE(ABORT, 'outcomes are append-only')
    WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE step = 'now');
END;
DROP TRIGGER market_order_delete;
CREATE TRIGGER market_order_delete BEFORE DELETE ON market_order BEGIN
  SELECT RAISE(ABORT, 'an order is never deleted')
    WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE step = 'now');
END;
DROP TRIGGER passes_added_delete;
CREATE TRIGGER passes_added_delete BEFORE DELETE ON passes_added BEGIN
  SELECT RAISE(ABORT, 'what was added stays added')
    WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE step = 'now');
END;
DROP TRIGGER journal_delete;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only')
    WHERE NOT EXISTS (SELECT 1 FROM erasing WHERE step = 'now');
END;
)sql";

}  // namespace hallpass

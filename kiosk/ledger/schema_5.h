#pragma once

namespace hallpass {

/// Migration 5: what keeps answers as quick with a million codes as with a thousand. `tally` counts
/// the codes by where they are, so that nobody counts them one by one; and the journal is found by
/// event, time, student and claim. Explained in kiosk/ledger/README.md; never changed once it is in
/// use.
inline constexpr const char* kSchema5 = R"sql(
CREATE TABLE tally (
  pass_type TEXT    NOT NULL,
  batch     INTEGER NOT NULL,
  redeem_by INTEGER NOT NULL,
  state     TEXT    NOT NULL,
  codes     INTEGER NOT NULL CHECK (codes >= 0),
  PRIMARY KEY (pass_type, batch, redeem_by, state)
) STRICT, WITHOUT ROWID;
INSERT INTO tally SELECT pass_type, batch, coalesce(redeem_by, 9223372036854775807), state, count(*)
  FROM code GROUP BY 1, 2, 3, 4;

CREATE TRIGGER code_inserted AFTER INSERT ON code BEGIN
  INSERT INTO tally
    VALUES (NEW.pass_type, NEW.batch, coalesce(NEW.redeem_by, 9223372036854775807), NEW.state, 1)
    ON CONFLICT DO UPDATE SET codes = codes + 1;
END;
CREATE TRIGGER code_moved AFTER UPDATE OF state ON code WHEN NEW.state <> OLD.state BEGIN
  UPDATE tally SET codes = codes - 1
    WHERE pass_type = OLD.pass_type AND batch = OLD.batch
      AND redeem_by = coalesce(OLD.redeem_by, 9223372036854775807) AND state = OLD.state;
  DELETE FROM tally
    WHERE pass_type = OLD.pass_type AND batch = OLD.batch
      AND redeem_by = coalesce(OLD.redeem_by, 9223372036854775807) AND state = OLD.state
      AND codes = 0;
  INSERT INTO tally
    VALUES (NEW.pass_type, NEW.batch, coalesce(NEW.redeem_by, 9223372036854775807), NEW.state, 1)
    ON CONFLICT DO UPDATE SET codes = codes + 1;
END;
CREATE TRIGGER code_deleted AFTER DELETE ON code BEGIN
  UPDATE tally SET codes = codes - 1
    WHERE pass_type = OLD.pass_type AND batch = OLD.batch
      AND redeem_by = coalesce(OLD.redeem_by, 9223372036854775807) AND state = OLD.state;
  DELETE FROM tally
    WHERE pass_type = OLD.pass_type AND batch = OLD.batch
      AND redeem_by = coalesce(OLD.redeem_by, 9223372036854775807) AND state = OLD.state
      AND codes = 0;
END;

CREATE INDEX journal_event ON journal (event);
CREATE INDEX journal_wall ON journal (wall);
CREATE INDEX journal_student
  ON journal (CAST(substr(fields, instr(fields, '"student":"') + 11) AS INTEGER))
  WHERE instr(fields, '"student":"') > 0;
CREATE INDEX journal_claim
  ON journal (CAST(substr(fields, instr(fields, '"claim":"') + 9) AS INTEGER))
  WHERE instr(fields, '"claim":"') > 0;
)sql";

}  // namespace hallpass

#pragma once

namespace hallpass {

/// Migration 1: the tables of the ledger, with the rules of DESIGN.md section 3 as constraints and
/// triggers. Explained in kiosk/ledger/README.md; never changed once it is in use.
/// Times are UTC in whole milliseconds since 1970. Windows and redeem-by dates are inclusive.
inline constexpr const char* kSchema1 = R"sql(
CREATE TABLE class (
  id        INTEGER PRIMARY KEY,
  title     TEXT    NOT NULL,
  pass_type TEXT    NOT NULL CHECK (pass_type <> ''),
  opens_at  INTEGER,
  ends_at   INTEGER,
  walk_ins  INTEGER NOT NULL CHECK (walk_ins IN (0, 1)),
  state     TEXT    NOT NULL CHECK (state IN ('open', 'paused', 'closed')),
  CHECK (opens_at <= ends_at),
  UNIQUE (id, pass_type)
) STRICT;
CREATE UNIQUE INDEX class_one_current ON class ((state <> 'closed')) WHERE state <> 'closed';

CREATE TRIGGER class_insert BEFORE INSERT ON class BEGIN
  SELECT RAISE(ABORT, 'another class is not closed')
    WHERE NEW.state <> 'closed' AND EXISTS (SELECT 1 FROM class WHERE state <> 'closed');
  SELECT RAISE(ABORT, 'a class cannot be replaced')
    WHERE EXISTS (SELECT 1 FROM class WHERE id = NEW.id);
END;
CREATE TRIGGER class_update BEFORE UPDATE ON class BEGIN
  SELECT RAISE(ABORT, 'a closed class stays closed')
    WHERE OLD.state = 'closed' AND NEW.state <> 'closed';
  SELECT RAISE(ABORT, 'only the state of a class changes')
    WHERE (NEW.id, NEW.title, NEW.pass_type, NEW.opens_at, NEW.ends_at, NEW.walk_ins)
       IS NOT (OLD.id, OLD.title, OLD.pass_type, OLD.opens_at, OLD.ends_at, OLD.walk_ins);
END;
CREATE TRIGGER class_delete BEFORE DELETE ON class BEGIN
  SELECT RAISE(ABORT, 'a class is never deleted');
END;

CREATE TABLE student (
  id       INTEGER PRIMARY KEY,
  class    INTEGER NOT NULL REFERENCES class (id),
  position INTEGER NOT NULL,
  UNIQUE (class, position),
  UNIQUE (id, class)
) STRICT;
CREATE TRIGGER student_insert BEFORE INSERT ON student BEGIN
  SELECT RAISE(ABORT, 'a student cannot be replaced')
    WHERE EXISTS (SELECT 1 FROM student WHERE id = NEW.id)
       OR EXISTS (SELECT 1 FROM student WHERE class = NEW.class AND position = NEW.position);
END;
CREATE TRIGGER student_update BEFORE UPDATE ON student BEGIN
  SELECT RAISE(ABORT, 'a student stays in the class');
END;
CREATE TRIGGER student_delete BEFORE DELETE ON student BEGIN
  SELECT RAISE(ABORT, 'a student is never deleted; erase the identity');
END;

CREATE TABLE identity (
  student        INTEGER PRIMARY KEY REFERENCES student (id),
  name           TEXT    NOT NULL CHECK (name <> ''),
  email          TEXT    NOT NULL,
  number         TEXT    NOT NULL,
  walk_in        INTEGER NOT NULL CHECK (walk_in IN (0, 1)),
  commitment_key BLOB    NOT NULL CHECK (length(commitment_key) = 32)
) STRICT;

CREATE TABLE batch (
  id           INTEGER PRIMARY KEY,
  pass_type    TEXT    NOT NULL CHECK (pass_type <> ''),
  file_name    TEXT    NOT NULL,
  file_sha256  BLOB    NOT NULL CHECK (length(file_sha256) = 32),
  course       TEXT    NOT NULL,
  order_number TEXT    NOT NULL,
  redeem_by    INTEGER,
  imported_at  INTEGER NOT NULL,
  UNIQUE (id, pass_type)
) STRICT;
CREATE INDEX batch_file ON batch (file_sha256);
CREATE TRIGGER batch_insert BEFORE INSERT ON batch BEGIN
  SELECT RAISE(ABORT, 'a batch cannot be replaced')
    WHERE EXISTS (SELECT 1 FROM batch WHERE id = NEW.id);
END;
CREATE TRIGGER batch_update BEFORE UPDATE ON batch BEGIN
  SELECT RAISE(ABORT, 'a batch never changes');
END;
CREATE TRIGGER batch_delete BEFORE DELETE ON batch BEGIN
  SELECT RAISE(ABORT, 'a batch is never deleted');
END;

CREATE TABLE code (
  id        INTEGER PRIMARY KEY,
  batch     INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  pass_type TEXT    NOT NULL,
  secret    TEXT    NOT NULL CHECK (secret <> ''),
  identity  TEXT    NOT NULL CHECK (identity <> ''),
  redeem_by INTEGER,
  state     TEXT    NOT NULL DEFAULT 'stock'
            CHECK (state IN ('stock', 'claimed', 'quarantined', 'returned')),
  UNIQUE (pass_type, identity),
  FOREIGN KEY (batch, pass_type) REFERENCES batch (id, pass_type)
) STRICT;
CREATE INDEX code_next ON code (pass_type, coalesce(redeem_by, 9223372036854775807), batch, position)
  WHERE state = 'stock';
CREATE TRIGGER code_insert BEFORE INSERT ON code BEGIN
  SELECT RAISE(ABORT, 'a code begins in stock') WHERE NEW.state <> 'stock';
  SELECT RAISE(ABORT, 'a code comes in once')
    WHERE EXISTS (SELECT 1 FROM code WHERE id = NEW.id)
       OR EXISTS (SELECT 1 FROM code WHERE pass_type = NEW.pass_type AND identity = NEW.identity);
END;
CREATE TRIGGER code_update BEFORE UPDATE ON code BEGIN
  SELECT RAISE(ABORT, 'only the state of a code changes')
    WHERE (NEW.id, NEW.batch, NEW.position, NEW.pass_type, NEW.secret, NEW.identity, NEW.redeem_by)
       IS NOT (OLD.id, OLD.batch, OLD.position, OLD.pass_type, OLD.secret, OLD.identity,
               OLD.redeem_by);
  SELECT RAISE(ABORT, 'a code does not go that way')
    WHERE NEW.state <> OLD.state
      AND NOT (OLD.state = 'stock' OR (OLD.state = 'claimed' AND NEW.state = 'quarantined'));
  SELECT RAISE(ABORT, 'a claimed code has its claim')
    WHERE NEW.state = 'claimed' AND NOT EXISTS (SELECT 1 FROM claim WHERE code = NEW.id);
END;
CREATE TRIGGER code_delete BEFORE DELETE ON code BEGIN
  SELECT RAISE(ABORT, 'a code is never deleted');
END;

CREATE TABLE claim (
  id          INTEGER PRIMARY KEY,
  class       INTEGER NOT NULL,
  student     INTEGER NOT NULL,
  code        INTEGER NOT NULL UNIQUE REFERENCES code (id),
  pass_type   TEXT    NOT NULL,
  made_at     INTEGER NOT NULL,
  times_shown INTEGER NOT NULL DEFAULT 1 CHECK (times_shown >= 1),
  replaces    INTEGER UNIQUE REFERENCES claim (id),
  reason      TEXT    CHECK (reason <> ''),
  live        INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),
  CHECK ((replaces IS NULL) = (reason IS NULL)),
  FOREIGN KEY (class, pass_type) REFERENCES class (id, pass_type),
  FOREIGN KEY (student, class) REFERENCES student (id, class)
) STRICT;
CREATE UNIQUE INDEX claim_one_live ON claim (student, class, pass_type) WHERE live = 1;
CREATE INDEX claim_student ON claim (student, class);
CREATE TRIGGER claim_insert BEFORE INSERT ON claim BEGIN
  SELECT RAISE(ABORT, 'a claim begins live, shown once')
    WHERE NEW.live <> 1 OR NEW.times_shown <> 1;
  SELECT RAISE(ABORT, 'a claim cannot be replaced by another row')
    WHERE EXISTS (SELECT 1 FROM claim WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'the class is not open at that moment')
    WHERE NOT EXISTS (SELECT 1 FROM class
                      WHERE id = NEW.class AND pass_type = NEW.pass_type AND state = 'open'
                        AND (opens_at IS NULL OR opens_at <= NEW.made_at)
                        AND (ends_at IS NULL OR ends_at >= NEW.made_at));
  SELECT RAISE(ABORT, 'the student is not of the class')
    WHERE NOT EXISTS (SELECT 1 FROM student WHERE id = NEW.student AND class = NEW.class);
  SELECT RAISE(ABORT, 'the code is not in stock, of another pass type or past its date')
    WHERE NOT EXISTS (SELECT 1 FROM code
                      WHERE id = NEW.code AND pass_type = NEW.pass_type AND state = 'stock'
                        AND (redeem_by IS NULL OR redeem_by >= NEW.made_at));
  SELECT RAISE(ABORT, 'a code is claimed once')
    WHERE EXISTS (SELECT 1 FROM claim WHERE code = NEW.code);
  SELECT RAISE(ABORT, 'the student has a claim; another one must replace it')
    WHERE NEW.replaces IS NULL
      AND EXISTS (SELECT 1 FROM claim WHERE student = NEW.student AND class = NEW.class);
  SELECT RAISE(ABORT, 'the replaced claim is live, of somebody else or replaced already')
    WHERE NEW.replaces IS NOT NULL
      AND (NOT EXISTS (SELECT 1 FROM claim
                       WHERE id = NEW.replaces AND student = NEW.student AND class = NEW.class
                         AND live = 0)
           OR EXISTS (SELECT 1 FROM claim WHERE replaces = NEW.replaces));
END;
CREATE TRIGGER claim_inserted AFTER INSERT ON claim BEGIN
  UPDATE code SET state = 'claimed' WHERE id = NEW.code;
END;
CREATE TRIGGER claim_update BEFORE UPDATE ON claim BEGIN
  SELECT RAISE(ABORT, 'a claim is permanent')
    WHERE (NEW.id, NEW.class, NEW.student, NEW.code, NEW.pass_type, NEW.made_at, NEW.replaces,
           NEW.reason)
       IS NOT (OLD.id, OLD.class, OLD.student, OLD.code, OLD.pass_type, OLD.made_at, OLD.replaces,
               OLD.reason);
  SELECT RAISE(ABORT, 'a claim that ended does not live again') WHERE NEW.live > OLD.live;
  SELECT RAISE(ABORT, 'showings are counted one by one')
    WHERE NEW.times_shown NOT IN (OLD.times_shown, OLD.times_shown + 1);
END;
CREATE TRIGGER claim_delete BEFORE DELETE ON claim BEGIN
  SELECT RAISE(ABORT, 'a claim is never deleted');
END;

CREATE TABLE journal (
  sequence     INTEGER PRIMARY KEY,
  boot_id      TEXT    NOT NULL,
  since_boot   INTEGER NOT NULL,
  wall         INTEGER NOT NULL,
  wall_quality TEXT    NOT NULL CHECK (wall_quality IN ('synchronised', 'unsynchronised', 'behind')),
  role         TEXT    NOT NULL,
  event        TEXT    NOT NULL,
  fields       TEXT    NOT NULL CHECK (fields LIKE '{%}'),
  previous     BLOB    NOT NULL CHECK (length(previous) = 32),
  hash         BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER journal_insert BEFORE INSERT ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal goes on by one')
    WHERE NEW.sequence IS NOT 1 + (SELECT coalesce(max(sequence), 0) FROM journal);
  SELECT RAISE(ABORT, 'the entry does not follow the newest one')
    WHERE NEW.previous IS NOT
          coalesce((SELECT hash FROM journal ORDER BY sequence DESC LIMIT 1), zeroblob(32));
END;
CREATE TRIGGER journal_update BEFORE UPDATE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_delete BEFORE DELETE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;
)sql";

}  // namespace hallpass

#pragma once

namespace hallpass {

/// Migration 2: locks, orders, swaps, outcomes and own digits; a class whose facts may change while
/// it is not closed. Explained in kiosk/ledger/README.md; never changed once it is in use.
inline constexpr const char* kSchema2 = R"sql(
ALTER TABLE class ADD COLUMN word TEXT NOT NULL DEFAULT '';
ALTER TABLE class ADD COLUMN idle_seconds INTEGER NOT NULL DEFAULT 0
  CHECK (idle_seconds = 0 OR idle_seconds BETWEEN 45 AND 300);
DROP TRIGGER class_update;
CREATE TRIGGER class_update BEFORE UPDATE ON class BEGIN
  SELECT RAISE(ABORT, 'a closed class stays closed')
    WHERE OLD.state = 'closed' AND NEW.state <> 'closed';
  SELECT RAISE(ABORT, 'the pass type of a class never changes')
    WHERE (NEW.id, NEW.pass_type) IS NOT (OLD.id, OLD.pass_type);
  SELECT RAISE(ABORT, 'a closed class keeps its facts')
    WHERE OLD.state = 'closed'
      AND (NEW.title, NEW.opens_at, NEW.ends_at, NEW.walk_ins, NEW.word, NEW.idle_seconds)
   IS NOT (OLD.title, OLD.opens_at, OLD.ends_at, OLD.walk_ins, OLD.word, OLD.idle_seconds);
END;

DROP TRIGGER batch_update;
ALTER TABLE batch ADD COLUMN value TEXT NOT NULL DEFAULT '';
ALTER TABLE batch ADD COLUMN imported_by TEXT NOT NULL DEFAULT '';
UPDATE batch SET imported_by = imported.role FROM (
  SELECT role, CASE WHEN json_valid(fields) THEN json_extract(fields, '$.batch') END AS batch
  FROM journal WHERE event = 'codes-imported') AS imported
WHERE imported.batch = CAST(batch.id AS TEXT);
CREATE TRIGGER batch_update BEFORE UPDATE ON batch BEGIN
  SELECT RAISE(ABORT, 'a batch never changes');
END;

DROP TRIGGER code_update;
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
  SELECT RAISE(ABORT, 'a code leaves its claim only when that has ended')
    WHERE OLD.state = 'claimed' AND NEW.state <> OLD.state
      AND EXISTS (SELECT 1 FROM claim WHERE code = NEW.id AND live = 1);
END;

CREATE TRIGGER claim_replacing BEFORE INSERT ON claim WHEN NEW.replaces IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'the code of the replaced claim is not in quarantine')
    WHERE EXISTS (SELECT 1 FROM claim JOIN code ON code.id = claim.code
                  WHERE claim.id = NEW.replaces AND live = 0 AND state <> 'quarantined');
END;

CREATE TABLE own_digits (
  claim INTEGER PRIMARY KEY REFERENCES claim (id),
  key   BLOB    NOT NULL CHECK (length(key) = 32),
  hash  BLOB    NOT NULL CHECK (length(hash) = 32),
  wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0)
) STRICT;
CREATE TRIGGER own_digits_insert BEFORE INSERT ON own_digits BEGIN
  SELECT RAISE(ABORT, 'own digits begin untried') WHERE NEW.wrong <> 0;
  SELECT RAISE(ABORT, 'a claim keeps its own digits until they are cleared')
    WHERE EXISTS (SELECT 1 FROM own_digits WHERE claim = NEW.claim);
  SELECT RAISE(ABORT, 'own digits are of a live claim')
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE id = NEW.claim AND live = 1);
END;
CREATE TRIGGER own_digits_update BEFORE UPDATE ON own_digits BEGIN
  SELECT RAISE(ABORT, 'only the tries of own digits change')
    WHERE (NEW.claim, NEW.key, NEW.hash) IS NOT (OLD.claim, OLD.key, OLD.hash);
  SELECT RAISE(ABORT, 'wrong tries are counted one by one, or back to none')
    WHERE NEW.wrong NOT IN (0, OLD.wrong, OLD.wrong + 1);
END;

CREATE TABLE outcome (
  id          INTEGER PRIMARY KEY,
  claim       INTEGER NOT NULL REFERENCES claim (id),
  outcome     TEXT    NOT NULL CHECK (outcome <> ''),
  role        TEXT    NOT NULL CHECK (role <> ''),
  reported_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outcome_claim ON outcome (claim, id);
CREATE TRIGGER outcome_insert BEFORE INSERT ON outcome BEGIN
  SELECT RAISE(ABORT, 'an outcome cannot be replaced')
    WHERE EXISTS (SELECT 1 FROM outcome WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'an outcome is of a live claim')
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE id = NEW.claim AND live = 1);
END;
CREATE TRIGGER outcome_update BEFORE UPDATE ON outcome BEGIN
  SELECT RAISE(ABORT, 'outcomes are append-only');
END;
CREATE TRIGGER outcome_delete BEFORE DELETE ON outcome BEGIN
  SELECT RAISE(ABORT, 'outcomes are append-only');
END;

CREATE TABLE lock (
  name       TEXT    PRIMARY KEY,
  secret     TEXT    CHECK (secret <> ''),
  failures   INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  wait       INTEGER NOT NULL DEFAULT 0 CHECK (wait >= 0),
  boot_id    TEXT    NOT NULL DEFAULT '',
  since_boot INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO lock (name) VALUES ('instructor'), ('staff'), ('recovery');
CREATE TRIGGER lock_insert BEFORE INSERT ON lock BEGIN
  SELECT RAISE(ABORT, 'the locks are fixed');
END;
CREATE TRIGGER lock_update BEFORE UPDATE ON lock BEGIN
  SELECT RAISE(ABORT, 'the locks are fixed') WHERE NEW.name <> OLD.name;
  SELECT RAISE(ABORT, 'wrong tries are counted one by one, or back to none')
    WHERE NEW.failures NOT IN (0, OLD.failures, OLD.failures + 1);
  SELECT RAISE(ABORT, 'a wait ends with its time, or with the count')
    WHERE NEW.failures <> 0 AND NEW.failures = OLD.failures
      AND (NEW.wait > OLD.wait OR (NEW.boot_id = OLD.boot_id AND
           OLD.wait - NEW.wait > max(0, NEW.since_boot - OLD.since_boot)));
END;
CREATE TRIGGER lock_delete BEFORE DELETE ON lock BEGIN
  SELECT RAISE(ABORT, 'the locks are fixed');
END;

CREATE TABLE market_order (
  number        TEXT    PRIMARY KEY CHECK (number <> ''),
  ordered_on    INTEGER NOT NULL,
  course        TEXT    NOT NULL,
  title         TEXT    NOT NULL,
  licences      INTEGER NOT NULL CHECK (licences >= 0),
  listed        INTEGER NOT NULL CHECK (listed >= 0),
  supports_pass INTEGER NOT NULL CHECK (supports_pass IN (0, 1))
) STRICT;
CREATE TRIGGER market_order_insert BEFORE INSERT ON market_order BEGIN
  SELECT RAISE(ABORT, 'an order cannot be replaced')
    WHERE EXISTS (SELECT 1 FROM market_order WHERE number = NEW.number);
END;
CREATE TRIGGER market_order_update BEFORE UPDATE ON market_order BEGIN
  SELECT RAISE(ABORT, 'an order keeps its number') WHERE NEW.number <> OLD.number;
END;
CREATE TRIGGER market_order_delete BEFORE DELETE ON market_order BEGIN
  SELECT RAISE(ABORT, 'an order is never deleted');
END;

CREATE TABLE passes_added (
  id           INTEGER PRIMARY KEY,
  order_number TEXT    NOT NULL REFERENCES market_order (number),
  quantity     INTEGER NOT NULL CHECK (quantity >= 1),
  total        INTEGER NOT NULL,
  after_batch  INTEGER NOT NULL,
  added_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX passes_added_order ON passes_added (order_number, total);
CREATE TRIGGER passes_added_insert BEFORE INSERT ON passes_added BEGIN
  SELECT RAISE(ABORT, 'what was added cannot be replaced')
    WHERE EXISTS (SELECT 1 FROM passes_added WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'the total goes on from what the order has')
    WHERE NEW.total IS NOT NEW.quantity +
          (SELECT max(listed, coalesce((SELECT max(total) FROM passes_added
                                        WHERE order_number = NEW.order_number), 0))
           FROM market_order WHERE number = NEW.order_number);
  SELECT RAISE(ABORT, 'no pass without a licence, and none of a course without passes')
    WHERE NOT EXISTS (SELECT 1 FROM market_order
                      WHERE number = NEW.order_number AND supports_pass = 1
                        AND NEW.total <= licences);
END;
CREATE TRIGGER passes_added_update BEFORE UPDATE ON passes_added BEGIN
  SELECT RAISE(ABORT, 'what was added stays added');
END;
CREATE TRIGGER passes_added_delete BEFORE DELETE ON passes_added BEGIN
  SELECT RAISE(ABORT, 'what was added stays added');
END;
)sql";

}  // namespace hallpass

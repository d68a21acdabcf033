-- The depot's second version: one student, one code over all rooms; what each list brought; codes
-- that their issuer made void. Run once, in the transaction that brings a depot up.

SET LOCAL client_min_messages = warning;  -- A new depot has nothing of what is dropped here.

-- What the rooms know people by, and the newest number that was given in depot.subject. No role reads
-- it: whoever has the key can try out names.
CREATE TABLE depot.subjects (
  id   integer PRIMARY KEY CHECK (id = 1),
  key  bytea   NOT NULL CHECK (octet_length(key) = 32),
  last bigint  NOT NULL
);
INSERT INTO depot.subjects
  SELECT 1, sha256(decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')), 0;

-- Who took a code, with the entry of that kiosk's journal: a keyed hash, no name. `number` is the order
-- in which other rooms hear of it, given when the first of them asks.
CREATE TABLE depot.subject (
  kiosk     uuid    NOT NULL REFERENCES depot.kiosk (id),
  seq       bigint  NOT NULL,
  token     bytea   NOT NULL CHECK (octet_length(token) = 32),
  taken_at  bigint  NOT NULL,
  overruled boolean NOT NULL,
  number    bigint  UNIQUE,
  told_at   timestamptz NOT NULL,
  PRIMARY KEY (kiosk, seq)
);
CREATE INDEX subject_token ON depot.subject (token);
CREATE INDEX subject_told ON depot.subject (told_at);
CREATE INDEX subject_new ON depot.subject (kiosk, seq) WHERE number IS NULL;

-- Two entries by which one student took two codes, before either room had heard of the other.
CREATE TABLE depot.crossing (
  kiosk     uuid   NOT NULL,
  seq       bigint NOT NULL,
  other     uuid   NOT NULL,
  other_seq bigint NOT NULL,
  seen_at   timestamptz NOT NULL,
  PRIMARY KEY (kiosk, seq, other, other_seq)
);

-- How many new codes a list brought: what is there must add up to it.
ALTER TABLE depot.batch ADD COLUMN codes bigint NOT NULL DEFAULT 0;
UPDATE depot.batch b SET codes = (SELECT count(*) FROM depot.code c WHERE c.batch = b.id);

-- As tables.sql has them by now: with the state, so that counting reads no code.
DROP INDEX depot.code_lease;
CREATE INDEX code_lease ON depot.code (lease, state);
DROP INDEX IF EXISTS depot.code_state;
CREATE INDEX code_state ON depot.code (pass_type, state);
CREATE INDEX code_asserted ON depot.code (pass_type) WHERE batch IS NULL;

ALTER TABLE depot.code DROP CONSTRAINT code_state_check;
ALTER TABLE depot.code ADD CONSTRAINT code_state_check
  CHECK (state IN ('free', 'leased', 'claimed', 'quarantined', 'void'));

-- Other parameters or answers than before: replaced by those of functions.sql.
DROP FUNCTION IF EXISTS depot.hello(integer, uuid, bytea, bigint, bytea, uuid[]);
DROP FUNCTION IF EXISTS depot.report(uuid, bytea, bigint, bigint[], bytea[], bytea[], text[], uuid[],
                                     text[], text[], text[]);
DROP FUNCTION IF EXISTS depot.take_links(uuid, bigint[], bytea[], bytea[], text[]);
DROP FUNCTION IF EXISTS depot.assert_lease(uuid, bytea, uuid, text, uuid[], text[]);

INSERT INTO depot.version VALUES (2);

-- The depot's tables, once. What changes them later goes into a file of its own with the next number
-- (tables-2.sql ...); depot.version says which ones were run. Explained in kiosk/depot/README.md.
-- Logins that are to be a kiosk or staff become members of these: GRANT hallpass_kiosk TO room_1.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'hallpass_kiosk') THEN
    CREATE ROLE hallpass_kiosk NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'hallpass_staff') THEN
    CREATE ROLE hallpass_staff NOLOGIN;
  END IF;
END $$;
CREATE SCHEMA depot;

CREATE TABLE depot.version (number integer PRIMARY KEY);

CREATE TABLE depot.world (
  id         integer PRIMARY KEY CHECK (id = 1),
  generation uuid    NOT NULL,
  rebuilding boolean NOT NULL,
  doubtful   boolean NOT NULL  -- a kiosk was declared lost meanwhile: nobody knows what it was given
);
INSERT INTO depot.world VALUES (1, gen_random_uuid(), false, false);

-- What lets one kiosk enrol, once. `made_for` is what people call that kiosk.
CREATE TABLE depot.token (
  hash     bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  made_for text  NOT NULL,
  used_by  uuid
);

CREATE TABLE depot.kiosk (
  id          uuid   PRIMARY KEY,
  name        text   NOT NULL,
  secret_hash bytea  NOT NULL CHECK (octet_length(secret_hash) = 32),
  box_key     bytea  NOT NULL UNIQUE CHECK (octet_length(box_key) = 32),
  state       text   NOT NULL CHECK (state IN ('active', 'frozen', 'lost')),
  why         text   NOT NULL,
  last_seq    bigint NOT NULL CHECK (last_seq >= 0),
  last_hash   bytea  NOT NULL,
  generation  uuid   NOT NULL,
  enrolled_at timestamptz NOT NULL,
  seen_at     timestamptz NOT NULL
);

CREATE TABLE depot.batch (
  id           uuid PRIMARY KEY,
  pass_type    text NOT NULL CHECK (pass_type <> ''),
  course       text NOT NULL,
  order_number text NOT NULL,
  file_sha256  bytea NOT NULL,
  value        text NOT NULL,
  redeem_by    bigint,
  added_at     timestamptz NOT NULL
);

CREATE TABLE depot.lease (
  id         uuid    PRIMARY KEY,
  kiosk      uuid    NOT NULL REFERENCES depot.kiosk (id),
  pass_type  text    NOT NULL,
  codes      integer NOT NULL CHECK (codes >= 0),
  sealed     boolean NOT NULL,
  xact       text    NOT NULL,
  granted_at timestamptz NOT NULL
);
CREATE INDEX lease_kiosk ON depot.lease (kiosk);

-- `secret` is the code, a line feed, and what it is compared by; `sealed` the same in a box that only
-- the kiosk of the lease opens.
CREATE TABLE depot.code (
  id         uuid    PRIMARY KEY,
  batch      uuid    REFERENCES depot.batch (id),
  position   integer NOT NULL,
  pass_type  text    NOT NULL,
  secret     text,
  sealed     bytea,
  value_hash bytea   UNIQUE CHECK (octet_length(value_hash) = 32),
  ending     text    NOT NULL,
  redeem_by  bigint,
  state      text    NOT NULL CHECK (state IN ('free', 'leased', 'claimed', 'quarantined')),
  lease      uuid    REFERENCES depot.lease (id),
  outcome    text    NOT NULL,
  CHECK (state <> 'free' OR (lease IS NULL AND secret IS NOT NULL)),
  CHECK (state NOT IN ('leased', 'claimed') OR lease IS NOT NULL)
);
CREATE INDEX code_free ON depot.code (pass_type, coalesce(redeem_by, 9223372036854775807), id)
  WHERE state = 'free';
-- With the state, so that what a kiosk holds, and the venue's stock, are counted without the codes.
CREATE INDEX code_lease ON depot.code (lease, state);
CREATE INDEX code_state ON depot.code (pass_type, state);
-- A grant reads past what was granted since the index was last cleaned: after 40,000 codes, 750 pages.
-- By default a table of ten million rows would wait for two million changes.
ALTER TABLE depot.code SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50000,
                            vacuum_index_cleanup = on);

-- A kiosk never gets a code again that it gave back: its ledger has it as returned.
CREATE TABLE depot.given_back (
  code  uuid NOT NULL REFERENCES depot.code (id),
  kiosk uuid NOT NULL REFERENCES depot.kiosk (id),
  PRIMARY KEY (code, kiosk)
);

-- The links of every kiosk's journal.
CREATE TABLE depot.entry (
  kiosk    uuid   NOT NULL REFERENCES depot.kiosk (id),
  seq      bigint NOT NULL CHECK (seq >= 1),
  previous bytea  NOT NULL CHECK (octet_length(previous) = 32),
  hash     bytea  NOT NULL CHECK (octet_length(hash) = 32),
  event    text   NOT NULL,
  PRIMARY KEY (kiosk, seq)
);

-- What does not fit. Never deleted.
CREATE TABLE depot.conflict (
  id      uuid PRIMARY KEY,
  kiosk   uuid NOT NULL,
  lease   uuid,
  code    uuid,
  reason  text NOT NULL,
  seen_at timestamptz NOT NULL
);

-- Who decided what: two people for a kiosk that is lost, one for the rest.
CREATE TABLE depot.decision (
  id     uuid PRIMARY KEY,
  what   text NOT NULL,
  kiosk  uuid,
  first  text NOT NULL CHECK (first <> ''),
  second text NOT NULL,
  at     timestamptz NOT NULL
);

INSERT INTO depot.version VALUES (1);

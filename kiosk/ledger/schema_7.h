#pragma once

namespace hallpass {

/// Migration 7: one student, one code, over the rooms of a depot. `venue` is what the rooms know
/// people by and how far they were heard, `subject` who took a code here as others are told of it,
/// `elsewhere` who took one in another room. All are empty without a depot. Explained in
/// kiosk/ledger/README.md; never changed once it is in use.
inline constexpr const char* kSchema7 = R"sql(
CREATE TABLE venue (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  subject_key BLOB    NOT NULL CHECK (length(subject_key) = 32),
  generation  TEXT    NOT NULL,
  heard       INTEGER NOT NULL CHECK (heard >= 0)
) STRICT;

CREATE TABLE subject (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  claim    INTEGER NOT NULL UNIQUE REFERENCES claim (id),
  token    BLOB    NOT NULL CHECK (length(token) = 32)
) STRICT;
CREATE INDEX subject_token ON subject (token);

CREATE TABLE elsewhere (
  token    BLOB    NOT NULL PRIMARY KEY CHECK (length(token) = 32),
  room     TEXT    NOT NULL,
  taken_at INTEGER NOT NULL,
  heard_at INTEGER NOT NULL
) STRICT;
)sql";

}  // namespace hallpass

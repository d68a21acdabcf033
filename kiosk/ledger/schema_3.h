#pragma once

namespace hallpass {

/// Migration 3: the languages of a class and the account that its guide names. Which ids there are
/// is the program's matter (a later one may know more of them); how a list is written is kept here.
/// Explained in kiosk/ledger/README.md; never changed once it is in use.
inline constexpr const char* kSchema3 = R"sql(
ALTER TABLE class ADD COLUMN languages TEXT NOT NULL DEFAULT ''
  CHECK (languages = '' OR
         (languages NOT GLOB '*[^a-z,]*' AND ',' || languages || ',' NOT GLOB '*,,*'));
ALTER TABLE class ADD COLUMN account TEXT NOT NULL DEFAULT ''
  CHECK (account IN ('', 'personal', 'tenant', 'tenant-phone'));
DROP TRIGGER class_update;
CREATE TRIGGER class_update BEFORE UPDATE ON class BEGIN
  SELECT RAISE(ABORT, 'a closed class stays closed')
    WHERE OLD.state = 'closed' AND NEW.state <> 'closed';
  SELECT RAISE(ABORT, 'the pass type of a class never changes')
    WHERE (NEW.id, NEW.pass_type) IS NOT (OLD.id, OLD.pass_type);
  SELECT RAISE(ABORT, 'a closed class keeps its facts')
    WHERE OLD.state = 'closed'
      AND (NEW.title, NEW.opens_at, NEW.ends_at, NEW.walk_ins, NEW.word, NEW.idle_seconds,
           NEW.languages, NEW.account)
   IS NOT (OLD.title, OLD.opens_at, OLD.ends_at, OLD.walk_ins, OLD.word, OLD.idle_seconds,
           OLD.languages, OLD.account);
END;
)sql";

}  // namespace hallpass

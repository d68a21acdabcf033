// Every rule of the schema, broken once by raw SQL: what the ledger's own code cannot do, another
// program or a mistake in a later version could try.
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

namespace {

/// A class with three students (1 holds claim 1 on code 1), five codes, and a second hand on it.
struct Rules {
  tests::Room room;
  tests::RawSql raw{room.folder.file()};
  std::string now = std::to_string(room.clock.time.ms);

  Rules() {
    auto facts = tests::newClass();
    facts.from = room.clock.time;
    facts.until = platform::UtcTime{room.clock.time.ms + 1'000};
    room.openClass(facts);
    room.addCodes(tests::newCodes(0, 5));
    for (const char* name : {"One", "Two", "Three"}) room.student(name);
    REQUIRE(room.claim({1}).ok());
  }

  /// A claim of student 2 on code 2 but for `change`, written over the values as SQL would be.
  std::string claim(const std::string& columns, const std::string& values) {
    return raw.refusal("INSERT INTO claim (class, student, code, pass_type, made_at" + columns +
                       ") VALUES (" + values + ")");
  }
  std::string goodClaim() { return "1, 2, 2, 'azure-pass', " + now; }
};

}  // namespace

TEST_CASE("the claim that the rules tests spoil is a good one", "[ledger][rules]") {
  Rules rules;
  CHECK(rules.claim("", rules.goodClaim()) == "");
  CHECK(rules.raw.text("SELECT state FROM code WHERE id = 2") == "claimed");
}

TEST_CASE("a code is claimed once, ever", "[ledger][rules]") {
  Rules rules;
  CHECK(rules.claim("", "1, 2, 1, 'azure-pass', " + rules.now) ==
        "the code is not in stock, of another pass type or past its date");
  rules.raw.run("DROP TRIGGER claim_insert");
  CHECK(rules.claim("", "1, 2, 1, 'azure-pass', " + rules.now) ==
        "UNIQUE constraint failed: claim.code");
}

TEST_CASE("a claim does not push another one away", "[ledger][rules]") {
  Rules rules;
  const std::string replace =
      "INSERT OR REPLACE INTO claim (id, class, student, code, pass_type, "
      "made_at) VALUES ";
  CHECK(rules.raw.refusal(replace + "(1, 1, 2, 2, 'azure-pass', " + rules.now + ")") ==
        "a claim cannot be replaced by another row");
  CHECK(rules.raw.refusal(replace + "(9, 1, 1, 2, 'azure-pass', " + rules.now + ")") ==
        "the student has a claim; another one must replace it");
  CHECK(rules.raw.text("SELECT count(*) FROM claim") == "1");
}

TEST_CASE("a student has one live claim in a class", "[ledger][rules]") {
  Rules rules;
  const std::string second = "1, 1, 2, 'azure-pass', " + rules.now;
  CHECK(rules.claim("", second) == "the student has a claim; another one must replace it");
  CHECK(rules.claim(", replaces, reason", second + ", 1, 'blank page'") ==
        "the replaced claim is live, of somebody else or replaced already");
  rules.raw.run("DROP TRIGGER claim_insert");
  CHECK(rules.claim("", second) ==
        "UNIQUE constraint failed: claim.student, claim.class, claim.pass_type");
}

TEST_CASE("a replacement names a claim that ended, of the same student, once, with a reason",
          "[ledger][rules]") {
  Rules rules;
  REQUIRE(rules.room.claim({2}).ok());
  rules.raw.run("UPDATE claim SET live = 0 WHERE id = 1");
  const std::string second = "1, 1, 3, 'azure-pass', " + rules.now;
  CHECK(rules.claim(", replaces, reason", second + ", 1, 'blank page'") ==
        "the code of the replaced claim is not in quarantine");
  rules.raw.run("UPDATE code SET state = 'quarantined' WHERE id = 1");
  CHECK(rules.claim("", second) == "the student has a claim; another one must replace it");
  CHECK(rules.claim(", replaces", second + ", 1").find("CHECK constraint failed") == 0);
  CHECK(rules.claim(", replaces, reason", second + ", 1, ''").find("CHECK constraint failed") == 0);
  CHECK(rules.claim(", reason", "1, 3, 3, 'azure-pass', " + rules.now + ", 'why'")
            .find("CHECK constraint failed") == 0);
  CHECK(rules.claim(", replaces, reason", second + ", 2, 'blank page'") ==
        "the replaced claim is live, of somebody else or replaced already");
  CHECK(rules.claim(", replaces, reason", second + ", 1, 'blank page'") == "");
  rules.raw.run("UPDATE claim SET live = 0 WHERE id = 3");
  CHECK(rules.claim(", replaces, reason", "1, 1, 4, 'azure-pass', " + rules.now + ", 1, 'again'") ==
        "the replaced claim is live, of somebody else or replaced already");
}

TEST_CASE("no claim of a code that is not in stock or past its date", "[ledger][rules]") {
  Rules rules;
  const std::string no = "the code is not in stock, of another pass type or past its date";
  rules.raw.run("UPDATE code SET state = 'quarantined' WHERE id = 2");
  CHECK(rules.claim("", rules.goodClaim()) == no);
  rules.raw.run("UPDATE code SET state = 'returned' WHERE id = 3");
  CHECK(rules.claim("", "1, 2, 3, 'azure-pass', " + rules.now) == no);
  rules.raw.run(
      "INSERT INTO code (id, batch, position, pass_type, secret, identity, redeem_by) "
      "VALUES (20, 1, 20, 'azure-pass', 'x', 'x', " +
      rules.now + ")");
  CHECK(rules.claim("", "1, 2, 20, 'azure-pass', " + rules.now + " + 1") == no);
  CHECK(rules.claim("", "1, 2, 77, 'azure-pass', " + rules.now) == no);
  CHECK(rules.claim("", "1, 2, 20, 'azure-pass', " + rules.now) == "");
}

TEST_CASE("no claim in a class that is not open or outside its window", "[ledger][rules]") {
  Rules rules;
  const std::string no = "the class is not open at that moment";
  CHECK(rules.claim("", rules.goodClaim() + " - 1") == no);
  CHECK(rules.claim("", rules.goodClaim() + " + 1001") == no);
  rules.raw.run("UPDATE class SET state = 'paused'");
  CHECK(rules.claim("", rules.goodClaim()) == no);
  rules.raw.run("UPDATE class SET state = 'closed'");
  CHECK(rules.claim("", rules.goodClaim()) == no);
  CHECK(rules.claim("", "7, 2, 2, 'azure-pass', " + rules.now) == no);
}

TEST_CASE("student, class, code and claim are of one class and one pass type", "[ledger][rules]") {
  Rules rules;
  CHECK(rules.claim("", "1, 2, 2, 'exam-voucher', " + rules.now) ==
        "the class is not open at that moment");
  CHECK(rules.claim("", "1, 77, 2, 'azure-pass', " + rules.now) ==
        "the student is not of the class");
  rules.room.setState(hallpass::ClassState::Closed);
  rules.room.openClass();
  CHECK(rules.claim("", "2, 2, 2, 'azure-pass', " + rules.now) ==
        "the student is not of the class");
  rules.room.student("Of the second class");
  auto voucher = tests::newBatch("vouchers.csv");
  voucher.passType = "exam-voucher";
  rules.room.addCodes(tests::newCodes(50, 1), voucher);
  CHECK(rules.claim("", "2, 4, 6, 'azure-pass', " + rules.now) ==
        "the code is not in stock, of another pass type or past its date");
}

TEST_CASE("a claim begins live, shown once", "[ledger][rules]") {
  Rules rules;
  CHECK(rules.claim(", live", rules.goodClaim() + ", 0") == "a claim begins live, shown once");
  CHECK(rules.claim(", times_shown", rules.goodClaim() + ", 2") ==
        "a claim begins live, shown once");
}

TEST_CASE("a claim is permanent", "[ledger][rules]") {
  Rules rules;
  for (const char* change : {"id = 9", "class = 9", "student = 2", "code = 2", "pass_type = 'x'",
                             "made_at = 1", "replaces = 1, reason = 'x'"}) {
    INFO(change);
    CHECK(rules.raw.refusal(std::string("UPDATE claim SET ") + change) == "a claim is permanent");
  }
  CHECK(rules.raw.refusal("UPDATE claim SET times_shown = times_shown + 2") ==
        "showings are counted one by one");
  CHECK(rules.raw.refusal("UPDATE claim SET times_shown = times_shown - 1") != "");
  CHECK(rules.raw.refusal("DELETE FROM claim") == "a claim is never deleted");
  rules.raw.run("UPDATE claim SET live = 0");
  CHECK(rules.raw.refusal("UPDATE claim SET live = 1") == "a claim that ended does not live again");
}

TEST_CASE("a code changes its state only, and only along the arrows", "[ledger][rules]") {
  Rules rules;
  for (const char* change : {"id = 9", "batch = 9", "position = 9", "pass_type = 'x'",
                             "secret = 'x'", "identity = 'x'", "redeem_by = 1"}) {
    INFO(change);
    CHECK(rules.raw.refusal(std::string("UPDATE code SET ") + change + " WHERE id = 2") ==
          "only the state of a code changes");
  }
  const auto go = [&](int id, const std::string& state) {
    return rules.raw.refusal("UPDATE code SET state = '" + state +
                             "' WHERE id = " + std::to_string(id));
  };
  const std::string no = "a code does not go that way";
  CHECK(go(1, "stock") == no);
  CHECK(go(1, "returned") == no);
  CHECK(go(1, "quarantined") == "a code leaves its claim only when that has ended");
  rules.raw.run("UPDATE claim SET live = 0 WHERE code = 1");
  CHECK(go(1, "returned") == no);
  CHECK(go(1, "quarantined") == "");
  CHECK(go(1, "claimed") == no);
  CHECK(go(1, "stock") == no);
  CHECK(go(2, "claimed") == "a claimed code has its claim");
  CHECK(go(2, "returned") == "");
  CHECK(go(2, "stock") == no);
  CHECK(go(2, "quarantined") == no);
  CHECK(go(3, "lost").find("CHECK constraint failed") == 0);
  CHECK(rules.raw.refusal("DELETE FROM code WHERE id = 4") == "a code is never deleted");
}

TEST_CASE("a code comes in once, into stock, with its batch", "[ledger][rules]") {
  Rules rules;
  const auto add = [&](const std::string& how, const std::string& values) {
    return rules.raw.refusal("PRAGMA foreign_keys = ON; INSERT " + how +
                             " INTO code (id, batch, position, pass_type, secret, identity, state) "
                             "VALUES (" +
                             values + ")");
  };
  CHECK(add("", "30, 1, 1, 'azure-pass', 'x', 'TEST-CODE-1000001', 'stock'") ==
        "a code comes in once");
  CHECK(add("OR REPLACE", "30, 1, 1, 'azure-pass', 'x', 'TEST-CODE-1000001', 'stock'") ==
        "a code comes in once");
  CHECK(add("OR REPLACE", "2, 1, 1, 'azure-pass', 'x', 'x', 'stock'") == "a code comes in once");
  CHECK(add("", "30, 1, 1, 'azure-pass', 'x', 'x', 'claimed'") == "a code begins in stock");
  CHECK(add("", "30, 1, 1, 'exam-voucher', 'x', 'x', 'stock'") == "FOREIGN KEY constraint failed");
  CHECK(add("", "30, 1, 1, 'azure-pass', '', 'x', 'stock'").find("CHECK constraint failed") == 0);
  rules.raw.run("DROP TRIGGER code_insert");
  CHECK(add("", "30, 1, 1, 'azure-pass', 'x', 'TEST-CODE-1000001', 'stock'") ==
        "UNIQUE constraint failed: code.pass_type, code.identity");
  CHECK(add("", "30, 1, 1, 'azure-pass', 'x', 'x', 'stock'") == "");
}

TEST_CASE("one class at most is not closed, and a closed one stays so", "[ledger][rules]") {
  Rules rules;
  const std::string add =
      "INSERT INTO class (title, pass_type, walk_ins, state) VALUES "
      "('x', 'azure-pass', 0, 'paused')";
  CHECK(rules.raw.refusal(add) == "another class is not closed");
  CHECK(rules.raw.refusal("INSERT OR REPLACE INTO class (id, title, pass_type, walk_ins, state) "
                          "VALUES (1, 'x', 'azure-pass', 0, 'closed')") ==
        "a class cannot be replaced");
  rules.raw.run("UPDATE class SET state = 'paused'");
  rules.raw.run("UPDATE class SET state = 'open'");
  rules.raw.run("UPDATE class SET state = 'closed'");
  CHECK(rules.raw.refusal("UPDATE class SET state = 'open'") == "a closed class stays closed");
  rules.raw.run(add);
  rules.raw.run("DROP TRIGGER class_insert");
  CHECK(rules.raw.refusal(add).find("UNIQUE constraint failed") == 0);
}

TEST_CASE("a class keeps its pass type, and its facts once it is closed", "[ledger][rules]") {
  Rules rules;
  const auto change = [&](const std::string& what) {
    INFO(what);
    return rules.raw.refusal("UPDATE class SET " + what);
  };
  for (const char* never : {"id = 9", "pass_type = 'x'"}) {
    CHECK(change(never) == "the pass type of a class never changes");
  }
  const std::vector<std::string> facts{"title = 'x'",  "opens_at = NULL", "ends_at = NULL",
                                       "walk_ins = 0", "word = 'x'",      "idle_seconds = 45"};
  for (const auto& fact : facts) CHECK(change(fact) == "");
  CHECK(change("idle_seconds = 300") == "");
  for (const char* outside : {"44", "301", "-1"}) {
    CHECK(change(std::string("idle_seconds = ") + outside).find("CHECK constraint failed") == 0);
  }
  CHECK(change("opens_at = 2, ends_at = 1").find("CHECK constraint failed") == 0);
  CHECK(rules.raw.refusal("DELETE FROM class") == "a class is never deleted");
  CHECK(change("state = 'closed', title = 'last words'") == "");
  for (const char* fact : {"title = 'y'", "opens_at = 1", "ends_at = 1", "walk_ins = 1",
                           "word = 'y'", "idle_seconds = 46"}) {
    CHECK(change(fact) == "a closed class keeps its facts");
  }
}

TEST_CASE("students and batches stay as they are", "[ledger][rules]") {
  Rules rules;
  CHECK(rules.raw.refusal("UPDATE student SET position = 9 WHERE id = 1") ==
        "a student stays in the class");
  CHECK(rules.raw.refusal("DELETE FROM student") ==
        "a student is never deleted; erase the identity");
  CHECK(rules.raw.refusal("INSERT OR REPLACE INTO student VALUES (1, 1, 9)") ==
        "a student cannot be replaced");
  CHECK(rules.raw.refusal("INSERT OR REPLACE INTO student VALUES (9, 1, 1)") ==
        "a student cannot be replaced");
  CHECK(rules.raw.refusal("UPDATE batch SET course = 'x'") == "a batch never changes");
  CHECK(rules.raw.refusal("DELETE FROM batch") == "a batch is never deleted");
  CHECK(rules.raw.refusal("INSERT OR REPLACE INTO batch SELECT * FROM batch") ==
        "a batch cannot be replaced");
}

TEST_CASE("an identity has a name, a key and its student", "[ledger][rules]") {
  Rules rules;
  const auto add = [&](const std::string& values) {
    return rules.raw.refusal("PRAGMA foreign_keys = ON; INSERT INTO identity VALUES (" + values +
                             ")");
  };
  rules.raw.run("DELETE FROM identity WHERE student = 3");
  CHECK(add("3, '', '', '', 0, zeroblob(32)").find("CHECK constraint failed") == 0);
  CHECK(add("3, 'x', '', '', 0, zeroblob(31)").find("CHECK constraint failed") == 0);
  CHECK(add("77, 'x', '', '', 0, zeroblob(32)") == "FOREIGN KEY constraint failed");
  CHECK(add("3, 'x', '', '', 0, zeroblob(32)") == "");
}

TEST_CASE("the journal only grows, by one, from its newest entry", "[ledger][rules]") {
  Rules rules;
  CHECK(rules.raw.refusal("UPDATE journal SET role = 'x' WHERE sequence = 1") ==
        "the journal is append-only");
  CHECK(rules.raw.refusal("DELETE FROM journal WHERE sequence = 1") ==
        "the journal is append-only");
  const auto add = [&](const std::string& how, const std::string& sequence,
                       const std::string& previous) {
    return rules.raw.refusal("INSERT " + how + " INTO journal SELECT " + sequence +
                             ", boot_id, since_boot, wall, wall_quality, role, event, fields, " +
                             previous + ", hash FROM journal ORDER BY sequence DESC LIMIT 1");
  };
  CHECK(add("", "sequence", "hash") == "the journal goes on by one");
  CHECK(add("OR REPLACE", "sequence", "hash") == "the journal goes on by one");
  CHECK(add("", "sequence + 2", "hash") == "the journal goes on by one");
  CHECK(add("", "NULL", "hash") == "the journal goes on by one");
  CHECK(add("", "sequence + 1", "previous") == "the entry does not follow the newest one");
  CHECK(add("", "sequence + 1", "hash") == "");
}

// The rules of migration 2, each broken once by raw SQL, with the act beside it that is allowed.
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

namespace {

/// A class whose student 1 held claim 1 (ended) and holds claim 2, and student 2 claim 3; an order
/// of ten licences; a second hand on it.
struct DeskRules {
  tests::Room room;
  tests::RawSql raw{room.folder.file()};

  DeskRules() {
    room.openClass();
    room.addCodes(tests::newCodes(0, 5));
    const auto first = room.student("One");
    REQUIRE(room.claim(first).ok());
    REQUIRE(room.ledger->claims()
                .replace(first, hallpass::Cause::Used, hallpass::Role::Instructor)
                .ok());
    REQUIRE(room.claim(room.student("Two")).ok());
    raw.run("INSERT INTO market_order VALUES ('MP-1', 1, 'AZ-104', 'Pass', 10, 4, 1)");
    raw.run("INSERT INTO market_order VALUES ('MP-2', 1, 'AZ-900', 'None', 10, 0, 0)");
  }

  std::string digits(const std::string& how, const std::string& values) {
    return raw.refusal("INSERT " + how + " INTO own_digits VALUES (" + values + ")");
  }
  std::string added(const std::string& values) {
    return raw.refusal("INSERT INTO passes_added VALUES (" + values + ")");
  }
  std::string lock(const std::string& change) {
    INFO(change);
    return raw.refusal("UPDATE lock SET " + change + " WHERE name = 'staff'");
  }
};

const std::string kUntried = "x'" + std::string(64, 'a') + "', x'" + std::string(64, 'b') + "'";

}  // namespace

TEST_CASE("own digits belong to a live claim, begin untried and stay as they are",
          "[ledger][rules]") {
  DeskRules rules;
  CHECK(rules.digits("", "1, " + kUntried + ", 0") == "own digits are of a live claim");
  CHECK(rules.digits("", "77, " + kUntried + ", 0") == "own digits are of a live claim");
  CHECK(rules.digits("", "2, " + kUntried + ", 1") == "own digits begin untried");
  CHECK(rules.digits("", "2, x'aa', x'bb', 0").find("CHECK constraint failed") == 0);
  CHECK(rules.digits("", "2, " + kUntried + ", 0") == "");
  CHECK(rules.digits("OR REPLACE", "2, " + kUntried + ", 0") ==
        "a claim keeps its own digits until they are cleared");
  for (const char* change : {"claim = 3", "key = zeroblob(32)", "hash = zeroblob(32)"}) {
    CHECK(rules.raw.refusal(std::string("UPDATE own_digits SET ") + change) ==
          "only the tries of own digits change");
  }
  rules.raw.run("DELETE FROM own_digits");
}

TEST_CASE("wrong tries of own digits go up by one, or back to none", "[ledger][rules]") {
  DeskRules rules;
  REQUIRE(rules.digits("", "2, " + kUntried + ", 0") == "");
  const auto wrong = [&](int count) {
    return rules.raw.refusal("UPDATE own_digits SET wrong = " + std::to_string(count));
  };
  const std::string no = "wrong tries are counted one by one, or back to none";
  CHECK(wrong(2) == no);
  CHECK(wrong(1) == "");
  CHECK(wrong(2) == "");
  CHECK(wrong(1) == no);
  CHECK(wrong(0) == "");
}

TEST_CASE("outcomes are of live claims and are only ever added", "[ledger][rules]") {
  DeskRules rules;
  const auto add = [&](const std::string& how, const std::string& values) {
    return rules.raw.refusal("INSERT " + how + " INTO outcome VALUES (" + values + ")");
  };
  CHECK(add("", "NULL, 1, 'worked', 'student', 1") == "an outcome is of a live claim");
  CHECK(add("", "NULL, 77, 'worked', 'student', 1") == "an outcome is of a live claim");
  CHECK(add("", "NULL, 2, '', 'student', 1").find("CHECK constraint failed") == 0);
  CHECK(add("", "1, 2, 'blank-page', 'student', 1") == "");
  CHECK(add("OR REPLACE", "1, 2, 'worked', 'student', 1") == "an outcome cannot be replaced");
  CHECK(add("", "2, 2, 'worked', 'student', 1") == "");
  CHECK(rules.raw.refusal("UPDATE outcome SET outcome = 'other'") == "outcomes are append-only");
  CHECK(rules.raw.refusal("DELETE FROM outcome") == "outcomes are append-only");
}

TEST_CASE("there are three locks, no more and no fewer", "[ledger][rules]") {
  DeskRules rules;
  CHECK(rules.raw.column("SELECT name FROM lock ORDER BY name") ==
        std::vector<std::string>{"instructor", "recovery", "staff"});
  for (const char* act : {"INSERT INTO lock (name) VALUES ('back door')",
                          "INSERT OR REPLACE INTO lock (name) VALUES ('staff')", "DELETE FROM lock",
                          "UPDATE lock SET name = 'front' WHERE name = 'staff'"}) {
    INFO(act);
    CHECK(rules.raw.refusal(act) == "the locks are fixed");
  }
  CHECK(rules.lock("secret = ''").find("CHECK constraint failed") == 0);
  CHECK(rules.lock("secret = 'a hash'") == "");
}

TEST_CASE("wrong tries of a lock go up by one, or back to none", "[ledger][rules]") {
  DeskRules rules;
  const std::string no = "wrong tries are counted one by one, or back to none";
  CHECK(rules.lock("failures = 2") == no);
  CHECK(rules.lock("failures = 1") == "");
  CHECK(rules.lock("failures = 2") == "");
  CHECK(rules.lock("failures = 1") == no);
  CHECK(rules.lock("failures = -1").find("wrong tries") == 0);
  CHECK(rules.lock("failures = 0") == "");
}

TEST_CASE("a lock's wait gets shorter only by time that passed in its boot, or by a restart",
          "[ledger][rules]") {
  DeskRules rules;
  REQUIRE(rules.lock("failures = 1, wait = 1000, boot_id = 'a', since_boot = 500") == "");
  const std::string no = "a wait ends with its time, or with the count";
  CHECK(rules.lock("wait = 999") == no);
  CHECK(rules.lock("wait = 899, since_boot = 600") == no);
  CHECK(rules.lock("wait = 1001") == no);
  CHECK(rules.lock("wait = 900, since_boot = 600") == "");
  CHECK(rules.lock("wait = 950, boot_id = 'b', since_boot = 50") == no);
  CHECK(rules.lock("wait = 850, boot_id = 'b', since_boot = 50") == "");
  CHECK(rules.lock("wait = 5000, failures = 2") == "");
  CHECK(rules.lock("wait = 0, failures = 0") == "");
}

TEST_CASE("passes are added to orders with a licence for each, and stay", "[ledger][rules]") {
  DeskRules rules;
  const std::string licence = "no pass without a licence, and none of a course without passes";
  CHECK(rules.added("NULL, 'MP-1', 7, 11, 0, 1") == licence);
  CHECK(rules.added("NULL, 'MP-2', 1, 1, 0, 1") == licence);
  CHECK(rules.added("NULL, 'MP-9', 1, 1, 0, 1") == "the total goes on from what the order has");
  CHECK(rules.added("NULL, 'MP-1', 2, 2, 0, 1") == "the total goes on from what the order has");
  CHECK(rules.added("NULL, 'MP-1', 0, 4, 0, 1").find("CHECK constraint failed") == 0);
  CHECK(rules.added("1, 'MP-1', 2, 6, 0, 1") == "");
  CHECK(rules.added("1, 'MP-1', 1, 7, 0, 1") == "what was added cannot be replaced");
  CHECK(rules.added("NULL, 'MP-1', 5, 11, 0, 1") == licence);
  CHECK(rules.added("NULL, 'MP-1', 4, 10, 0, 1") == "");
  CHECK(rules.raw.refusal("UPDATE passes_added SET quantity = 9") == "what was added stays added");
  CHECK(rules.raw.refusal("DELETE FROM passes_added") == "what was added stays added");
}

TEST_CASE("an order keeps its number, while all else of it may be brought up to date",
          "[ledger][rules]") {
  DeskRules rules;
  CHECK(rules.raw.refusal("UPDATE market_order SET number = 'MP-3' WHERE number = 'MP-1'") ==
        "an order keeps its number");
  CHECK(rules.raw.refusal("DELETE FROM market_order") == "an order is never deleted");
  CHECK(rules.raw.refusal("INSERT OR REPLACE INTO market_order "
                          "VALUES ('MP-1', 1, 'x', 'x', 99, 0, 1)") ==
        "an order cannot be replaced");
  for (const char* spoilt : {"licences = -1", "listed = -1", "supports_pass = 2"}) {
    INFO(spoilt);
    CHECK(rules.raw.refusal(std::string("UPDATE market_order SET ") + spoilt)
              .find("CHECK constraint failed") == 0);
  }
  rules.raw.run(
      "UPDATE market_order SET licences = 3, listed = 3, title = 'x', course = 'y', "
      "ordered_on = 2, supports_pass = 0 WHERE number = 'MP-1'");
}

// Each rule that the monkey checks is broken once by hand, past the ledger's own triggers.
#include "tests/e2e/monkey/ledger_problems.h"

#include <sqlite3.h>

#include "tests/e2e/monkey/venue.h"
#include "tests/e2e/places.h"
#include "tests/support/catch.h"

namespace {

using namespace tests;

/// Takes every trigger and index away, then does `harm`.
void harm(const std::filesystem::path& ledger, const std::string& harm) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(ledger.c_str(), &database) == SQLITE_OK);
  std::string drops;
  const auto collect = [](void* all, int, char** values, char**) {
    static_cast<std::string*>(all)->append(values[0]);
    return 0;
  };
  REQUIRE(sqlite3_exec(database,
                       "SELECT 'DROP ' || type || ' ' || name || ';' FROM sqlite_schema "
                       "WHERE type IN ('trigger', 'index') AND sql IS NOT NULL",
                       collect, &drops, nullptr) == SQLITE_OK);
  const std::string all = "PRAGMA foreign_keys = OFF;" + drops + harm;
  char* error = nullptr;
  const int status = sqlite3_exec(database, all.c_str(), nullptr, nullptr, &error);
  INFO((error == nullptr ? "" : error));
  sqlite3_free(error);
  sqlite3_close(database);
  REQUIRE(status == SQLITE_OK);
}

/// A device on which two students have taken a code.
struct Used {
  Used() : device(places()) {
    device.openSampleClass();
    (void)device.claim("S70100");
    (void)device.claim("S70113");
  }
  /// What is found after `damage`.
  std::vector<std::string> after(const std::string& damage) const {
    harm(device.ledger(), damage);
    return ledgerProblems(device.ledger());
  }
  const Device device;
};

}  // namespace

TEST_CASE("a ledger that was used well breaks no rule") {
  const Used used;
  CHECK(ledgerProblems(used.device.ledger()).empty());
  CHECK(chainVerifies(used.device));
}

TEST_CASE("every broken rule of a ledger is found") {
  for (const char* damage :
       {"DELETE FROM claim WHERE id = 1", "UPDATE code SET state = 'stock' WHERE state = 'claimed'",
        "UPDATE code SET state = 'quarantined' WHERE state = 'claimed'",
        "UPDATE claim SET student = (SELECT min(student) FROM claim)",
        "DELETE FROM journal WHERE sequence = 2",
        "UPDATE journal SET previous = zeroblob(32) WHERE sequence = 3",
        "INSERT INTO class (title, pass_type, walk_ins, state) VALUES ('', 'x', 0, 'open')",
        "UPDATE claim SET code = 9999 WHERE id = 1"}) {
    INFO(damage);
    CHECK_FALSE(Used().after(damage).empty());
  }
}

TEST_CASE("an entry of the journal that was rewritten breaks the chain") {
  const Used used;
  harm(used.device.ledger(), "UPDATE journal SET fields = '{}' WHERE sequence = 2");
  CHECK_FALSE(chainVerifies(used.device));
}

#include "kiosk/ledger/next_code.h"

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "tests/kiosk/ledger/room.h"

namespace {

std::string planOf(hallpass::Database& database, const std::string& sql) {
  std::string plan;
  auto row = database.prepare("EXPLAIN QUERY PLAN " + sql);
  while (row.step()) plan += row.text(3) + "\n";
  return plan;
}

}  // namespace

TEST_CASE("among 100,000 codes the next one is found by the index, without scan or sort",
          "[ledger][next-code]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 100'000));
  const auto claim = room.claim(room.student("Aino"));
  REQUIRE(claim.ok());
  CHECK(claim->code == tests::newCode(0).code);
  room.ledger.reset();
  const auto database = hallpass::openDatabase(room.folder.file(), "");
  REQUIRE(database.ok());
  const std::string sql(hallpass::kNextCodeSql);
  const std::string plan = planOf(**database, sql);
  INFO(plan);
  CHECK(plan.find("SEARCH code USING INDEX code_next") == 0);
  CHECK(plan.find("SCAN") == std::string::npos);
  CHECK(plan.find("TEMP B-TREE") == std::string::npos);

  (*database)->execute("DROP INDEX code_next");
  CHECK(planOf(**database, sql + " ").find("TEMP B-TREE") != std::string::npos);
}

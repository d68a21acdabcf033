#include "kiosk/ledger/stock.h"

#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Mode;
using hallpass::Refusal;
using hallpass::Role;
using hallpass::StockCount;
using platform::UtcTime;

namespace {

std::vector<std::int64_t> figures(const StockCount& count) {
  return {count.loaded,      count.inStock, count.claimed,
          count.quarantined, count.expired, count.returned};
}

std::vector<std::int64_t> counted(tests::Room& room,
                                  const std::optional<std::string>& passType = std::nullopt) {
  return figures(room.ledger->stock().count(passType).value());
}

using Figures = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("codes come into stock as one batch, which is recorded", "[ledger][stock]") {
  tests::Room room;
  auto batch = tests::newBatch();
  batch.redeemBy = UtcTime{86'400'000};
  const auto report = room.addCodes(tests::newCodes(0, 3), batch);
  CHECK(report.added == 3);
  CHECK(report.inStockAlready.empty());
  CHECK_FALSE(report.sameFileAt);
  const auto entry = room.journal().back();
  CHECK(entry.event == "codes-imported");
  CHECK(entry.fields == R"({"batch":"1","pass_type":"azure-pass","added":"3",)"
                        R"("in_stock_already":"0","file_sha256":")" +
                            platform::toHex(batch.fileHash) +
                            R"(","course":"AZ-104","order":"4711",)"
                            R"("redeem_by":"1970-01-02T00:00:00.000Z"})");
}

TEST_CASE("codes that came in before are named by their lines, in any state", "[ledger][stock]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 2));
  REQUIRE(room.claim(room.student("Aino")).ok());
  const auto report = room.addCodes(tests::newCodes(0, 4), tests::newBatch("more.csv"));
  CHECK(report.added == 2);
  CHECK(report.inStockAlready == std::vector<int>{1, 2});
  CHECK(counted(room) == Figures{4, 3, 1, 0, 0, 0});
}

TEST_CASE("the same file again adds nothing, says when, and leaves no trace", "[ledger][stock]") {
  tests::Room room;
  room.addCodes(tests::newCodes(0, 3));
  const UtcTime first = room.clock.time;
  const auto before = room.eventIds();
  room.clock.pass(std::chrono::hours(1));
  const auto report = room.addCodes(tests::newCodes(0, 3));
  CHECK(report.added == 0);
  CHECK(report.inStockAlready.size() == 3);
  CHECK(report.sameFileAt == first);
  CHECK(room.eventIds() == before);
  CHECK(tests::RawSql(room.folder.file()).text("SELECT count(*) FROM batch") == "1");
}

TEST_CASE("a code twice in one list comes in once", "[ledger][stock]") {
  tests::Room room;
  const auto report = room.addCodes({tests::newCode(0), tests::newCode(1), tests::newCode(0)});
  CHECK(report.added == 2);
  CHECK(report.inStockAlready == std::vector<int>{1});
}

TEST_CASE("one text may be a code of two pass types", "[ledger][stock]") {
  tests::Room room;
  room.addCodes(tests::newCodes(0, 2));
  auto other = tests::newBatch();
  other.passType = "exam-voucher";
  CHECK(room.addCodes(tests::newCodes(0, 2), other).added == 2);
  CHECK(counted(room, "exam-voucher") == Figures{2, 2, 0, 0, 0, 0});
  CHECK(counted(room) == Figures{4, 4, 0, 0, 0, 0});
  CHECK(counted(room, "training-key") == Figures{0, 0, 0, 0, 0, 0});
}

TEST_CASE("a dry run reports what would be, and nothing is", "[ledger][stock]") {
  tests::Room room;
  const auto before = room.eventIds();
  const auto report = room.ledger->stock().add(tests::newBatch(), tests::newCodes(0, 3),
                                               Mode::DryRun, Role::Operator, {});
  CHECK(report->added == 3);
  CHECK(counted(room) == Figures{0, 0, 0, 0, 0, 0});
  CHECK(room.eventIds() == before);
  CHECK(room.addCodes(tests::newCodes(0, 3)).added == 3);
}

TEST_CASE("a long import tells its progress, and stopping takes all of it back",
          "[ledger][stock]") {
  tests::Room room;
  const auto codes = tests::newCodes(0, 3'500);
  std::vector<std::int64_t> told;
  const auto until = [&](std::int64_t last) {
    return [&told, last](std::int64_t done, std::int64_t total) {
      CHECK(total == 3'500);
      told.push_back(done);
      return done < last;
    };
  };
  const auto before = room.eventIds();
  const auto stopped =
      room.ledger->stock().add(tests::newBatch(), codes, Mode::Keep, Role::Operator, until(2'000));
  CHECK(stopped.error() == Refusal::Cancelled);
  CHECK(told == Figures{1'000, 2'000});
  CHECK(room.eventIds() == before);
  CHECK(counted(room) == Figures{0, 0, 0, 0, 0, 0});
  told.clear();
  const auto whole =
      room.ledger->stock().add(tests::newBatch(), codes, Mode::Keep, Role::Operator, until(9'999));
  CHECK(whole->added == 3'500);
  CHECK(told == Figures{1'000, 2'000, 3'000});
}

TEST_CASE("every code that came in is counted in one place", "[ledger][stock]") {
  tests::Room room;
  room.openClass();
  const UtcTime last{room.clock.time.ms + 10};
  room.addCodes({tests::newCode(0, last), tests::newCode(1, last), tests::newCode(2),
                 tests::newCode(3), tests::newCode(4), tests::newCode(5)});
  REQUIRE(room.claim(room.student("Aino")).ok());
  {
    tests::RawSql raw(room.folder.file());
    raw.run("UPDATE code SET state = 'quarantined' WHERE id = 3");
    raw.run("UPDATE code SET state = 'returned' WHERE id IN (4, 5)");
  }
  room.clock.time = last;
  CHECK(counted(room) == Figures{6, 2, 1, 1, 0, 2});
  room.clock.time.ms += 1;
  CHECK(counted(room) == Figures{6, 1, 1, 1, 1, 2});
}

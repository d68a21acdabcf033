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

TEST_CASE("a batch keeps where it came from, and says where its codes are", "[ledger][stock]") {
  tests::Room room;
  room.openClass();
  auto facts = tests::newBatch("first.csv");
  facts.redeemBy = UtcTime{room.clock.time.ms + 10};
  facts.value = "about $100";
  const auto first =
      room.ledger->stock().add(facts, tests::newCodes(0, 3), Mode::Keep, Role::Instructor, {});
  CHECK(first->batch == 1);
  const auto since = room.clock.time;
  room.clock.pass(std::chrono::hours(1));
  CHECK(room.addCodes(tests::newCodes(10, 2), tests::newBatch("second.csv")).batch == 2);
  CHECK(room.addCodes(tests::newCodes(10, 2)).batch == 0);
  REQUIRE(room.claim(room.student("Aino")).ok());
  const auto batches = room.ledger->stock().batches().value();
  REQUIRE(batches.size() == 2);
  CHECK(batches[0].id == 2);
  CHECK(batches[0].importedBy == "operator");
  CHECK(batches[0].count.claimed == 1);
  CHECK(batches[0].count.inStock == 1);
  CHECK(batches[1].id == 1);
  CHECK(batches[1].facts.passType == "azure-pass");
  CHECK(batches[1].facts.fileName == "first.csv");
  CHECK(batches[1].facts.fileHash == platform::sha256("first.csv"));
  CHECK(batches[1].facts.course == "AZ-104");
  CHECK(batches[1].facts.order == "4711");
  CHECK(batches[1].facts.value == "about $100");
  CHECK(batches[1].facts.redeemBy == UtcTime{since.ms + 10});
  CHECK(batches[1].importedAt == since);
  CHECK(batches[1].importedBy == "instructor");
  CHECK(batches[1].count.loaded == 3);
  CHECK(batches[1].count.expired == 3);
}

TEST_CASE("codes that end before a moment are counted among those that may be handed out",
          "[ledger][stock]") {
  tests::Room room;
  room.openClass();
  const auto in = [&](std::int64_t ms) { return UtcTime{room.clock.time.ms + ms}; };
  room.addCodes({tests::newCode(0, in(-1)), tests::newCode(1, in(0)), tests::newCode(2, in(9)),
                 tests::newCode(3, in(10)), tests::newCode(4)});
  const auto ending = [&](std::int64_t ms) {
    return room.ledger->stock().endingBefore("azure-pass", in(ms)).value();
  };
  CHECK(ending(0) == 0);
  CHECK(ending(1) == 1);
  CHECK(ending(10) == 2);
  CHECK(ending(11) == 3);
  CHECK(ending(9'000'000'000) == 3);
  CHECK(room.ledger->stock().endingBefore("exam-voucher", in(11)).value() == 0);
  REQUIRE(room.claim(room.student("Aino")).ok());
  CHECK(ending(11) == 2);
}

TEST_CASE("unused codes stand in the order in which they would be handed out", "[ledger][stock]") {
  tests::Room room;
  room.openClass();
  const UtcTime soon{room.clock.time.ms + 10};
  room.addCodes({tests::newCode(0), tests::newCode(1, UtcTime{room.clock.time.ms - 1}),
                 tests::newCode(2, soon)});
  room.addCodes(tests::newCodes(10, 1), tests::newBatch("second.csv"));
  auto voucher = tests::newBatch("vouchers.csv");
  voucher.passType = "exam-voucher";
  room.addCodes(tests::newCodes(20, 1), voucher);
  const auto unused = room.ledger->stock().unused("azure-pass").value();
  REQUIRE(unused.size() == 3);
  CHECK(unused[0].redeemBy == soon);
  for (const auto& code : unused) {
    CHECK(room.claim(room.student(code.code.reveal()))->code == code.code);
  }
  const auto all = room.ledger->stock().unused(std::nullopt).value();
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == tests::newCode(20).code);
  CHECK(all[0].batch == 3);
}

TEST_CASE("the codes of a batch that are in stock are taken out of it, for good",
          "[ledger][stock]") {
  tests::Room room;
  room.openClass();
  room.addCodes(
      {tests::newCode(0), tests::newCode(1, UtcTime{room.clock.time.ms - 1}), tests::newCode(2)});
  room.addCodes(tests::newCodes(10, 1), tests::newBatch("second.csv"));
  REQUIRE(room.claim(room.student("Aino")).ok());
  const auto taken = room.ledger->stock().takeBack(1, Role::Instructor).value();
  REQUIRE(taken.size() == 2);
  CHECK(taken[0].code == tests::newCode(1).code);
  CHECK(taken[1].code == tests::newCode(2).code);
  CHECK(room.journal().back().event == "codes-returned");
  CHECK(room.journal().back().fields == R"({"batch":"1","returned":"2"})");
  CHECK(counted(room) == Figures{4, 1, 1, 0, 0, 2});
  const auto before = room.eventIds();
  CHECK(room.ledger->stock().takeBack(1, Role::Instructor)->size() == 2);
  CHECK(room.eventIds() == before);
  CHECK(room.addCodes({tests::newCode(2)}).added == 0);
}

TEST_CASE("taking back refuses a batch that is not there, and one of which nothing is left",
          "[ledger][stock]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 1));
  REQUIRE(room.claim(room.student("Aino")).ok());
  CHECK(room.ledger->stock().takeBack(2, Role::Instructor).error() == Refusal::UnknownBatch);
  CHECK(room.ledger->stock().takeBack(1, Role::Instructor).error() == Refusal::NothingLeft);
  CHECK(room.journal().back().event == "claim-made");
}

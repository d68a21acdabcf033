// Whatever happened on a device, the receipt of its erasure says what was there.
#include <rapidcheck.h>

#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::ClassState;
using hallpass::Role;

namespace {

/// What happens on a device, without asking whether the ledger lets it.
void happen(tests::Room& room, int what, int number) {
  hallpass::Ledger& ledger = *room.ledger;
  const hallpass::StudentId student{1 + number % 5};
  switch (what) {
    case 0:
      (void)ledger.classes().open(tests::newClass(), Role::Operator);
      break;
    case 1:
      (void)ledger.classes().setState(ClassState::Closed, Role::Instructor);
      break;
    case 2: {
      const bool ends = number % 3 == 0;
      auto codes = tests::newCodes(1'000 * number, 1 + number % 4);
      for (auto& code : codes) {
        if (ends) code.redeemBy = platform::UtcTime{room.clock.time.ms + 1};
      }
      room.addCodes(codes, tests::newBatch("codes " + std::to_string(number)));
      break;
    }
    case 3:
      (void)ledger.roster().addWalkIn("Student " + std::to_string(number), Role::Student);
      break;
    case 4:
      (void)ledger.claims().make(student, Role::Student);
      break;
    case 5:
      (void)ledger.claims().replace(student, hallpass::Cause::Used, Role::Instructor);
      break;
    case 6:
      (void)ledger.stock().takeBack(1 + number % 5, Role::Instructor);
      break;
    default:
      room.clock.pass(std::chrono::minutes(1));
  }
}

/// Counted by hand, past the ledger.
std::vector<std::string> rows(const tests::Room& room) {
  tests::RawSql raw(room.folder.file());
  const std::string now = std::to_string(room.clock.time.ms);
  std::vector<std::string> counts;
  for (const std::string& from :
       {std::string("student"), std::string("claim"), std::string("class"), std::string("journal"),
        std::string("code"), "code WHERE state = 'stock' AND coalesce(redeem_by >= " + now + ", 1)",
        std::string("code WHERE state = 'claimed'"),
        std::string("code WHERE state = 'quarantined'"),
        "code WHERE state = 'stock' AND redeem_by < " + now,
        std::string("code WHERE state = 'returned'")}) {
    counts.push_back(raw.text("SELECT count(*) FROM " + from));
  }
  return counts;
}

std::vector<std::string> rows(const hallpass::ErasureReceipt& receipt) {
  const hallpass::StockCount& counts = receipt.counts;
  std::vector<std::string> all;
  for (const std::int64_t number :
       {receipt.students, receipt.claims, receipt.classes, receipt.events, counts.loaded,
        counts.inStock, counts.claimed, counts.quarantined, counts.expired, counts.returned}) {
    all.push_back(std::to_string(number));
  }
  return all;
}

}  // namespace

TEST_CASE("the counts of a receipt are those from before, and they add up",
          "[ledger][erasure][random]") {
  int claims = 0;
  const bool held = rc::check("the receipt after random days", [&] {
    tests::Room room;
    int number = 40;
    for (const int what : {0, 2, 3, 3, 3}) happen(room, what, ++number);
    const int length = *rc::gen::inRange(0, 60);
    for (int step = 0; step < length; ++step) {
      happen(room, *rc::gen::element(0, 1, 2, 2, 3, 4, 4, 4, 5, 6, 7), *rc::gen::inRange(0, 40));
    }
    const auto before = rows(room);
    const auto receipt = room.ledger->erase({}, Role::Staff).value();
    RC_ASSERT(rows(receipt) == before);
    const hallpass::StockCount& counts = receipt.counts;
    RC_ASSERT(counts.loaded == counts.inStock + counts.claimed + counts.quarantined +
                                   counts.expired + counts.returned);
    RC_ASSERT(room.ledger->journal().verify(receipt.newHead)->headFound);
    claims += receipt.claims > 0 ? 1 : 0;
  });
  CHECK(held);
  CHECK(claims > 10);
}

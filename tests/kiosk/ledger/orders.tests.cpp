#include "kiosk/ledger/orders.h"

#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::ExpectedBatch;
using hallpass::Mode;
using hallpass::Order;
using hallpass::Refusal;
using hallpass::Role;

namespace {

struct Market : tests::Room {
  hallpass::Orders::Report import(const std::vector<Order>& orders, Mode mode = Mode::Keep) {
    return ledger->orders().import(orders, mode, Role::Instructor).value();
  }

  [[nodiscard]] Order order(int quantity, int licences = 20) const {
    return {"MP-1", clock.time, "AZ-104T00", "Student Access Pass", licences, quantity, true};
  }

  /// How many were added, or the name of the refusal.
  std::string add(std::optional<int> quantity, const std::string& number = "MP-1") {
    const auto added = ledger->orders().add(number, quantity, Role::Instructor);
    return added ? std::to_string(added->quantity) : std::string(hallpass::name(added.error()));
  }

  int quantity() { return ledger->orders().list()->front().quantity; }

  void collect(int first, int count, const std::string& number) {
    auto batch = tests::newBatch("codes " + std::to_string(first));
    batch.order = number;
    addCodes(tests::newCodes(first, count), batch);
  }

  /// "quantity/arrived", newest first.
  std::vector<std::string> expected() {
    std::vector<std::string> lines;
    for (const ExpectedBatch& one : *ledger->orders().expected()) {
      lines.push_back(std::to_string(one.quantity) + "/" + std::to_string(one.arrived));
    }
    return lines;
  }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("orders come in, and come again without a change", "[ledger][orders]") {
  Market room;
  Order second = room.order(0);
  second.number = "MP-0";
  second.date.ms -= 1;
  second.supportsPass = false;
  CHECK(room.import({room.order(3), second}).added == 2);
  CHECK(room.journal().back().event == "orders-imported");
  CHECK(room.journal().back().fields == R"({"added":"2","updated":"0"})");
  const auto before = room.eventIds();
  const auto again = room.import({room.order(3), second});
  CHECK(again.added + again.updated == 0);
  CHECK(room.eventIds() == before);
  const auto list = room.ledger->orders().list().value();
  REQUIRE(list.size() == 2);
  CHECK(list[0].number == "MP-0");
  CHECK_FALSE(list[0].supportsPass);
  CHECK(list[1].date == room.clock.time);
  CHECK(list[1].course == "AZ-104T00");
  CHECK(list[1].title == "Student Access Pass");
  CHECK(list[1].licences == 20);
  CHECK(list[1].quantity == 3);
}

TEST_CASE("an order that is known is brought up to date", "[ledger][orders]") {
  Market room;
  room.import({room.order(3)});
  Order news = room.order(5, 25);
  news.title = "New title";
  const auto report = room.import({news});
  CHECK(report.added == 0);
  CHECK(report.updated == 1);
  CHECK(room.ledger->orders().list()->front().title == "New title");
  CHECK(room.ledger->orders().list()->front().licences == 25);
  CHECK(room.quantity() == 5);
  room.import({room.order(4)});
  CHECK(room.quantity() == 4);
}

TEST_CASE("an order of which one thing alone is another is brought up to date",
          "[ledger][orders]") {
  Market room;
  REQUIRE(room.import({room.order(3)}).added == 1);
  for (void (*change)(Order&) : {+[](Order& order) { order.date.ms += 1; },
                                 +[](Order& order) { order.course = "AZ-204T00"; },
                                 +[](Order& order) { order.title = "Another title"; },
                                 +[](Order& order) { order.supportsPass = false; }}) {
    Order changed = room.ledger->orders().list()->front();
    CHECK(room.import({changed}).updated == 0);
    change(changed);
    CHECK(room.import({changed}).updated == 1);
  }
}

TEST_CASE("a dry run of orders says what would be, and nothing is", "[ledger][orders]") {
  Market room;
  CHECK(room.import({room.order(3)}, Mode::DryRun).added == 1);
  CHECK(room.ledger->orders().list()->empty());
  CHECK(room.eventIds() == Lines{"ledger-created"});
}

TEST_CASE("figures below nothing and lines without a number do no harm", "[ledger][orders]") {
  Market room;
  Order nameless = room.order(1);
  nameless.number = "";
  CHECK(room.import({room.order(-2, -5), nameless}).added == 1);
  CHECK(room.ledger->orders().list()->size() == 1);
  CHECK(room.quantity() == 0);
  CHECK(room.add(std::nullopt) == "NoLicenceLeft");
}

TEST_CASE("adding puts in the maximum, and the quantity can be changed (A24, A25)",
          "[ledger][orders]") {
  Market room;
  room.import({room.order(3)});
  CHECK(room.add(5) == "5");
  CHECK(room.journal().back().event == "passes-added");
  CHECK(room.journal().back().fields ==
        R"({"order":"MP-1","course":"AZ-104T00","quantity":"5","total":"8","licences":"20"})");
  CHECK(room.add(std::nullopt) == "12");
  CHECK(room.quantity() == 20);
  CHECK(room.add(std::nullopt) == "NoLicenceLeft");
}

TEST_CASE("no more passes than licences (A11), and why not", "[ledger][orders]") {
  Market room;
  Order without = room.order(0);
  without.number = "MP-2";
  without.supportsPass = false;
  room.import({room.order(3), without});
  CHECK(room.add(18) == "AboveLicences");
  CHECK(room.add(0) == "AboveLicences");
  CHECK(room.add(-1) == "AboveLicences");
  CHECK(room.add(1, "MP-2") == "CourseWithoutPass");
  CHECK(room.add(std::nullopt, "MP-2") == "CourseWithoutPass");
  CHECK(room.add(1, "MP-3") == "UnknownOrder");
  CHECK(room.quantity() == 3);
  CHECK(room.add(17) == "17");
  room.clock.pass(std::chrono::hours(24 * 200));
  CHECK(room.add(std::nullopt) == "OrderEnded");
}

TEST_CASE("what was added here is counted once, whatever a later list says", "[ledger][orders]") {
  Market room;
  room.import({room.order(3)});
  REQUIRE(room.add(5) == "5");
  SECTION("a list that does not hold it yet leaves it added") {
    room.import({room.order(3)});
    CHECK(room.quantity() == 8);
  }
  SECTION("a list that holds it does not count it twice") {
    room.import({room.order(8)});
    CHECK(room.quantity() == 8);
  }
  SECTION("a list that holds more counts") {
    room.import({room.order(10)});
    CHECK(room.quantity() == 10);
    CHECK(room.add(std::nullopt) == "10");
  }
  SECTION("an older list after a newer one does not offer it again") {
    room.import({room.order(8)});
    room.import({room.order(1)});
    CHECK(room.quantity() == 8);
    CHECK(room.add(13) == "AboveLicences");
    CHECK(room.add(12) == "12");
  }
  SECTION("fewer licences than passes offer none") {
    room.import({room.order(3, 6)});
    CHECK(room.quantity() == 8);
    CHECK(room.add(std::nullopt) == "NoLicenceLeft");
  }
}

TEST_CASE("what was added is expected until its codes arrive", "[ledger][orders]") {
  Market room;
  room.collect(0, 2, "MP-1");
  room.import({room.order(0)});
  REQUIRE(room.add(5) == "5");
  CHECK(room.expected() == Lines{"5/0"});
  room.collect(10, 3, " mp-1 ");
  room.collect(20, 9, "MP-11");
  CHECK(room.expected() == Lines{"5/3"});
  const auto expected = room.ledger->orders().expected()->front();
  CHECK(expected.order == "MP-1");
  CHECK(expected.course == "AZ-104T00");
  CHECK(expected.title == "Student Access Pass");
  CHECK(expected.addedAt == room.clock.time);
  CHECK(expected.missing() == 2);
  room.collect(30, 4, "MP-1");
  CHECK(room.expected() == Lines{"5/7"});
}

TEST_CASE("of two additions to an order the older one is served first", "[ledger][orders]") {
  Market room;
  room.import({room.order(0)});
  REQUIRE(room.add(5) == "5");
  room.collect(0, 1, "MP-1");
  REQUIRE(room.add(3) == "3");
  CHECK(room.expected() == Lines{"3/0", "5/1"});
  room.collect(10, 6, "MP-1");
  CHECK(room.expected() == Lines{"3/2", "5/5"});
  room.collect(20, 4, "MP-1");
  CHECK(room.expected() == Lines{"3/6", "5/5"});
}

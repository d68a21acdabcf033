#include <algorithm>

#include "kiosk/domain/order.h"
#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using nlohmann::json;
using tests::Program;
using tests::sample;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

/// The UTC day `days` before today; the program reads the system's clock.
std::string dayBefore(int days) {
  const platform::UtcTime now = platform::SystemClock().now();
  return platform::toIsoDate({now.ms - days * kDayMs});
}

/// Six months have at most 184 days.
const std::string kRecent = dayBefore(30);
const std::string kLongAgo = dayBefore(200);

void importRows(const Program& program, const std::string& rows) {
  const std::string file = program.folder().file(
      "orders.csv",
      "Order Number,Order Date,Course Number,Pass Title,Licenses,Quantity,Supports Pass\n" + rows);
  program.done({"import", "orders", file});
}

/// One order of each kind: some licences left, none left, ended, without a pass.
void importKinds(const Program& program) {
  importRows(program, "MP-1," + kRecent + ",AZ-104T00,Pass: Administrator,16,8,Yes\n" +  //
                          "MP-2," + kRecent + ",AZ-500T00,Pass: Security,6,6,Yes\n" + "MP-3," +
                          kLongAgo + ",AZ-305T00,Pass: Architect,10,2,Yes\n" + "MP-4," + kRecent +
                          ",MS-900T01,Pass: Fundamentals,6,0,No\n");
}

/// The members `key` of the orders that the list shows with `options`.
std::vector<json> listed(const Program& program, const std::string& key,
                         const tests::Arguments& options = {}) {
  tests::Arguments arguments = {"orders", "--per-page", "100"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const json shown = program.json(arguments);
  std::vector<json> values;
  for (const json& order : shown["orders"]) values.push_back(order[key]);
  return values;
}

std::string orderAt(const Program& program, const tests::Arguments& options) {
  tests::Arguments arguments = {"orders"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return program.json(arguments)["orders"].at(0)["order"];
}

std::string refusal(const Program& program, const tests::Arguments& arguments) {
  return program.run(arguments).err;
}

}  // namespace

TEST_CASE("the marketplace's list comes in, and the same list again changes nothing") {
  const Program program;
  const tests::Arguments import = {"import", "orders", sample("orders.csv")};
  tests::Arguments dry = import;
  dry.emplace_back("--dry-run");
  CHECK(program.json(dry)["added"] == 23);
  CHECK(program.json({"orders"})["orders"].empty());
  const json first = program.json(import);
  CHECK(first["orders"] == 23);
  CHECK(first["added"] == 23);
  CHECK(first["updated"] == 0);
  CHECK(first["rejected"] == 0);
  CHECK(first["notes"].empty());
  const json second = program.json(import);
  CHECK(second["added"] == 0);
  CHECK(second["updated"] == 0);
  CHECK(program.done(import).find("23 orders in the list: added 0, 0 updated") == 0);
}

TEST_CASE("a line of the list of orders that is not taken is named with its reason") {
  const Program program;
  const std::string file = program.folder().file(
      "o.csv",
      "Order Number,Order Date,Course Number,Pass Title,Licenses,Quantity,Supports Pass\n"
      "MP-1,2026-01-01,AZ-104T00,P,4,2,Yes\nMP-2,2026-01-01,AZ-104T00,P,4,9,Yes\n");
  const json taken = program.json({"import", "orders", file});
  CHECK(taken["added"] == 1);
  CHECK(taken["rejected"] == 1);
  REQUIRE(taken["notes"].size() == 1);
  CHECK(taken["notes"][0]["line"] == 3);
  CHECK(program.done({"import", "orders", file}).find("  line 3: ") != std::string::npos);
}

TEST_CASE("a file that is no list of orders says why") {
  const Program program;
  CHECK(program.refused({"import", "orders", "/nowhere/orders.csv"}) == "FileNotFound");
  CHECK(program.refused({"import", "orders", "/"}) == "NotAFile");
  CHECK(program.refused({"import", "orders", sample("roster.csv")}) == "NoOrders");
  CHECK(program.json({"orders"})["orders"].empty());
}

TEST_CASE("an order says what the marketplace says, and what can be added") {
  const Program program;
  importKinds(program);
  const json shown = program.json({"orders"});
  CHECK(shown["page"] == 1);
  CHECK(shown["pages"] == 1);
  CHECK(shown["per_page"] == 5);
  CHECK(shown.size() == 4);
  hallpass::Order order;
  order.date = *platform::parseIsoTime(kRecent);
  const json expected = {
      {"order", "MP-1"},       {"date", kRecent},
      {"course", "AZ-104T00"}, {"title", "Pass: Administrator"},
      {"quantity", 8},         {"licences", 16},
      {"available", 8},        {"claim_by", platform::toIsoDate(hallpass::claimBy(order))}};
  CHECK(shown["orders"][0] == expected);
}

TEST_CASE("A12: an order past its six months says when it ended, and gives nothing more") {
  const Program program;
  importKinds(program);
  const json shown = program.json({"orders"});
  CHECK(shown["orders"][1]["order"] == "MP-3");
  CHECK(shown["orders"][1]["available"] == 0);
  const std::string ended = shown["orders"][1]["claim_by"];
  CHECK(program.done({"orders"}).find("ended " + ended) != std::string::npos);
  CHECK(program.refused({"orders", "add", "MP-3"}) == "OrderEnded");
  CHECK(refusal(program, {"orders", "add", "MP-3"}).find(ended) != std::string::npos);
}

TEST_CASE("A15: a course that supports no pass shows no way to add one, and says so") {
  const Program program;
  importKinds(program);
  CHECK(program.done({"orders"}).find("this course has no pass") != std::string::npos);
  CHECK(program.refused({"orders", "add", "MP-4"}) == "CourseWithoutPass");
  CHECK(refusal(program, {"orders", "add", "MP-4"}).find("MS-900T01 supports no") !=
        std::string::npos);
}

TEST_CASE("A17: the list shows all passes that were ever purchased") {
  const Program program;
  CHECK(program.done({"orders"}).find("No orders yet") == 0);
  importKinds(program);
  CHECK(listed(program, "order") == std::vector<json>{"MP-1", "MP-3", "MP-2", "MP-4"});
  CHECK(program.done({"orders"}).find("Page 1 of 1; 4 orders in all.\n") != std::string::npos);
}

TEST_CASE("A19: --available shows the orders of the last six months with licences left") {
  const Program program;
  importKinds(program);
  CHECK(listed(program, "order", {"--available"}) == std::vector<json>{"MP-1"});
  program.done({"orders", "add", "MP-1"});
  CHECK(listed(program, "order", {"--available"}).empty());
  CHECK(program.done({"orders", "--available"}).find("No order has passes that can be added") == 0);
}

TEST_CASE("A20: course, title and quantity sort both ways, and nothing else does") {
  const Program program;
  importKinds(program);
  const auto sorted = [&](const std::string& column) {
    const std::vector<json> up = listed(program, column, {"--sort", column});
    std::vector<json> down = listed(program, column, {"--sort", column, "--descending"});
    CHECK(up.front() != up.back());
    std::reverse(down.begin(), down.end());
    CHECK(up == down);
    return up;
  };
  CHECK(sorted("course") == std::vector<json>{"AZ-104T00", "AZ-305T00", "AZ-500T00", "MS-900T01"});
  CHECK(sorted("title") == std::vector<json>{"Pass: Administrator", "Pass: Architect",
                                             "Pass: Fundamentals", "Pass: Security"});
  CHECK(sorted("quantity") == std::vector<json>{0, 2, 6, 8});
  CHECK(listed(program, "course") == listed(program, "course", {"--sort", "course"}));
  for (const char* other : {"date", "order", "licences", ""}) {
    CHECK(program.run({"orders", "--sort", other}).status == 2);
  }
}

TEST_CASE("A21: records per page are 5 unless said otherwise") {
  const Program program;
  program.done({"import", "orders", sample("orders.csv")});
  const json plain = program.json({"orders"});
  CHECK(plain["orders"].size() == 5);
  CHECK(plain["per_page"] == 5);
  CHECK(plain["pages"] == 5);
  const json wide = program.json({"orders", "--per-page", "20"});
  CHECK(wide["orders"].size() == 20);
  CHECK(wide["per_page"] == 20);
  CHECK(wide["pages"] == 2);
}

TEST_CASE("A22: pages go forward and back, and no order is on two of them") {
  const Program program;
  program.done({"import", "orders", sample("orders.csv")});
  std::vector<json> all;
  for (int page = 1; page <= 5; ++page) {
    const json shown = program.json({"orders", "--page", std::to_string(page)});
    CHECK(shown["page"] == page);
    CHECK(shown["orders"].size() == (page < 5 ? 5U : 3U));
    for (const json& order : shown["orders"]) all.push_back(order["order"]);
  }
  CHECK(all == listed(program, "order"));
  CHECK(program.done({"orders", "--page", "2"})
            .find("Page 2 of 5; 23 orders in all. The next: "
                  "--page 3\n") != std::string::npos);
  CHECK(program.json({"orders", "--page", "99"})["page"] == 5);
  CHECK(program.json({"orders", "--page", "99"})["orders"].size() == 3);
}

TEST_CASE("A23: what was added is expected until its codes arrive") {
  const Program program;
  importKinds(program);
  CHECK(program.json({"orders", "expected"})["expected"].empty());
  CHECK(program.done({"orders", "expected"}).find("Nothing is expected") == 0);
  program.done({"orders", "add", "MP-1", "--quantity", "5"});
  const auto expected = [&] {
    const json all = program.json({"orders", "expected"})["expected"];
    REQUIRE(all.size() == 1);
    return all[0];
  };
  CHECK(expected()["order"] == "MP-1");
  CHECK(expected()["course"] == "AZ-104T00");
  CHECK(expected()["quantity"] == 5);
  CHECK(expected()["arrived"] == 0);
  CHECK(expected()["missing"] == 5);
  CHECK(program.done({"orders", "expected"}).find("Collect the missing codes") !=
        std::string::npos);
  const auto codes = [&](const std::string& lines) {
    program.done({"import", "codes", program.folder().file("c.csv", "Code\n" + lines), "--pass",
                  "azure-pass", "--order", "MP-1"});
  };
  codes("TEST00000000000001\nTEST00000000000002\n");
  CHECK(expected()["arrived"] == 2);
  CHECK(expected()["missing"] == 3);
  codes("TEST00000000000003\nTEST00000000000004\nTEST00000000000005\nTEST00000000000006\n");
  CHECK(expected()["arrived"] == 6);
  CHECK(expected()["missing"] == 0);
  CHECK(program.done({"orders", "expected"}).find("missing codes") == std::string::npos);
}

TEST_CASE("A24: adding puts in as many as the licences allow") {
  const Program program;
  importKinds(program);
  const json added = program.json({"orders", "add", "MP-1"});
  CHECK(added["order"] == "MP-1");
  CHECK(added["added"] == 8);
  CHECK(added["quantity"] == 16);
  CHECK(added["licences"] == 16);
  CHECK(added["available"] == 0);
  CHECK(added["claim_by"] == program.json({"orders"})["orders"][0]["claim_by"]);
  CHECK(added.size() == 6);
  CHECK(program.refused({"orders", "add", "MP-1"}) == "NoLicenceLeft");
  CHECK(refusal(program, {"orders", "add", "MP-1"}).find("AZ-104T00 has 16 licences") == 0);
}

TEST_CASE(
    "A25: the quantity can be changed, never above the licences, and the reason has numbers") {
  const Program program;
  importKinds(program);
  for (const char* many : {"9", "0", "-1", "2147483647"}) {
    const tests::Arguments add = {"orders", "add", "MP-1", "--quantity=" + std::string(many)};
    CHECK(program.refused(add) == "AboveLicences");
    CHECK(
        refusal(program, add) ==
        "AZ-104T00 has 16 licences in order MP-1, 8 of them have a pass: at least 1 and at most 8 "
        "can be added.\n");
  }
  CHECK(program.json({"orders", "add", "MP-1", "--quantity", "3"})["added"] == 3);
  CHECK(program.json({"orders", "add", "mp-1", "--quantity", "5"})["quantity"] == 16);
  const std::string text = refusal(program, {"orders", "add", "MP-1", "--quantity", "1"});
  CHECK(text.find("all of them have a pass") != std::string::npos);
}

TEST_CASE("an order that nobody imported is not known, and the list is named") {
  const Program program;
  CHECK(program.refused({"orders", "add", "MP-404"}) == "UnknownOrder");
  CHECK(refusal(program, {"orders", "add", "MP-404"}).find("\"MP-404\"") != std::string::npos);
  CHECK(program.refused({"orders", "add", ""}) == "UnknownOrder");
}

TEST_CASE("options of the list are not passed over beside a command of its own") {
  const Program program;
  importKinds(program);
  CHECK(program.run({"orders", "--available", "add", "MP-1"}).status == 2);
  CHECK(program.run({"orders", "--page", "2", "expected"}).status == 2);
  CHECK(listed(program, "order", {"--available"}) == std::vector<json>{"MP-1"});
  CHECK(program.run({"orders", "--json", "add", "MP-1"}).json()["added"] == 8);
}

TEST_CASE("orders of the same course stand by date, and the first page is the oldest") {
  const Program program;
  importRows(program, "B," + dayBefore(10) + ",X,P,1,0,Yes\nA," + dayBefore(20) + ",X,P,1,0,Yes\n");
  CHECK(orderAt(program, {"--per-page", "1"}) == "A");
  CHECK(orderAt(program, {"--per-page", "1", "--page", "2"}) == "B");
}

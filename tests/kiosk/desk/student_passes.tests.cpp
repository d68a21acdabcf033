// Each fact of the marketplace that is still right (domain.md 1.1), and where an instructor finds
// it.
#include <algorithm>

#include "kiosk/exchange/order_file.h"
#include "tests/kiosk/desk/restocking.h"

using namespace hallpass;
using namespace tests;

namespace {

using Act = Intent::Act;
using Texts = std::vector<std::string>;

/// The Student Passes list with the sample orders, on 2026-10-14.
struct Passes {
  DeskRoom room;
  PageStack pages;

  explicit Passes(const std::string& orders = sample("orders.csv"))
      : pages(room, studentPassesPage(room.tools())) {
    if (orders.empty()) return;
    const auto list = readOrders(readTable(orders).value()).value();
    REQUIRE(room.ledger().orders().import(list.orders, Mode::Keep, Role::Instructor));
    pages.refresh();
  }

  [[nodiscard]] TableView table() const { return pages.desk().table.value(); }
  [[nodiscard]] Texts column(std::size_t at) const {
    Texts cells;
    const TableView shown = table();
    for (const auto& row : shown.rows) cells.push_back(row.cells.at(at));
    return cells;
  }
  void showAll() { pages.act(Act::PerPage, 3); }

  /// Opens the order of that number from the list that is shown.
  void openOrder(const std::string& number) {
    showAll();
    for (std::size_t row = 0; row < table().rows.size(); ++row) {
      pages.open(row);
      if (pages.desk().title == "Order " + number) return;
      pages.back();
    }
    FAIL("no order " + number);
  }
  [[nodiscard]] Order order(const std::string& number) {
    const auto orders = room.ledger().orders().list().value();
    return *std::find_if(orders.begin(), orders.end(),
                         [&](const Order& one) { return one.number == number; });
  }
};

constexpr const char* kHeading =
    "Order Number,Order Date,Course Number,Pass Title,Licenses,Quantity,Supports Pass\n";

}  // namespace

TEST_CASE("A1, A2, A4, A6: the help says what Azure Passes are and that the lab hoster has none") {
  Passes desk;
  desk.pages.touch("help");
  const auto help = desk.pages.on<NoticeView>();
  CHECK(help.headline == "Azure Passes");
  CHECK(help.detail.find("Microsoft Student Access Passes") != std::string::npos);
  CHECK(help.detail.find("The lab hoster has none") != std::string::npos);
  CHECK(help.detail.find("Courseware Marketplace") != std::string::npos);
}

TEST_CASE("A3, A5: the help spells Arvato, says that its channel ended, and what replaced it") {
  Passes desk;
  desk.pages.touch("help");
  const std::string detail = desk.pages.on<NoticeView>().detail;
  CHECK(detail.find("Arvato") != std::string::npos);
  CHECK(detail.find("December 2024") != std::string::npos);
  CHECK(detail.find("marketplace.skillable.com") != std::string::npos);
  CHECK(detail.find("shop.courseware-marketplace.com") == std::string::npos);
}

TEST_CASE("A7, A8, A13, A14, A15: the help tells both ways of ordering and the five steps") {
  Passes desk;
  desk.pages.touch("help");
  desk.pages.touch("ordering");
  const std::string detail = desk.pages.on<NoticeView>().detail;
  for (const char* part : {"product page", "shopping cart", "only for courses that support it",
                           "cart, address, payment, review, confirmation", "My Account"}) {
    INFO(part);
    CHECK(detail.find(part) != std::string::npos);
  }
  desk.pages.touch("back");
  desk.pages.touch("back");
  CHECK(desk.pages.screen() == "student-passes");
}

TEST_CASE("A9, A13: the restock screen shows its ways side by side, the orders among them") {
  DeskRoom room;
  PageStack pages(room, restockPage(room.tools()));
  Texts labels;
  const DeskView view = pages.desk();
  for (const auto& button : view.buttons) labels.push_back(button.label);
  CHECK(labels == Texts{"From a stick", "Type or scan", "Student passes", "Batches"});
  pages.touch("student-passes");
  CHECK(pages.left<GoToPlace>().place == DeskPlace::StudentPasses);
}

TEST_CASE("A10: a list with a broken apostrophe is read, and its passes are added after purchase") {
  Passes desk(
      std::string(kHeading) +
      "MP-1,2026-09-01,AZ-104T00,Passes I\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2ve bought,4,0,Yes\n");
  CHECK(desk.column(1) == Texts{"Passes I\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2ve bought"});
  desk.openOrder("MP-1");
  CHECK(desk.pages.desk().main->label == "Add 4 passes");
}

TEST_CASE("A11, A16: more passes than licences are refused, with the reason and the numbers") {
  Passes desk;
  desk.openOrder("MP-410422");
  desk.pages.fill("quantity", "7");
  CHECK(desk.pages.on<EditView>().mistake ==
        "At most 6. It has 12 licences, and 6 of them have a pass.");
  CHECK(desk.pages.on<EditView>().keyboard == hallpass::Keyboard::Numbers);
  desk.pages.type("99999999999999999999");
  CHECK(desk.pages.on<EditView>().mistake.starts_with("At most 6."));
  desk.pages.type("0");
  CHECK(desk.pages.on<EditView>().mistake == "Type at least 1, or go back and add none.");
  desk.pages.type("six");
  CHECK(desk.pages.on<EditView>().mistake == "Type a number in digits, from 1 to 6.");
  desk.pages.type("6");
  CHECK(desk.pages.desk().main->label == "Add 6 passes");
}

TEST_CASE("A12: an order past its six months says when it ended, and shows no way to add") {
  Passes desk;
  desk.openOrder("MP-410200");
  CHECK(desk.pages.desk().lead.find("It ended on 2026-07-01: six months after the purchase.") !=
        std::string::npos);
  CHECK_FALSE(desk.pages.desk().main);
  CHECK_FALSE(desk.pages.desk().form);
  desk.pages.act(Act::Main);
  CHECK(desk.order("MP-410200").quantity == 8);
}

TEST_CASE("A12: until its last day passes can be added, and the screen says that day") {
  Passes desk;
  desk.room.clock.time = *platform::parseIsoTime("2027-01-04T23:59:59.999Z");
  desk.openOrder("MP-410422");
  CHECK(desk.pages.desk().lead.find("Passes can be added until 2027-01-04.") != std::string::npos);
  CHECK(desk.pages.desk().main);
  desk.room.clock.pass(std::chrono::milliseconds(1));
  desk.pages.refresh();
  CHECK(desk.pages.desk().lead.find("It ended on 2027-01-04") != std::string::npos);
  CHECK_FALSE(desk.pages.desk().main);
}

TEST_CASE("A15: a course that supports no pass shows no option, and says so") {
  Passes desk(std::string(kHeading) + "MP-2,2026-10-01,MS-900T01,Microsoft 365,6,0,No\n");
  desk.openOrder("MP-2");
  CHECK(desk.pages.desk().lead.find("supports no Student Access Pass") != std::string::npos);
  CHECK_FALSE(desk.pages.desk().main);
  CHECK_FALSE(desk.pages.desk().form);
  desk.pages.back();
  desk.pages.touch("available");
  CHECK(desk.table().rows.empty());
}

TEST_CASE("an order whose licences all have their pass says so") {
  Passes desk;
  desk.openOrder("MP-410459");
  CHECK(desk.pages.desk().lead.find("Each of its 16 licences has its pass.") != std::string::npos);
  CHECK_FALSE(desk.pages.desk().main);
}

TEST_CASE("A17: the Student Passes list shows all that was purchased") {
  Passes desk;
  desk.showAll();
  CHECK(desk.pages.desk().title == "Student passes");
  CHECK(desk.table().rows.size() == desk.room.ledger().orders().list().value().size());
  CHECK(desk.table().rows.size() == 23);
}

TEST_CASE("A18: the Student Passes list is a place of the desk's navigation") {
  DeskRoom room;
  CHECK(studentPassesPage(room.tools())->place() == DeskPlace::StudentPasses);
}

TEST_CASE("A19: one button shows the orders of the last six months with licences left") {
  Passes desk;
  const DeskView view = desk.pages.desk();
  CHECK(view.buttons.front().label == "Show orders available for adding Student Passes");
  desk.pages.touch("available");
  desk.showAll();
  CHECK(desk.column(0) ==
        Texts{"AZ-104T00", "AZ-400T00", "AZ-400T00", "AZ-900T00", "AZ-900T00", "DP-203T00"});
}

TEST_CASE("A19: the available orders stand with how many passes can be added, and back again") {
  Passes desk(std::string(kHeading) + "MP-1,2026-09-01,AZ-1,One,10,4,Yes\n" +
              "MP-2,2026-09-01,AZ-2,Two,5,5,Yes\nMP-3,2025-09-01,AZ-3,Three,5,0,Yes\n");
  CHECK(desk.pages.rows() == Texts{"AZ-1 | One | 4", "AZ-2 | Two | 5", "AZ-3 | Three | 0"});
  desk.pages.touch("available");
  CHECK(desk.pages.rows() == Texts{"AZ-1 | One | 6"});
  desk.pages.touch("all");
  CHECK(desk.pages.rows().size() == 3);
}

TEST_CASE("A20: exactly three columns, each sorted both ways") {
  Passes desk(std::string(kHeading) + "MP-1,2026-09-01,AZ-2,Beta,10,5,Yes\n" +
              "MP-2,2026-09-02,AZ-3,Alpha,20,12,Yes\nMP-3,2026-09-03,AZ-1,Gamma,9,7,Yes\n");
  const TableView table = desk.table();
  REQUIRE(table.columns.size() == 3);
  const Texts titles{"Course Number", "Pass Title", "Quantity"};
  for (std::size_t at = 0; at < titles.size(); ++at) {
    CHECK(table.columns[at].title == titles[at]);
    CHECK(table.columns[at].sortable);
  }
  CHECK(table.sortedBy == 0U);
  const std::vector<Texts> upwards{
      {"AZ-1", "AZ-2", "AZ-3"}, {"Alpha", "Beta", "Gamma"}, {"5", "7", "12"}};
  for (std::size_t at = 0; at < upwards.size(); ++at) {
    if (at > 0) desk.pages.act(Act::Sort, at);
    CHECK(desk.column(at) == upwards[at]);
    CHECK(desk.table().direction == Direction::Ascending);
    desk.pages.act(Act::Sort, at);
    CHECK(desk.column(at) == Texts(upwards[at].rbegin(), upwards[at].rend()));
    CHECK(desk.table().direction == Direction::Descending);
    CHECK(desk.table().sortedBy == at);
  }
  desk.pages.act(Act::Sort, 3);
  CHECK(desk.table().sortedBy == 2U);
}

TEST_CASE("A21: five records stand on a page, unless another number is chosen") {
  Passes desk;
  CHECK(desk.table().perPage == 5);
  CHECK(desk.table().rows.size() == 5);
  desk.pages.act(Act::Turn, 1);
  desk.pages.act(Act::PerPage, 1);
  CHECK(desk.table().page.page == 1);
  CHECK(desk.table().perPage == 10);
  CHECK(desk.table().rows.size() == 10);
}

TEST_CASE("A22: the pages turn back and forth, and no further than there are any") {
  Passes desk;
  CHECK(desk.table().page.pages == 5);
  desk.pages.act(Act::Turn, 0);
  CHECK(desk.table().page.page == 1);
  for (int turn = 0; turn < 9; ++turn) desk.pages.act(Act::Turn, 1);
  CHECK(desk.table().page.page == 5);
  CHECK(desk.table().rows.size() == 3);
  desk.pages.act(Act::Turn, 0);
  CHECK(desk.table().page.page == 4);
  desk.pages.act(Act::Sort, 1);
  CHECK(desk.table().page.page == 1);
}

TEST_CASE("A23: what was added is an expected batch, and the screen says where its codes are") {
  Passes desk;
  desk.openOrder("MP-410422");
  desk.pages.touch("add");
  const auto notice = desk.pages.on<NoticeView>();
  CHECK(notice.headline == "6 passes added to order MP-410422");
  CHECK(notice.detail.find("Collect them where the order was placed") != std::string::npos);
  const auto expected = desk.room.ledger().orders().expected().value();
  REQUIRE(expected.size() == 1);
  CHECK(expected.front().order == "MP-410422");
  CHECK(expected.front().missing() == 6);
  CHECK(desk.room.newestEvent() == "passes-added by instructor");
  desk.pages.touch("restock");
  CHECK(desk.pages.left<GoToPlace>().place == DeskPlace::Restock);
}

TEST_CASE("A24: adding puts in the maximum") {
  Passes desk;
  desk.openOrder("MP-410422");
  CHECK(desk.pages.field("quantity").value == "6");
  CHECK(desk.pages.desk().main->label == "Add 6 passes");
  desk.pages.touch("add");
  CHECK(desk.order("MP-410422").quantity == 12);
}

TEST_CASE("A25: the quantity can be changed before it is added") {
  Passes desk;
  desk.openOrder("MP-410422");
  desk.pages.fill("quantity", "1");
  CHECK(desk.pages.desk().main->label == "Add 1 pass");
  desk.pages.touch("add");
  CHECK(desk.pages.on<NoticeView>().headline == "1 pass added to order MP-410422");
  CHECK(desk.order("MP-410422").quantity == 7);
  desk.pages.touch("student-passes");
  CHECK(desk.pages.screen() == "student-passes");
  desk.openOrder("MP-410422");
  CHECK(desk.pages.field("quantity").value == "5");
}

TEST_CASE(
    "orders that another program changed meanwhile are refused by the rule, not by the page") {
  Passes desk;
  desk.openOrder("MP-410422");
  REQUIRE(desk.room.ledger().orders().add("MP-410422", std::nullopt, Role::Operator));
  desk.pages.touch("add");
  CHECK(desk.pages.screen() == "refused");
  desk.pages.touch("understood");
  CHECK_FALSE(desk.pages.desk().main);
}

TEST_CASE("orders come in from a stick: looked at first, then taken whole") {
  Passes desk{""};
  CHECK(desk.pages.desk().lead == "Bring the marketplace's list of orders on a stick.");
  desk.room.putOnStick("orders.csv", sample("orders.csv") + "MP-9,someday,AZ,T,1,1,Yes\n");
  desk.pages.touch("import");
  CHECK(desk.pages.screen() == "orders-files");
  desk.pages.open(0);
  desk.pages.finishWork();
  CHECK(desk.pages.screen() == "orders-preview");
  const DeskView preview = desk.pages.desk();
  CHECK(preview.facts.at(0).value == "23");
  CHECK(preview.facts.at(2).value == "1");
  CHECK(preview.main->label == "Take 23 orders");
  CHECK(desk.room.ledger().orders().list().value().empty());
  desk.pages.touch("lines");
  CHECK(desk.pages.names() == Texts{"25"});
  desk.pages.back();
  desk.pages.touch("take");
  CHECK(desk.pages.on<NoticeView>().headline == "23 new orders, 0 changed");
  CHECK(desk.room.ledger().orders().list().value().size() == 23);
  CHECK(desk.room.newestEvent() == "orders-imported by instructor");
  desk.pages.touch("student-passes");
  CHECK(desk.pages.left<GoToPlace>().place == DeskPlace::StudentPasses);
}

TEST_CASE("a list of orders that is known already takes nothing") {
  Passes desk;
  desk.room.putOnStick("orders.csv", sample("orders.csv"));
  desk.pages.touch("import");
  desk.pages.open(0);
  desk.pages.finishWork();
  CHECK_FALSE(desk.pages.desk().main->enabled);
  CHECK(desk.pages.desk().leadSign == Sign::Attention);
}

TEST_CASE("a file without orders says why and leads back to the files") {
  Passes desk;
  desk.room.putOnStick("codes.txt", "WK0SKTEST000000001\nWK0SKTEST000000002\n");
  desk.pages.touch("import");
  desk.pages.open(0);
  desk.pages.finishWork();
  const auto notice = desk.pages.on<NoticeView>();
  CHECK(notice.headline == "No orders were read");
  CHECK(notice.detail.ends_with("Nothing was changed."));
  CHECK(notice.detail.find("WK0SK") == std::string::npos);
  desk.pages.touch("back");
  CHECK(desk.pages.screen() == "orders-files");
}

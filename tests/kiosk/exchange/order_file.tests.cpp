#include "kiosk/exchange/order_file.h"

#include "tests/kiosk/exchange/lists.h"
#include "tests/kiosk/exchange/workbook_writer.h"

using hallpass::ListRefusal;
using hallpass::Order;
using tests::contains;
using tests::noteOf;

namespace {

const std::string kHeading =
    "Order Number,Order Date,Course Number,Pass Title,Licenses,Quantity,Supports Pass\n";

hallpass::OrderList ordersOf(std::string_view bytes) {
  auto list = hallpass::readOrders(tests::tableOf(bytes));
  INFO((list ? "" : list.error().sentence));
  REQUIRE(list.ok());
  return *list;
}

/// Why a list gives no order at all.
hallpass::ListProblem problemOf(std::string_view bytes) {
  const auto list = hallpass::readOrders(tests::tableOf(bytes));
  REQUIRE_FALSE(list.ok());
  CHECK(list.error().why == ListRefusal::NoOrders);
  return list.error();
}

std::vector<std::string> numbersOf(const hallpass::OrderList& list) {
  std::vector<std::string> numbers;
  for (const Order& order : list.orders) numbers.push_back(order.number);
  return numbers;
}
using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("the sample list gives its 23 orders, the one without a pass among them", "[exchange]") {
  const auto list = ordersOf(tests::sample("orders.csv"));
  REQUIRE(list.orders.size() == 23);
  CHECK(list.rejected == 0);
  CHECK(list.notes.empty());
  const Order& first = list.orders.front();
  CHECK(first.number == "MP-410200");
  CHECK(platform::toIsoDate(first.date) == "2026-01-01");
  CHECK(first.course == "AZ-104T00");
  CHECK(first.title == "Microsoft Student Access Pass: Microsoft Azure Administrator");
  CHECK(first.licences == 16);
  CHECK(first.quantity == 8);
  CHECK(first.supportsPass);
  int without = 0;
  for (const Order& order : list.orders) without += order.supportsPass ? 0 : 1;
  CHECK(without == 1);
  CHECK(list.orders[14].course == "MS-900T01");
  CHECK_FALSE(list.orders[14].supportsPass);
}

TEST_CASE("orders are found under the headings of many languages, in any order of the columns",
          "[exchange]") {
  for (const std::string heading :
       {"Quantity;Licences;Supports pass;Order No.;Course;Pass title;Purchase date",
        "Menge;Anzahl Lizenzen;Unterstützt Pass;Bestellnummer;Kursnummer;Titel;Bestelldatum",
        "Quantité;Nombre de licences;Pass disponible;N° de commande;Numéro de cours;Titre;Date",
        "Cantidad;Licencias;Admite pase;Número de pedido;Curso;Título;Fecha de compra",
        "Määrä;Lisenssit;Tukee passia;Tilausnumero;Kurssi;Nimike;Tilauspäivä",
        "数量;ライセンス数;パス対応;注文番号;コース番号;タイトル;注文日"}) {
    INFO(heading);
    const auto list = ordersOf(heading + "\n3;8;No;MP-1;AZ-900T00;Fundamentals;2026-07-04\n");
    REQUIRE(list.orders.size() == 1);
    const Order& order = list.orders.front();
    CHECK(order.number == "MP-1");
    CHECK(order.course == "AZ-900T00");
    CHECK(order.title == "Fundamentals");
    CHECK(order.licences == 8);
    CHECK(order.quantity == 3);
    CHECK_FALSE(order.supportsPass);
    CHECK(platform::toIsoDate(order.date) == "2026-07-04");
  }
}

TEST_CASE("only number, date, course and licences must be there", "[exchange]") {
  const auto list =
      ordersOf("Order Number,Order Date,Course Number,Licenses\nMP-1,2026-07-04,AZ-900T00,8\n");
  REQUIRE(list.orders.size() == 1);
  CHECK(list.orders[0].title == "AZ-900T00");
  CHECK(list.orders[0].quantity == 0);
  CHECK(list.orders[0].supportsPass);
}

TEST_CASE("a bad line of orders is rejected with its reason and loses no other", "[exchange]") {
  const auto list = ordersOf(kHeading +
                             "MP-1,2026-07-04,AZ-900T00,One,8,4,Yes\n"
                             ",2026-07-04,AZ-900T00,No number,8,4,Yes\n"
                             "MP-3,some day,AZ-900T00,No date,8,4,Yes\n"
                             "MP-4,03/04/2026,AZ-900T00,Two dates,8,4,Yes\n"
                             "MP-5,2026-07-04,,No course,8,4,Yes\n"
                             "MP-6,2026-07-04,AZ-900T00,No licences,,4,Yes\n"
                             "MP-7,2026-07-04,AZ-900T00,Half,8,2.5,Yes\n"
                             "MP-8,2026-07-04,AZ-900T00,Too many,8,9,Yes\n"
                             "MP-9,,AZ-900T00,Empty date,8,4,Yes\n"
                             "MP-10,2026-07-04,AZ-900T00,Below nothing,-8,4,Yes\n"
                             "MP-11,2026-07-04,AZ-900T00,Last,8.0,8,Yes\n");
  CHECK(numbersOf(list) == Numbers{"MP-1", "MP-11"});
  CHECK(list.rejected == 9);
  CHECK(list.notes.size() == 9);
  CHECK(contains(noteOf(list.notes, 3), "no order number"));
  CHECK(contains(noteOf(list.notes, 4), "cannot be read"));
  CHECK(contains(noteOf(list.notes, 5), "two ways"));
  CHECK(contains(noteOf(list.notes, 6), "no course number"));
  CHECK(contains(noteOf(list.notes, 7), "licences are no whole number"));
  CHECK(contains(noteOf(list.notes, 8), "quantity is no whole number"));
  CHECK(contains(noteOf(list.notes, 9), "more passes (9) than licenses (8)"));
  CHECK(contains(noteOf(list.notes, 10), "no order date"));
  CHECK(contains(noteOf(list.notes, 11), "licences are no whole number"));
}

TEST_CASE("an order whose texts cannot be is rejected with what is wrong with them", "[exchange]") {
  const std::string rest = ",2026-07-04,AZ-900T00,One,8,4,Yes\n";
  const auto list =
      ordersOf(kHeading + std::string(65, 'N') + rest + "#REF!" + rest + "\"MP\n1\"" + rest +
               "MP-4,2026-07-04,AZ-900T00," + std::string(201, 'T') + ",8,4,Yes\n" + "MP-5" + rest);
  CHECK(numbersOf(list) == Numbers{"MP-5"});
  CHECK(list.rejected == 4);
  CHECK(contains(noteOf(list.notes, 2), "order number is longer than 64"));
  CHECK(contains(noteOf(list.notes, 3), "order number is the error of a formula"));
  CHECK(contains(noteOf(list.notes, 4), "order number holds a line break"));
  CHECK(contains(noteOf(list.notes, 6), "pass title is longer than 200"));
}

TEST_CASE("an order number that comes again is asked about, whatever is another one",
          "[exchange]") {
  const std::string first = kHeading + "MP-1,2026-07-04,AZ-900T00,One,8,4,Yes\n";
  for (const char* other :
       {"MP-1,2026-07-05,AZ-900T00,One,8,4,Yes\n", "MP-1,2026-07-04,AZ-900T00,Two,8,4,Yes\n",
        "MP-1,2026-07-04,AZ-900T00,One,9,4,Yes\n", "MP-1,2026-07-04,AZ-900T00,One,8,5,Yes\n",
        "MP-1,2026-07-04,AZ-900T00,One,8,4,No\n"}) {
    INFO(other);
    const auto list = ordersOf(first + other);
    CHECK(numbersOf(list) == Numbers{"MP-1"});
    CHECK(list.rejected == 1);
  }
}

TEST_CASE("dates whose order the column shows are read so", "[exchange]") {
  const auto list = ordersOf(kHeading +
                             "MP-1,03/04/2026,AZ-900T00,One,8,4,Yes\n"
                             "MP-2,21/04/2026,AZ-900T00,Two,8,4,Yes\n");
  REQUIRE(list.orders.size() == 2);
  CHECK(platform::toIsoDate(list.orders[0].date) == "2026-04-03");
}

TEST_CASE("yes and no are known in many words; what is neither counts as no pass, with a note",
          "[exchange]") {
  for (const std::string word : {"Yes", "y", "TRUE", "1", "Ja", "Oui", "Sí", "kyllä", "はい", ""}) {
    INFO(word);
    CHECK(ordersOf(kHeading + "MP-1,2026-07-04,C,T,8,4," + word + "\n").orders[0].supportsPass);
  }
  for (const std::string word : {"No", "n", "false", "0", "Nein", "non", "não", "ei", "-"}) {
    INFO(word);
    const auto list = ordersOf(kHeading + "MP-1,2026-07-04,C,T,8,4," + word + "\n");
    CHECK_FALSE(list.orders[0].supportsPass);
    CHECK(list.notes.empty());
  }
  const auto list = ordersOf(kHeading + "MP-1,2026-07-04,C,T,8,4,perhaps\n");
  REQUIRE(list.orders.size() == 1);
  CHECK_FALSE(list.orders[0].supportsPass);
  CHECK(contains(noteOf(list.notes, 2), "Write Yes or No"));
  CHECK(list.rejected == 0);
}

TEST_CASE("an order number that comes twice counts once, or is asked about", "[exchange]") {
  const auto list = ordersOf(kHeading +
                             "MP-1,2026-07-04,AZ-900T00,One,8,4,Yes\n"
                             "mp-1,2026-07-04,AZ-900T00,One,8,4,Yes\n"
                             "MP-1,2026-07-04,AZ-104T00,Other,8,4,Yes\n"
                             "MP-2,2026-07-04,AZ-104T00,Other,8,4,Yes\n");
  CHECK(numbersOf(list) == Numbers{"MP-1", "MP-2"});
  CHECK(list.orders[0].course == "AZ-900T00");
  CHECK(list.rejected == 1);
  CHECK(contains(noteOf(list.notes, 3), "counts once"));
  CHECK(contains(noteOf(list.notes, 4), "stands in line 2 already, with another order"));
}

TEST_CASE("titles above the heading and a heading that is repeated are passed over", "[exchange]") {
  const auto list =
      ordersOf("My Account,,,,,,\n" + kHeading + "MP-1,2026-07-04,AZ-900T00,One,8,4,Yes\n" +
               kHeading + "MP-2,2026-07-04,AZ-900T00,Two,8,4,Yes\n");
  CHECK(numbersOf(list) == Numbers{"MP-1", "MP-2"});
  CHECK(list.rejected == 0);
  CHECK(contains(noteOf(list.notes, 1), "above the heading"));
  CHECK(contains(noteOf(list.notes, 4), "repeats the heading"));
}

TEST_CASE("a list of orders is read from every encoding, and broken letters lose no order",
          "[exchange]") {
  const std::string text = kHeading + "MP-1,2026-07-04,AZ-900T00,Élève: fundamentals,8,4,Yes\n";
  for (const tests::Written how : tests::kAllWritten) {
    const auto list = ordersOf(tests::write(text, how));
    REQUIRE(list.orders.size() == 1);
    CHECK(list.orders[0].title == "Élève: fundamentals");
  }
  const auto broken = ordersOf(kHeading + "MP-1,2026-07-04,C,Passes Iâ€™ve claimed,8,4,Yes\n");
  REQUIRE(broken.orders.size() == 1);
  CHECK(broken.orders[0].title == "Passes Iâ€™ve claimed");
}

TEST_CASE("orders are read from a workbook", "[exchange]") {
  tests::Workbook book;
  const auto text = [](const std::string& cell, const std::string& value) {
    return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
  };
  book.sheet = "<row r=\"1\">" + text("A1", "Order Number") + text("B1", "Order Date") +
               text("C1", "Course Number") + text("D1", "Licenses") + "</row><row r=\"2\">" +
               text("A2", "MP-1") + text("B2", "2026-07-04") + text("C2", "AZ-900T00") +
               "<c r=\"D2\"><v>12</v></c></row>";
  const auto list = ordersOf(book.bytes());
  REQUIRE(list.orders.size() == 1);
  CHECK(list.orders[0].licences == 12);
}

TEST_CASE("a file of another kind holds no orders, and what is missing is named", "[exchange]") {
  for (const std::string file :
       {"roster.csv", "codes-azure-one-line.csv", "codes-azure-5x5.txt", "codes-azure-pasted.txt",
        "codes-training-keys.csv", "codes-exam-vouchers.csv"}) {
    INFO(file);
    CHECK(contains(problemOf(tests::sample(file)).sentence, "No orders were found"));
  }
  CHECK(contains(problemOf("Order Number,Licenses\nMP-1,8\n").sentence,
                 "lacks the heading \"Order Date\" and \"Course Number\""));
  CHECK(contains(problemOf("Order Number,Order Date,Course Number\nMP-1,2026-07-04,C\n").sentence,
                 "lacks the heading \"Licenses\""));
  CHECK(contains(problemOf(kHeading).sentence, "no order below it"));
}

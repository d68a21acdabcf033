#include "kiosk/exchange/delimited.h"

#include "kiosk/exchange/limits.h"
#include "tests/kiosk/exchange/lists.h"

using Cells = std::vector<std::string>;

namespace {

std::vector<hallpass::Row> rowsOf(std::string_view text) {
  auto rows = hallpass::readDelimited(text);
  REQUIRE(rows.has_value());
  return *rows;
}

std::vector<int> linesOf(std::string_view text) {
  std::vector<int> lines;
  for (const hallpass::Row& row : rowsOf(text)) lines.push_back(row.line);
  return lines;
}

}  // namespace

TEST_CASE("the separator is the one that the rows agree on", "[exchange]") {
  CHECK(rowsOf("a,b,c\nd,e,f\n")[1].cells == Cells{"d", "e", "f"});
  CHECK(rowsOf("a;b\nd;e\n")[1].cells == Cells{"d", "e"});
  CHECK(rowsOf("a\tb\nd\te\n")[1].cells == Cells{"d", "e"});
  CHECK(rowsOf("a|b\nd|e\n")[1].cells == Cells{"d", "e"});
}

TEST_CASE("a comma in a name does not beat the semicolons of the file", "[exchange]") {
  CHECK(rowsOf("Name;Mail\nSmith, John;a@b\nDoe, Jane;c@d\n")[1].cells ==
        Cells{"Smith, John", "a@b"});
  CHECK(rowsOf("X1;10,00;a\nX2;12,50;b\n")[0].cells == Cells{"X1", "10,00", "a"});
}

TEST_CASE("a separator inside quotes is part of the cell", "[exchange]") {
  CHECK(rowsOf("\"Smith, John\",1\n\"a,b,c\",2\n")[0].cells == Cells{"Smith, John", "1"});
  CHECK(rowsOf("\"say \"\"hi\"\"\",1\nx,2\n")[0].cells == Cells{"say \"hi\"", "1"});
}

TEST_CASE("where no separator serves most rows a line is one cell", "[exchange]") {
  const auto rows = rowsOf("A1\nB2, B3\nC4\nD5\n");
  REQUIRE(rows.size() == 4);
  CHECK(rows[1].cells == Cells{"B2, B3"});
}

TEST_CASE("a first line sep= names the separator and is no row", "[exchange]") {
  const auto rows = rowsOf("sep=;\r\na,b;c\r\n");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].line == 2);
  CHECK(rows[0].cells == Cells{"a,b", "c"});
  CHECK(rowsOf("\"SEP=|\"\na|b\n")[0].cells == Cells{"a", "b"});
}

TEST_CASE("lines are counted through blank lines, line ends of all kinds and quoted line ends",
          "[exchange]") {
  CHECK(linesOf("a\n\n\nb\n") == std::vector{1, 4});
  CHECK(linesOf("a\r\n\r\nb\r\n") == std::vector{1, 3});
  CHECK(linesOf("a\r\rb\r") == std::vector{1, 3});
  CHECK(linesOf("a\r\n \t \nb\rc") == std::vector{1, 3, 4});
  CHECK(linesOf("x,\"two\r\nlines\"\ny,z\n") == std::vector{1, 3});
  CHECK(linesOf("x,\"a\n\nb\"\n\ny,z\n") == std::vector{1, 5});
  CHECK(linesOf(",,\n , \na,b\n") == std::vector{3});
}

TEST_CASE("a line break inside quotes stays in the cell", "[exchange]") {
  CHECK(rowsOf("x,\"two\nlines\"\ny,z\n")[0].cells == Cells{"x", "two\nlines"});
}

TEST_CASE("a quote that nobody closed spoils only its own line", "[exchange]") {
  const auto rows = rowsOf("a,1\n\"b,2\nc,3\nd,4\n");
  REQUIRE(rows.size() == 4);
  CHECK(rows[1].cells == Cells{"\"b", "2"});
  CHECK(rows[3].cells == Cells{"d", "4"});
  CHECK(rows[3].line == 4);
}

TEST_CASE("quotes that stand inside a cell are letters of it", "[exchange]") {
  const auto rows = rowsOf("\"Kim\" Min-jun,1\nAnna \"Annie\" Ek,2\nBo,3\n");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].cells == Cells{"\"Kim\" Min-jun", "1"});
  CHECK(rows[1].cells == Cells{"Anna \"Annie\" Ek", "2"});
  CHECK(rows[2].cells == Cells{"Bo", "3"});
}

TEST_CASE("an open quote in each of many lines does not cost the square of them", "[exchange]") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "\"x,1\n";
  text += "y,1\n";
  CHECK(rowsOf(text).size() == 20'001);
}

TEST_CASE("a zero byte is a character of its cell", "[exchange]") {
  const auto rows = rowsOf(std::string("a\0b,c\nd,e\n", 10));
  CHECK(rows[0].cells[0] == std::string("a\0b", 3));
}

TEST_CASE("more cells than a list may have are refused without reading them all", "[exchange]") {
  const std::string blank(hallpass::kMostCells + 10, ',');
  CHECK_FALSE(hallpass::readDelimited("x,y" + blank));
  CHECK_FALSE(hallpass::readDelimited("sep=,\n" + blank));
  std::string rows;
  for (std::size_t i = 0; i <= hallpass::kMostCells; ++i) rows += "a\n";
  CHECK_FALSE(hallpass::readDelimited(rows));
}

TEST_CASE("text without anything but white space has no rows", "[exchange]") {
  CHECK(rowsOf("").empty());
  CHECK(rowsOf("\n\r\n  \t\n").empty());
}

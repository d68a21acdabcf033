#include "kiosk/exchange/csv_writer.h"

#include <rapidcheck.h>

#include "tests/kiosk/exchange/lists.h"

using Cells = std::vector<std::string>;
using hallpass::guarded;
using hallpass::unguarded;
using hallpass::writeCsv;

namespace {

/// The bytes with which OWASP lets no cell begin.
bool beginsAsFormula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r\n").find(cell.front()) != cell.npos;
}

/// Texts that begin with what makes formulas, in every disguise that there is.
rc::Gen<std::string> anyName() {
  const auto point = rc::gen::weightedOneOf<char32_t>(
      {{4, rc::gen::elementOf(std::u32string(U"=+-@\t\r\n'\"＝＋－＠﹦﹢﹣﹫−"))},
       {2, rc::gen::elementOf(std::u32string(U" ,;|\u00A0\u200B\uFEFF\u3000"))},
       {3, rc::gen::inRange<char32_t>(U'a', U'z' + 1)},
       {1, rc::gen::inRange<char32_t>(0xC0, 0x180)},
       {1, rc::gen::inRange<char32_t>(0x4E00, 0x9FA5)},
       {1, rc::gen::inRange<char32_t>(0x1F600, 0x1F640)}});
  return rc::gen::map(rc::gen::container<std::u32string>(point), [](const std::u32string& points) {
    return platform::toUtf8(points.substr(0, 60));
  });
}

}  // namespace

TEST_CASE("a CSV file has a byte-order mark, quotes around every cell and CRLF", "[exchange]") {
  const std::vector<Cells> rows{{"Name", "Code"}, {"Åsa \"Kim\" Öberg, B", ""}};
  CHECK(writeCsv(rows) == "\xEF\xBB\xBF\"Name\",\"Code\"\r\n\"Åsa \"\"Kim\"\" Öberg, B\",\"\"\r\n");
  CHECK(writeCsv({}) == "\xEF\xBB\xBF");
}

TEST_CASE("a cell that a spreadsheet would take for a formula gets an apostrophe", "[exchange]") {
  for (const std::string cell : {"=1+1",
                                 "+1",
                                 "-1",
                                 "@SUM(A1)",
                                 "\t=1",
                                 "\r=1",
                                 "\n=1",
                                 "\tplain",
                                 " =1",
                                 "  -1",
                                 "\xC2\xA0=1",
                                 "\xE2\x80\x8B=1",
                                 "\xEF\xBB\xBF=1",
                                 "＝1",
                                 "＋1",
                                 "－1",
                                 "＠x",
                                 "−1",
                                 "'=1",
                                 "''@x",
                                 "=cmd|'/C calc'!A0"}) {
    INFO(cell);
    CHECK(guarded(cell) == "'" + cell);
    CHECK(unguarded(guarded(cell)) == cell);
  }
  for (const std::string cell :
       {"", " ", "Aino", "'t Hooft", "O'Neil", "a=b", "1-2", "'", "''", "(=1)", "\xE2\x80\x94"}) {
    INFO(cell);
    CHECK(guarded(cell) == cell);
    CHECK(unguarded(cell) == cell);
  }
}

TEST_CASE("bytes that are no text become the replacement character", "[exchange]") {
  const std::vector<Cells> rows{{"Name"}, {"a\xFF"}};
  CHECK(writeCsv(rows) == "\xEF\xBB\xBF\"Name\"\r\n\"a\xEF\xBF\xBD\"\r\n");
}

TEST_CASE("names that are formulas come back from a file and its guard as they were",
          "[exchange]") {
  const Cells names{"=HYPERLINK(\"x\")", "+49", "-Anna", "@home", "\tTab", "'=quoted", "Aino"};
  std::vector<Cells> rows{{"Name", "Student number"}};
  for (const std::string& name : names) rows.push_back({name, "S1"});
  const auto table = tests::tableOf(writeCsv(rows));
  REQUIRE(table.rows.size() == rows.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& cell = table.rows[i + 1].cells[0];
    INFO(cell);
    CHECK_FALSE(beginsAsFormula(cell));
    CHECK(unguarded(cell) == names[i]);
  }
}

TEST_CASE("a roster that was exported is read again with the names that it had", "[exchange]") {
  const std::vector<Cells> rows{
      {"Name", "E-mail", "Student number"}, {"=SUM(A1)", "a@b.c", "-7"}, {"'t Hooft", "", "+8"}};
  const auto list = tests::rosterOf(writeCsv(rows));
  CHECK(tests::namesOf(list) == Cells{"=SUM(A1)", "'t Hooft"});
  CHECK(list.entries[0].number == "-7");
  CHECK(list.entries[1].number == "+8");
}

TEST_CASE("any name comes back, and no cell of a file begins as a formula",
          "[exchange][property]") {
  REQUIRE(rc::check("names through a CSV file", [] {
    const Cells names = *rc::gen::nonEmpty(rc::gen::container<Cells>(anyName()));
    std::vector<Cells> rows{{"Name", "Student number"}};
    for (std::size_t i = 0; i < names.size(); ++i) rows.push_back({names[i], std::to_string(i)});
    const auto table = hallpass::readTable(writeCsv(rows));
    RC_ASSERT(table.ok());
    RC_ASSERT(table->rows.size() == rows.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      const Cells& cells = table->rows[i + 1].cells;
      RC_ASSERT(cells.size() == std::size_t{2});
      RC_ASSERT(!beginsAsFormula(cells[0]));
      RC_ASSERT(!beginsAsFormula(platform::trim(cells[0])));
      RC_ASSERT(unguarded(cells[0]) == names[i]);
    }
  }));
}

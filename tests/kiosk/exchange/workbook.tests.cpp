#include "kiosk/exchange/workbook.h"

#include "kiosk/exchange/limits.h"
#include "tests/kiosk/exchange/lists.h"
#include "tests/kiosk/exchange/workbook_writer.h"

using tests::inlineCell;
using tests::refusalOf;
using tests::tableOf;
using tests::Workbook;
using Cells = std::vector<std::string>;

TEST_CASE("shared strings are read with their runs joined and their readings left out",
          "[exchange]") {
  Workbook book;
  book.texts =
      "<sst xmlns=\"m\"><si><t>Name</t></si><si><r><t>Aino</t></r><r><t xml:space=\"preserve\"> "
      "</t></r><r><rPr/><t>Virtanen</t></r></si><si><t>山田</t><rPh sb=\"0\"><t>ヤマダ</t></rPh>"
      "<phoneticPr/></si><si><t>a_x0041_&amp;&#233;</t></si></sst>";
  book.sheet =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"3\"><c r=\"A3\" "
      "t=\"s\"><v>1</v></c>"
      "<c r=\"C3\" t=\"s\"><v>2</v></c></row><row r=\"4\"><c r=\"B4\" t=\"s\"><v>3</v></c></row>";
  const auto table = tableOf(book.bytes());
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].cells == Cells{"Name"});
  CHECK(table.rows[1].line == 3);
  CHECK(table.rows[1].cells == Cells{"Aino Virtanen", "", "山田"});
  CHECK(table.rows[2].cells == Cells{"", "aA&é"});
}

TEST_CASE("inline strings, numbers, results of formulas and truth values are read", "[exchange]") {
  Workbook book;
  book.styles =
      "<styleSheet xmlns=\"m\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"00000\"/></numFmts>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>";
  book.sheet =
      "<row>" + inlineCell("A1", "WK0S") +
      "<c><v>12345</v></c><c><v>12345.0</v></c><c><v>1.2345E4</v></c>"
      "<c t=\"str\"><f>A1</f><v>result</v></c><c t=\"b\"><v>1</v></c><c s=\"1\"><v>42</v></c>"
      "<c><v>1.2345678901234567E+17</v></c><c t=\"e\"><v>#N/A</v></c><c><v>0.5</v></c></row>";
  CHECK(tableOf(book.bytes()).rows.at(0).cells == Cells{"WK0S", "12345", "12345", "12345", "result",
                                                        "TRUE", "00042", "1.2345678901234567E+17",
                                                        "#N/A", "0.5"});
}

TEST_CASE("dates are read in both date systems, by built-in and by own formats", "[exchange]") {
  Workbook book;
  book.styles =
      "<styleSheet xmlns=\"m\"><numFmts><numFmt numFmtId=\"164\" "
      "formatCode=\"[$-409]dd/mm/yyyy;@\"/>"
      "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot; days&quot;\"/></numFmts><cellXfs>"
      "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
      "</cellXfs></styleSheet>";
  book.sheet =
      "<row><c s=\"1\"><v>46415</v></c><c s=\"2\"><v>46415.75</v></c><c s=\"3\"><v>46415</v></c>"
      "<c t=\"d\"><v>2027-01-28T00:00:00</v></c><c s=\"1\"><v>1</v></c><c "
      "s=\"1\"><v>61</v></c></row>";
  CHECK(tableOf(book.bytes()).rows.at(0).cells ==
        Cells{"2027-01-28", "2027-01-28 18:00", "46415", "2027-01-28", "1900-01-01", "1900-03-01"});
  book.workbook.replace(book.workbook.find("<sheets>"), 0, "<workbookPr date1904=\"1\"/>");
  CHECK(tableOf(book.bytes()).rows.at(0).cells.at(0) == "2031-01-29");
}

TEST_CASE("a code list in a workbook brings its codes and their dates", "[exchange]") {
  Workbook book;
  book.styles =
      "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
  book.sheet = "<row r=\"1\">" + inlineCell("A1", "Codes") + inlineCell("B1", "Team #") +
               inlineCell("C1", "Expires") + "</row><row r=\"2\">" +
               inlineCell("A2", "WK0SKTEST00000001A") +
               "<c r=\"B2\"><v>1</v></c><c r=\"C2\" s=\"1\"><v>46415</v></c></row>";
  const auto list = tests::codesOf(book.bytes(), tests::azurePass());
  REQUIRE(list.codes.size() == 1);
  CHECK(list.codes[0].code.reveal() == "WK0SKTEST00000001A");
  CHECK(list.codes[0].line == 2);
  CHECK(platform::toIsoText(*list.codes[0].redeemBy) == "2027-01-28T23:59:59.999Z");
}

TEST_CASE("the first sheet is that of the workbook's order, hidden ones passed by", "[exchange]") {
  Workbook book;
  book.sheet = "<row>" + inlineCell("A1", "by file name") + "</row>";
  book.more = {{"xl/worksheets/other.xml",
                Workbook::sheetPart("<row>" + inlineCell("A1", "by order") + "</row>")}};
  book.workbook =
      "<x:workbook xmlns:x=\"m\" xmlns:q=\"o\"><x:sheets>"
      "<x:sheet name=\"H\" sheetId=\"3\" state=\"hidden\" q:id=\"rId1\"/>"
      "<x:sheet name=\"B\" sheetId=\"9\" q:id=\"rId7\"/><x:sheet name=\"A\" sheetId=\"1\" "
      "q:id=\"rId1\"/>"
      "</x:sheets></x:workbook>";
  book.workbookRels.replace(book.workbookRels.find("</Rel"), 0,
                            "<Relationship Id=\"rId7\" Type=\"http://x/worksheet\" "
                            "Target=\"/xl/worksheets/../worksheets/other.xml\"/>");
  CHECK(tableOf(book.bytes()).rows.at(0).cells == Cells{"by order"});
}

TEST_CASE("a workbook without shared strings or styles is read", "[exchange]") {
  Workbook book;
  book.sheet = "<row>" + inlineCell("A1", "x") + "</row>";
  book.workbookRels =
      "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/worksheet\" "
      "Target=\"worksheets/sheet1.xml\"/></Relationships>";
  CHECK(tableOf(book.bytesWithout("xl/sharedStrings.xml")).rows.size() == 1);
  CHECK(tableOf(book.bytesWithout("_rels/.rels")).rows.size() == 1);
}

TEST_CASE("a workbook with a part missing or broken is refused as damaged", "[exchange]") {
  Workbook book;
  book.sheet = "<row><c r=\"A1\" t=\"s\"><v>0</v></c></row>";
  CHECK(refusalOf(book.bytes()) == "Damaged");  // No shared text 0.
  CHECK(refusalOf(book.bytesWithout("xl/worksheets/sheet1.xml")) == "Damaged");
  CHECK(refusalOf(book.bytesWithout("xl/sharedStrings.xml")) == "Damaged");
  CHECK(refusalOf(book.bytesWithout("xl/_rels/workbook.xml.rels")) == "Damaged");
  CHECK(refusalOf(book.bytesWithout("xl/workbook.xml")) == "NoWorkbook");
  book.sheet = "<row><c></row>";
  CHECK(refusalOf(book.bytes()) == "Damaged");
  const std::string whole = Workbook{}.bytes();
  CHECK(refusalOf(whole.substr(0, whole.size() / 2)) == "Damaged");
}

TEST_CASE("an empty first sheet says to move the list there", "[exchange]") {
  const auto refused = hallpass::readTable(Workbook{}.bytes());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().why == hallpass::ListRefusal::Empty);
  CHECK(tests::contains(refused.error().sentence, "first sheet"));
}

TEST_CASE("an archive or a document that is no workbook is refused as such", "[exchange]") {
  CHECK(refusalOf(tests::zipOf({{"codes.csv", "Code\n"}})) == "NoWorkbook");
  CHECK(
      refusalOf(tests::zipOf(
          {{"_rels/.rels",
            R"(<Relationships><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>)"},
           {"word/document.xml", "<w:document xmlns:w=\"w\"/>"}})) == "NoWorkbook");
  CHECK(
      refusalOf(tests::zipOf(
          {{"_rels/.rels",
            R"(<Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>)"},
           {"xl/workbook.bin", "\x01\x02"}})) == "NoWorkbook");
}

TEST_CASE("a zip bomb is refused before it is unpacked whole", "[exchange]") {
  Workbook book;
  book.more = {{"pad", "x"}};
  book.sheet = std::string(hallpass::kMostPartBytes + 1, ' ');
  CHECK(refusalOf(book.bytes()) == "TooLarge");
  book.sheet = std::string(20U << 20U, ' ');  // Under the limit of a part, a thousandfold packed.
  CHECK(refusalOf(book.bytes()) == "TooLarge");
}

TEST_CASE("a document type is refused, so that no entity is ever expanded", "[exchange]") {
  Workbook book;
  book.texts =
      "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
      "<sst><si><t>&b;</t></si></sst>";
  book.sheet = "<row><c t=\"s\"><v>0</v></c></row>";
  CHECK(refusalOf(book.bytes()) == "Damaged");
  book.texts = "<sst><si><t>&b;</t></si></sst>";
  CHECK(tableOf(book.bytes()).rows.at(0).cells == Cells{"&b;"});
}

TEST_CASE("a sheet over the limits of rows and columns is refused", "[exchange]") {
  Workbook book;
  book.sheet = "<row><c r=\"IW1\"><v>1</v></c></row>";  // Column 257.
  CHECK(refusalOf(book.bytes()) == "TooLarge");
  book.sheet = "<row><c r=\"IV1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>";
  CHECK(tableOf(book.bytes()).rows.at(0).cells.size() == 256);
  book.sheet.clear();
  for (std::size_t i = 0; i <= hallpass::kMostCells / 256; ++i) {
    book.sheet += "<row><c r=\"IV1\"><v>" + std::to_string(i * 7919 % 100003) + "</v></c></row>";
  }
  CHECK(refusalOf(book.bytes()) == "TooLarge");
}

TEST_CASE("references that make no sense do not move cells out of the sheet", "[exchange]") {
  Workbook book;
  book.sheet = "<row r=\"99999999999999999999\">" + inlineCell("ZZZZZZZZ9", "a") +
               inlineCell("", "b") + inlineCell("12", "c") + "</row>";
  const auto table = tableOf(book.bytes());
  CHECK(table.rows.at(0).cells == Cells{"a", "b", "c"});
  CHECK(table.rows.at(0).line == 1);
}

TEST_CASE("rows whose numbers repeat or count back have lines of their own, in order",
          "[exchange]") {
  Workbook book;
  for (const char* number : {"4", "4", "2", "0", "9"}) {
    book.sheet += "<row r=\"" + std::string(number) + "\">" + inlineCell("A1", number) + "</row>";
  }
  std::vector<int> lines;
  for (const auto& row : tableOf(book.bytes()).rows) lines.push_back(row.line);
  CHECK(lines == std::vector<int>{4, 5, 6, 7, 9});
}

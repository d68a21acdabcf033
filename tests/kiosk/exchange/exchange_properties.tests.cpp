#include <rapidcheck.h>

#include <random>
#include <set>

#include "tests/kiosk/exchange/lists.h"
#include "tests/kiosk/exchange/workbook_writer.h"

namespace {

using Texts = std::vector<std::string>;

rc::Gen<std::string> codeText() {
  return rc::gen::container<std::string>(
      18, rc::gen::elementOf(std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")));
}

rc::Gen<Texts> codeTexts() {
  return rc::gen::suchThat(rc::gen::container<Texts>(codeText()), [](const Texts& texts) {
    return !texts.empty() &&
           std::set<std::string>(texts.begin(), texts.end()).size() == texts.size();
  });
}

/// Any text that can be a name: no control characters, nothing that trimming takes off its ends.
rc::Gen<std::string> nameText() {
  const auto point =
      rc::gen::weightedOneOf<char32_t>({{4, rc::gen::inRange<char32_t>(U'a', U'z' + 1)},
                                        {2, rc::gen::elementOf(std::u32string(U" ,;\"'|.-"))},
                                        {2, rc::gen::inRange<char32_t>(0xC0, 0x180)},
                                        {1, rc::gen::inRange<char32_t>(0x4E00, 0x9FA5)},
                                        {1, rc::gen::inRange<char32_t>(0x1F600, 0x1F640)}});
  return rc::gen::map(rc::gen::container<std::u32string>(point), [](const std::u32string& points) {
    return "N" + platform::toUtf8(points.substr(0, 150)) + "n";
  });
}

std::string quoted(const std::string& cell) {
  std::string text = "\"";
  for (const char c : cell) {
    text += c;
    if (c == '"') text += c;
  }
  return text + "\"";
}

/// Reads `bytes` every way there is; what comes out does not matter here, only that it comes.
void readAll(const std::string& bytes) {
  const auto table = hallpass::readTable(bytes);
  if (!table) {
    RC_ASSERT(!table.error().sentence.empty());
    return;
  }
  RC_ASSERT(!table->rows.empty());
  for (const hallpass::Row& row : table->rows) {
    RC_ASSERT(row.line >= 1);
    for (const std::string& cell : row.cells) RC_ASSERT(platform::isUtf8(cell));
  }
  const auto codes = hallpass::readCodes(*table, tests::azurePass(), tests::kToday);
  if (codes) RC_ASSERT(codes->codes.size() + codes->notes.size() > 0);
  const auto roster = hallpass::readRoster(*table);
  if (roster) RC_ASSERT(roster->entries.size() + roster->notes.size() > 0);
}

/// `bytes` with one thing done to it that happens to files: torn, a bit turned, a piece twice.
std::string damaged(std::string bytes) {
  const auto size = static_cast<int>(bytes.size());
  const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, size));
  switch (*rc::gen::inRange(0, 3)) {
    case 0:
      bytes.resize(at);
      break;
    case 1:
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << *rc::gen::inRange(0, 8)));
      break;
    default:
      bytes.insert(at, bytes.substr(at / 2, 40));
  }
  return bytes;
}

std::string sampleWorkbook() {
  tests::Workbook book;
  book.texts =
      "<sst><si><t>Code</t></si><si><r><t>WK0SKTEST</t></r><r><t>00000001A</t></r></si></sst>";
  book.sheet =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
      "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>46415</v></c></row>";
  return book.bytes();
}

}  // namespace

TEST_CASE("any codes come back exactly and in order, however their list is written",
          "[exchange][property]") {
  REQUIRE(rc::check("codes round-trip", [] {
    const Texts codes = *codeTexts();
    const auto how = *rc::gen::elementOf(
        std::vector<tests::Written>(std::begin(tests::kAllWritten), std::end(tests::kAllWritten)));
    const auto separator = *rc::gen::elementOf(Texts{",", ";", "\t", "|"});
    const auto end = *rc::gen::elementOf(Texts{"\r\n", "\n", "\r"});
    const bool quotes = *rc::gen::arbitrary<bool>();
    const bool header = *rc::gen::arbitrary<bool>();
    const int shape =
        *rc::gen::inRange(0, 3);  // One line, one a line, one a line and more columns.
    // One row of two cells without a heading is a list on one line, whose first cell is noted.
    RC_PRE((shape != 2 || header || codes.size() > 1));
    std::string text =
        header && shape != 0 ? (shape == 1 ? "Code" : "Team" + separator + "Code") + end : "";
    for (std::size_t i = 0; i < codes.size(); ++i) {
      if (shape == 2) text += "team " + std::to_string(i % 3) + separator;
      text += quotes ? quoted(codes[i]) : codes[i];
      text += shape == 0 && i + 1 < codes.size() ? separator : end;
    }
    const auto table = hallpass::readTable(tests::write(text, how));
    RC_ASSERT(table.ok());
    const auto list = hallpass::readCodes(*table, tests::azurePass(), tests::kToday);
    RC_ASSERT(list.ok());
    RC_ASSERT(tests::textsOf(*list) == codes);
    RC_ASSERT(list->notes.empty());
  }));
}

TEST_CASE("any names come back exactly through a file of cells in quotes", "[exchange][property]") {
  REQUIRE(rc::check("names round-trip", [] {
    const Texts names = *rc::gen::nonEmpty(rc::gen::container<Texts>(nameText()));
    const auto separator = *rc::gen::elementOf(Texts{",", ";", "\t"});
    const auto end = *rc::gen::elementOf(Texts{"\r\n", "\n", "\r"});
    const auto how = *rc::gen::elementOf(
        std::vector<tests::Written>{tests::Written::Utf8, tests::Written::Utf8Mark,
                                    tests::Written::Utf16LittleMark, tests::Written::Utf16BigMark});
    std::string text = "Name" + separator + "Student number" + end;
    for (std::size_t i = 0; i < names.size(); ++i) {
      text += quoted(names[i]) + separator + "S" + std::to_string(i) + end;
    }
    const auto table = hallpass::readTable(tests::write(text, how));
    RC_ASSERT(table.ok());
    const auto list = hallpass::readRoster(*table);
    RC_ASSERT(list.ok());
    RC_ASSERT(tests::namesOf(*list) == names);
    for (std::size_t i = 0; i < names.size(); ++i) {
      RC_ASSERT(list->entries[i].number == "S" + std::to_string(i));
    }
  }));
}

TEST_CASE("random bytes are read or refused, and never more", "[exchange][property]") {
  REQUIRE(rc::check("random bytes", [](const std::string& bytes) { readAll(bytes); }));
  REQUIRE(rc::check("random bytes of a list's alphabet", [] {
    const auto letter = rc::gen::elementOf(std::string("A1,;\t|\"\"\r\n\xC3\xA9\xFF\xFE @e+./") +
                                           std::string(1, '\0'));
    readAll(*rc::gen::container<std::string>(letter));
  }));
}

TEST_CASE("good files that were torn or have a bit turned are read or refused",
          "[exchange][property]") {
  const std::string workbook = sampleWorkbook();
  for (const std::string& bytes :
       {tests::sample("codes-exam-vouchers.csv"), tests::sample("codes-azure-pasted.txt"),
        tests::sample("roster.csv"), tests::utf16(tests::sample("roster.csv"), true), workbook}) {
    REQUIRE(rc::check("damaged file", [&] { readAll(damaged(bytes)); }));
  }
}

TEST_CASE("a workbook whose parts are torn is read or refused", "[exchange][property]") {
  REQUIRE(rc::check("damaged part", [] {
    tests::Workbook book;
    book.texts = "<sst><si><t>Code</t></si><si><t>WK0SKTEST00000001A</t></si></sst>";
    book.sheet = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c s=\"0\"><v>1E400</v></c></row>";
    auto parts = book.parts();
    auto& part = parts[static_cast<std::size_t>(*rc::gen::inRange(1, 7))];
    part.second = damaged(part.second);
    readAll(tests::zipOf(parts));
  }));
}

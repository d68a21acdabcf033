#include "kiosk/exchange/table.h"

#include "kiosk/exchange/limits.h"
#include "tests/kiosk/exchange/lists.h"

using tests::refusalOf;
using tests::Written;

TEST_CASE("a list reads the same in every encoding, separator and line end", "[exchange]") {
  const std::vector<std::vector<std::string>> cells{
      {"Nimi", "Sähköposti", "Numero"}, {"Åsa Öberg", "a@example.org", "S1"}, {"José", "", "S2"}};
  for (const Written how : tests::kAllWritten) {
    for (const std::string separator : {",", ";", "\t", "|"}) {
      for (const std::string end : {"\r\n", "\n", "\r"}) {
        for (const std::string quote : {"", "\""}) {
          std::string text;
          for (const auto& row : cells) {
            for (std::size_t i = 0; i < row.size(); ++i) {
              text += (i == 0 ? "" : separator) + quote + row[i] + quote;
            }
            text += end;
          }
          INFO("encoding " << static_cast<int>(how) << ", separator " << separator << ", quote "
                           << quote << ", line end of " << end.size());
          const hallpass::Table table = tests::tableOf(tests::write(text, how));
          REQUIRE(table.rows.size() == 3);
          for (std::size_t i = 0; i < 3; ++i) {
            CHECK(table.rows[i].cells == cells[i]);
            CHECK(table.rows[i].line == static_cast<int>(i) + 1);
          }
        }
      }
    }
  }
}

TEST_CASE("the hash is that of the file's bytes", "[exchange]") {
  CHECK(platform::toHex(tests::tableOf("abc").fileHash) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("files that are no lists are refused by what they are", "[exchange]") {
  CHECK(refusalOf("") == "Empty");
  CHECK(refusalOf("\xEF\xBB\xBF\r\n  \r\n") == "Empty");
  CHECK(refusalOf("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj") == "NotAList");
  CHECK(refusalOf("\x89PNG\r\n\x1A\n") == "NotAList");
  CHECK(refusalOf("\xFF\xD8\xFF\xE0 JFIF") == "NotAList");
  CHECK(refusalOf("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == "OldWorkbook");
  CHECK(refusalOf("<!DOCTYPE html><html></html>") == "NotAList");
  CHECK(refusalOf(" \n<html><table>") == "NotAList");
  CHECK(refusalOf("<?xml version=\"1.0\"?><Workbook/>") == "NotAList");
  CHECK(refusalOf("PK\x05\x06" + std::string(18, '\0')) == "NoWorkbook");
  CHECK(refusalOf("PK\x03\x04 and then nothing of a zip") == "Damaged");
  std::string program;
  for (int i = 0; i < 4000; ++i) program += static_cast<char>(i * 7 % 251);
  CHECK(refusalOf(program) == "NotAList");
}

TEST_CASE("a file over the limit is refused", "[exchange]") {
  CHECK(refusalOf(std::string(hallpass::kMostFileBytes + 1, 'A')) == "TooLarge");
  CHECK(refusalOf("PK\x03\x04" + std::string(hallpass::kMostWorkbookBytes, 'A')) == "TooLarge");
}

TEST_CASE("each refusal has a word of its own and says what to do", "[exchange]") {
  std::vector<std::string> seen;
  for (int i = 0; i <= static_cast<int>(hallpass::ListRefusal::Cancelled); ++i) {
    const auto why = static_cast<hallpass::ListRefusal>(i);
    const hallpass::ListProblem said = hallpass::problem(why);
    CHECK(said.why == why);
    CHECK(said.sentence.size() > 40);
    CHECK(said.sentence.back() == '.');
    for (const std::string& other : seen) CHECK(other != hallpass::name(why));
    seen.emplace_back(hallpass::name(why));
  }
  CHECK(tests::contains(hallpass::problem(hallpass::ListRefusal::OldWorkbook).sentence,
                        ".xlsx or .csv"));
  CHECK(tests::contains(hallpass::problem(hallpass::ListRefusal::NotAList).sentence,
                        ".xlsx or .csv"));
}

#include "kiosk/exchange/encoding.h"

#include "tests/kiosk/exchange/lists.h"

using hallpass::Encoding;
using hallpass::encodingOf;
using hallpass::toText;
using tests::Written;

TEST_CASE("text comes out the same whatever it was written in", "[exchange]") {
  const std::string text = "Nimi;Sähköposti\r\nÅsa Öberg;a@example.org\r\n";
  for (const Written how : tests::kAllWritten) {
    INFO("written as " << static_cast<int>(how));
    CHECK(toText(tests::write(text, how)) == text);
  }
}

TEST_CASE("UTF-16 without a mark is known in any script that has line ends", "[exchange]") {
  const std::string text = "山田太郎\r\n佐藤花子\r\n鈴木一郎\r\n😀\r\n";
  CHECK(encodingOf(tests::utf16(text, true)) == Encoding::Utf16Little);
  CHECK(encodingOf(tests::utf16(text, false)) == Encoding::Utf16Big);
  CHECK(toText(tests::utf16(text, true)) == text);
  CHECK(toText(tests::utf16(text, false)) == text);
}

TEST_CASE("the letters that only Windows-1252 has are read", "[exchange]") {
  CHECK(toText("O\x92"
               "Connor \x80 \x8A\xE9") == "O’Connor € Šé");
}

TEST_CASE("a byte that Windows-1252 does not have becomes a replacement character", "[exchange]") {
  CHECK(toText("a\x81\xE9") == "a\xEF\xBF\xBDé");
}

TEST_CASE("one bad byte does not turn a UTF-8 file into Windows-1252", "[exchange]") {
  CHECK(toText("Zoë Faßbinder\nJos\xE9\n") == "Zoë Faßbinder\nJos\xEF\xBF\xBD\n");
  CHECK(toText("Åsa Öberg \xC3") == "Åsa Öberg \xEF\xBF\xBD");
}

TEST_CASE("a zero byte in plain text does not make it UTF-16", "[exchange]") {
  const std::string text = "ABCDEFGHIJKLMNOPQRSTUVWXYZ\nABCDEFGHIJKLM\n" + std::string(1, '\0');
  CHECK(encodingOf(text) == Encoding::Utf8);
}

TEST_CASE("UTF-16 that ends in half a character keeps what came before", "[exchange]") {
  CHECK(toText("\xFF\xFE"
               "A\x01"
               "B") == "\u0141\xEF\xBF\xBD");
  CHECK(toText(std::string("\xFF\xFE"
                           "A\0\x00\xD8"
                           "B\0",
                           8)) ==
        "A\xEF\xBF\xBD"
        "B");
}

TEST_CASE("an empty file is empty text", "[exchange]") {
  CHECK(toText("").empty());
  CHECK(toText("\xEF\xBB\xBF").empty());
  CHECK(toText("\xFF\xFE").empty());
}

#include "platform/base/text.h"

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace platform {
namespace {

/// Code points of every length in UTF-8, without surrogates.
rc::Gen<std::u32string> anyText() {
  const auto point = rc::gen::map(
      rc::gen::inRange<std::uint32_t>(1, 0x10F800),
      [](std::uint32_t n) { return static_cast<char32_t>(n < 0xD800 ? n : n + 0x800); });
  const auto ascii = rc::gen::cast<char32_t>(rc::gen::inRange(1, 128));
  return rc::gen::container<std::u32string>(rc::gen::oneOf(point, ascii));
}

}  // namespace

TEST_CASE("well-formed UTF-8 of every length is known as such") {
  for (const char* text : {"", "a", "é", "€", "\U0001F600", "\xED\x9F\xBF", "\xEE\x80\x80",
                           "\xF4\x8F\xBF\xBF", "aé€\U0001F600z"}) {
    CHECK(isUtf8(text));
  }
  CHECK(isUtf8(std::string_view("a\0b", 3)));
}

TEST_CASE("malformed UTF-8 is refused wherever it stands") {
  const char* malformed[] = {
      "\x80",              // A continuation without its beginning.
      "\xBF",              //
      "\xC0\x80",          // Overlong forms of NUL, "/" and others.
      "\xC1\xBF",          //
      "\xE0\x80\xAF",      //
      "\xE0\x9F\xBF",      //
      "\xF0\x80\x80\xAF",  //
      "\xF0\x8F\xBF\xBF",  //
      "\xED\xA0\x80",      // Halves of surrogate pairs.
      "\xED\xBF\xBF",      //
      "\xF4\x90\x80\x80",  // Beyond U+10FFFF.
      "\xF5\x80\x80\x80",  //
      "\xF8\x88\x80\x80\x80",
      "\xFE",
      "\xFF",
      "\xC3",          // Cut off.
      "\xE2\x82",      //
      "\xF0\x9F\x98",  //
      "\xC3("          // The second byte is none.
  };
  for (const std::string text : malformed) {
    INFO(toCodePoints(text).size() << " code points in " << text.size() << " bytes");
    CHECK_FALSE(isUtf8(text));
    CHECK_FALSE(isUtf8("good " + text));
    CHECK_FALSE(isUtf8(text + " good"));
    CHECK(isUtf8(toUtf8(toCodePoints(text))));
    CHECK(toCodePoints(text).front() == U'\uFFFD');
  }
}

TEST_CASE("code points survive the way to UTF-8 and back") {
  REQUIRE(rc::check("round trip", [] {
    const std::u32string points = *anyText();
    const std::string text = toUtf8(points);
    RC_ASSERT(isUtf8(text));
    RC_ASSERT(toCodePoints(text) == points);
  }));
}

TEST_CASE("what is no code point is written as the replacement character") {
  CHECK(toUtf8(std::u32string{0xD800, 0xDFFF, 0x110000, 0xFFFFFFFF}) == "\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("any bytes fold to UTF-8, and folding twice changes nothing") {
  REQUIRE(rc::check("folding is stable", [](const std::string& bytes) {
    const std::string once = foldForSearch(bytes);
    RC_ASSERT(isUtf8(once));
    RC_ASSERT(foldForSearch(once) == once);
  }));
  REQUIRE(rc::check("folding text is stable", [] {
    const std::string once = foldForSearch(toUtf8(*anyText()));
    RC_ASSERT(foldForSearch(once) == once);
  }));
}

TEST_CASE("folding takes away case, accents and compatibility forms") {
  CHECK(foldForSearch("Éva") == "eva");
  CHECK(foldForSearch("E\u0301va") == "eva");
  CHECK(foldForSearch("ＥＶＡ") == "eva");
  CHECK(foldForSearch("ŁÓDŹ Øst Đurić Þór") == "lodz ost duric thor");
  CHECK(foldForSearch("ヤマダ ガク ﾔﾏﾀﾞ") == foldForSearch("やまた かく やまだ"));
  CHECK(foldForSearch("Straße STRASSE ẞ") == "strasse strasse ss");
  CHECK(foldForSearch("İrem IŞIK ışık") == "irem isik isik");
  CHECK(foldForSearch("Ærø Œuvre") == "aero oeuvre");
  CHECK(foldForSearch("Ɗan Ƙasa Ɓala Ŋ Əliyev") == "dan kasa bala n eliyev");
  CHECK(foldForSearch("ΠΑΠΑΔΌΠΟΥΛΟΣ") == foldForSearch("παπαδόπουλος"));
  CHECK(foldForSearch("ИВАНОВА") == "иванова");
  CHECK(foldForSearch("山田") == "山田");
  CHECK(foldForSearch("a\u00ADb\u200Bc\uFEFF") == "abc");
}

TEST_CASE("trimming takes white space and invisible characters off both ends only") {
  CHECK(trim("  a b\t\r\n") == "a b");
  CHECK(trim("\uFEFF\u00A0\u200Ba\u200Bb\u00AD\u2028") == "a\u200Bb");
  CHECK(trim(" \u3000 ").empty());
  CHECK(trim("").empty());
  CHECK(trim("\x01z\x7F") == "z");
}

TEST_CASE("trimming never takes a malformed byte for a space") {
  CHECK(trim("a \x80") == "a \x80");
  CHECK(trim(" \x80") == "\x80");
  CHECK(trim("\xC3 ") == "\xC3");
  REQUIRE(rc::check("what is left begins and ends with something", [](const std::string& bytes) {
    const std::string_view left = trim(bytes);
    RC_ASSERT(trim(left) == left);
    RC_ASSERT(bytes.find(left) != std::string::npos);
  }));
}

TEST_CASE("controls and line separators are found, letters are not") {
  for (const char* text :
       {"a\nb", "\t", "\x7F", "\u0085", "\u009F", "a\u2028", "\u2029", "\x1B[31m"}) {
    CHECK(hasControls(text));
  }
  for (const char* text : {"", "Łukasz Wójcik", "山田 太郎", "a\u00A0b"}) {
    CHECK_FALSE(hasControls(text));
  }
}

TEST_CASE("words part at white space of every script and keep what joins letters inside") {
  using Words = std::vector<std::string>;
  CHECK(words("  John \u00A0 Smith\t") == Words{"John", "Smith"});
  CHECK(words("山田\u3000太郎") == Words{"山田", "太郎"});
  CHECK(words("علی\u200Cرضا محمدی") == Words{"علی\u200Cرضا", "محمدی"});
  CHECK(words(" \u200B ") == Words{});
  CHECK(words("") == Words{});
}

TEST_CASE("punctuation and symbols are told from letters, digits, marks and spaces") {
  for (const char32_t point : std::u32string(U".,'\"-_()’«»、￥+$")) CHECK(isPunctuation(point));
  for (const char32_t point : std::u32string(U"aZ9é山ʼ \u0301\t"))
    CHECK_FALSE(isPunctuation(point));
  CHECK_FALSE(isPunctuation(0xFFFFFFFF));
}

TEST_CASE("fillIn replaces the names it was given and leaves the others to be seen") {
  CHECK(fillIn("{a} and {b}", {{"a", "1"}, {"b", "2"}}) == "1 and 2");
  CHECK(fillIn("{a} and {c}", {{"a", "1"}}) == "1 and {c}");
  CHECK(fillIn("{a", {{"a", "1"}}) == "{a");
  CHECK(fillIn("a} {a}", {{"a", "1"}}) == "a} 1");
  CHECK(fillIn("{ {a}", {{"a", "1"}}) == "{ 1");
  CHECK(fillIn("{a}{a}", {{"a", "{b}"}, {"b", "no"}}) == "{b}{b}");
  CHECK(fillIn("", {}).empty());
}

TEST_CASE("fillIn gives back any text that names nothing") {
  REQUIRE(rc::check("unknown names stay",
                    [](const std::string& text) { RC_ASSERT(fillIn(text, {}) == text); }));
}

}  // namespace platform

TEST_CASE("characters that show nothing are found inside a text") {
  for (const char* text : {"a\u00ADb", "a\u200Bb", "a\u200Db", "a\u200Eb", "\uFEFFa"}) {
    CHECK(platform::hasInvisible(text));
  }
  for (const char* text : {"", "a b", "a\u00A0b", "\xC3\xA4-1", "a\tb"}) {
    CHECK_FALSE(platform::hasInvisible(text));
  }
}

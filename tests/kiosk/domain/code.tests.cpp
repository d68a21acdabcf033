#include "kiosk/domain/code.h"

#include <rapidcheck.h>

#include <sstream>

#include "platform/base/text.h"
#include "tests/support/catch.h"

namespace hallpass {

TEST_CASE("a code that is printed shows its last four characters at most") {
  REQUIRE(rc::check("masked", [](const std::string& text) {
    const Code code(text);
    const std::string dots = "••••";
    RC_ASSERT(code.masked().starts_with(dots));
    const auto tail = platform::toCodePoints(code.masked().substr(dots.size()));
    const auto all = platform::toCodePoints(text);
    RC_ASSERT(tail.size() == (all.size() < 8 ? 0U : 4U));
    RC_ASSERT(all.ends_with(tail));
    std::ostringstream out;
    out << code;
    RC_ASSERT(out.str() == code.masked());
  }));
  CHECK(Code("WK0SKTEST00000001A").masked() == "••••001A");
  CHECK(Code("TST001").masked() == "••••");
}

TEST_CASE("a code is grouped for reading without losing or changing a character") {
  REQUIRE(rc::check("grouped", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::inRange('0', 'z'));
    std::string grouped = Code(text).grouped();
    RC_ASSERT((grouped.empty() || (grouped.front() != ' ' && grouped.back() != ' ')));
    std::erase(grouped, ' ');
    RC_ASSERT(grouped == text);
  }));
  CHECK(Code("WK0SKTEST0000001").grouped() == "WK0S KTES T000 0001");
  CHECK(Code("3Be72559").grouped() == "3Be7 2559");
  CHECK(Code("ABCDE").grouped() == "ABCD E");
  CHECK(Code("AAAAA-BBBBB").grouped() == "AAAAA-BBBBB");
  CHECK(Code("éééééé").grouped() == "éééé éé");
}

TEST_CASE("only reveal gives the code, and codes compare by their exact text") {
  CHECK(Code("aB-1").reveal() == "aB-1");
  CHECK(Code("aB") == Code("aB"));
  CHECK_FALSE(Code("aB") == Code("AB"));
}

}  // namespace hallpass

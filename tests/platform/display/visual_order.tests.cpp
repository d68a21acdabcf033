#include "platform/display/visual_order.h"

#include "platform/base/text.h"
#include "tests/support/catch.h"

using platform::visualOrder;

TEST_CASE("a line without right-to-left scripts is drawn as it is") {
  for (const char* name : {"Aino Virtanen", "Γιώργος", "山田 太郎", "Ольга (2)", ""}) {
    CHECK(visualOrder(name) == name);
  }
}

TEST_CASE("a Hebrew name is drawn from its last letter to its first") {
  CHECK(visualOrder("דוד") == "דוד");
  CHECK(visualOrder("שלום") == "םולש");
}

TEST_CASE("a Latin word beside a Hebrew one keeps its own direction") {
  CHECK(visualOrder("John שלום") == "John םולש");
}

TEST_CASE("Arabic letters are drawn in their joined forms, reversed") {
  // Seen, lam, alef, meem: initial seen, the ligature of lam and alef, isolated meem.
  const std::u32string drawn = platform::toCodePoints(visualOrder("سلام"));
  REQUIRE(drawn.size() == 3);
  CHECK(drawn[0] == 0xFEE1);
  CHECK((drawn[1] == 0xFEFC || drawn[1] == 0xFEFB));
  CHECK(drawn[2] == 0xFEB3);
}

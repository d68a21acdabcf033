#include "kiosk/exchange/code_uses.h"

#include <set>
#include <string>

#include "tests/support/catch.h"

using hallpass::NewCode;

namespace {

NewCode code(const std::string& text) { return {1, hallpass::Code(text), text, std::nullopt}; }

}  // namespace

TEST_CASE("a shared code is a row of its own for each student, with the same text",
          "[exchange][uses]") {
  const auto rows = hallpass::withUses({code("ABC"), code("XYZ")}, 2);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].identity == "ABC#1");
  CHECK(rows[1].identity == "ABC#2");
  CHECK(rows[2].identity == "XYZ#1");
  CHECK(rows[3].identity == "XYZ#2");
  CHECK(rows[1].code.reveal() == "ABC");
  CHECK(rows[3].code.reveal() == "XYZ");
}

TEST_CASE("no two uses have one identity, whatever the codes look like", "[exchange][uses]") {
  const auto rows = hallpass::withUses({code("A"), code("A#1"), code("A#11"), code("A#1#1")}, 120);
  std::set<std::string> identities;
  for (const NewCode& row : rows) identities.insert(row.identity);
  CHECK(identities.size() == 480);
}

TEST_CASE("the uses of a list are few enough for the stock", "[exchange][uses]") {
  CHECK(hallpass::usesFit(1, 1));
  CHECK(hallpass::usesFit(1, hallpass::kMostUses));
  CHECK_FALSE(hallpass::usesFit(1, hallpass::kMostUses + 1));
  CHECK_FALSE(hallpass::usesFit(1, 0));
  CHECK_FALSE(hallpass::usesFit(1, -1));
  CHECK(hallpass::usesFit(100, 100));
  CHECK_FALSE(hallpass::usesFit(101, 100));
}

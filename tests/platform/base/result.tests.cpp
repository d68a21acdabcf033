#include "platform/base/result.h"

#include <memory>
#include <string>

#include "platform/base/id.h"
#include "tests/support/catch.h"

namespace platform {
namespace {

enum class Why { TooSmall, TooLarge };

Result<std::string, Why> word(int letters) {
  if (letters < 1) return Why::TooSmall;
  if (letters > 9) return Why::TooLarge;
  return std::string(static_cast<std::size_t>(letters), 'x');
}

}  // namespace

TEST_CASE("a result holds its value or its error, never both") {
  CHECK(word(3).ok());
  CHECK(*word(3) == "xxx");
  CHECK(word(3)->size() == 3);
  CHECK_FALSE(word(0));
  CHECK(word(0).error() == Why::TooSmall);
  CHECK(word(10).error() == Why::TooLarge);
  CHECK_THROWS(word(0).value());
  CHECK_THROWS(word(3).error());
}

TEST_CASE("a result's value can be changed and taken out, also where it cannot be copied") {
  auto changed = word(2);
  *changed += "y";
  changed->append("z");
  CHECK(changed.value() == "xxyz");
  Result<std::unique_ptr<int>, Why> owner = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = *std::move(owner);
  CHECK(*taken == 7);
}

TEST_CASE("ids are ordered by their number and told apart by what they number") {
  using Apple = Id<struct AppleTag>;
  using Pear = Id<struct PearTag>;
  CHECK(Apple{1} < Apple{2});
  CHECK(Apple{3} == Apple{3});
  CHECK_FALSE(std::is_convertible_v<Apple, Pear>);
}

}  // namespace platform

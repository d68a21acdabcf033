// What two rooms know one student by.
#include "kiosk/domain/subject.h"

#include "tests/support/catch.h"

using hallpass::subjectToken;

namespace {

const platform::Key kKey{7};

platform::Hash token(const std::string& name, const std::string& title = "AZ-104") {
  return subjectToken(kKey, "azure-pass", title, name);
}

}  // namespace

TEST_CASE("one name has one token, however it is spelled and in whichever order") {
  for (const char* other : {"aino virtanen", "Virtanen, Aino", "Virtanen  AINO", "Aíno Virtanen.",
                            "Aino Virtanen, PhD"}) {
    INFO(other);
    CHECK((token(other) == token("Aino Virtanen")));
  }
  CHECK((token("O'Connor, Mary") == token("Mary OConnor")));
  CHECK((token("Aino", "az 104") == token("Aino", "AZ 104 ")));
  CHECK((token("Aino", "AZ-104") == token("Aino", "az104")));
}

TEST_CASE("another name, class, pass type or depot has another token") {
  const auto mine = token("Aino Virtanen");
  CHECK((token("Aino Virta") != mine));
  CHECK((token("Aino Virtanen", "AZ-900") != mine));
  CHECK((subjectToken(kKey, "exam-voucher", "AZ-104", "Aino Virtanen") != mine));
  CHECK((subjectToken(platform::Key{8}, "azure-pass", "AZ-104", "Aino Virtanen") != mine));
  // What stands in one place does not count in another one.
  CHECK((token("b c", "a") != token("c", "a b")));
}

TEST_CASE("each reason to overrule has a name that finds it, and a title") {
  for (const auto reason : hallpass::kOverrules) {
    CHECK((hallpass::overruleNamed(name(reason)) == reason));
    CHECK_FALSE(title(reason).empty());
  }
  CHECK_FALSE(hallpass::overruleNamed("because").has_value());
}

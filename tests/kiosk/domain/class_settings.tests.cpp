#include "kiosk/domain/class_settings.h"

#include "tests/support/catch.h"

using Ids = std::vector<std::string>;

TEST_CASE("a list of languages is read as it stands", "[domain][class]") {
  CHECK(hallpass::languageIds("").empty());
  CHECK(hallpass::languageIds("fi") == Ids{"fi"});
  CHECK(hallpass::languageIds("fi,en") == Ids{"fi", "en"});
  CHECK(hallpass::languageIds(" fi , xx ") == Ids{"fi", "xx"});
  CHECK(hallpass::languageIds("fi,,en") == Ids{"fi", "", "en"});
  CHECK(hallpass::languageIds(",fi,") == Ids{"", "fi", ""});
}

TEST_CASE("languages that are not known and those named twice are left out", "[domain][class]") {
  CHECK(hallpass::knownLanguages({"xx", "ja", "en", "ja", "", "EN"}) == Ids{"ja", "en"});
  CHECK(hallpass::knownLanguages({}).empty());
}

TEST_CASE("a list of languages is written as it is read", "[domain][class]") {
  CHECK(hallpass::languageList({}).empty());
  CHECK(hallpass::languageList({"fi", "en"}) == "fi,en");
  CHECK(hallpass::languageIds(hallpass::languageList({"sv", "de", "pt"})) == Ids{"sv", "de", "pt"});
}

TEST_CASE("an account of a class is one of three", "[domain][class]") {
  for (const auto account : hallpass::kClassAccounts) CHECK(hallpass::isClassAccount(account));
  for (const char* other : {"", "Tenant", "phone"}) CHECK_FALSE(hallpass::isClassAccount(other));
}

#include "platform/os/file_name.h"

#include "platform/base/text.h"
#include "tests/support/catch.h"

using platform::shownFileName;

TEST_CASE("a file's name is shown as it is, in any script") {
  for (const char* name : {"codes.csv", "lists/Téléchargé 山田.csv", "قائمة.csv",
                           "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae.csv",
                           "a b\xc2\xa0"
                           "c.txt"}) {
    CHECK(shownFileName(name) == name);
  }
}

TEST_CASE("bytes of another encoding, and what would act or hide, show as replaced") {
  const std::string sign = "\xef\xbf\xbd";
  CHECK(shownFileName("k\xf6nig.csv") == "k" + sign + "nig.csv");
  CHECK(shownFileName("a\nb\x1b[2J.csv") == "a" + sign + "b" + sign + "[2J.csv");
  CHECK(shownFileName("codes\xe2\x80\xaevsc.exe") == "codes" + sign + "vsc.exe");
  CHECK(shownFileName("co\xe2\x80\x8b"
                      "des.csv") == "co" + sign + "des.csv");
  CHECK(shownFileName("\xe2\x80\xa8.csv") == sign + ".csv");
  CHECK(shownFileName("%s%n{file}.csv") == "%s%n{file}.csv");
}

TEST_CASE("a long name is shown with its beginning and its end") {
  const std::string name = "begin" + std::string(250, 'x') + "end.csv";
  const std::u32string shown = platform::toCodePoints(shownFileName(name));
  CHECK(shown.size() == 120);
  CHECK(shown.substr(0, 6) == U"beginx");
  CHECK(shown.substr(112) == U"xend.csv");
  const std::string fits(120, 'x');
  CHECK(shownFileName(fits) == fits);
}

#include "kiosk/ui/number_text.h"

#include "tests/support/catch.h"

using hallpass::countText;
using hallpass::minutesText;

TEST_CASE("a time is told in minutes and seconds") {
  CHECK(minutesText(272) == "4:32");
  CHECK(minutesText(60) == "1:00");
  CHECK(minutesText(9) == "0:09");
  CHECK(minutesText(3725) == "62:05");
  CHECK(minutesText(-1) == "0:00");
}

TEST_CASE("a large number has a comma between each three digits") {
  CHECK(countText(0) == "0");
  CHECK(countText(999) == "999");
  CHECK(countText(1200) == "1,200");
  CHECK(countText(1234567) == "1,234,567");
  CHECK(countText(-1200) == "-1,200");
}

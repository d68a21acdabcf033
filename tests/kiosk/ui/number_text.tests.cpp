#include "kiosk/ui/number_text.h"

#include "tests/support/catch.h"

using hallpass::minutesText;

TEST_CASE("a time is told in minutes and seconds") {
  CHECK(minutesText(272) == "4:32");
  CHECK(minutesText(60) == "1:00");
  CHECK(minutesText(9) == "0:09");
  CHECK(minutesText(3725) == "62:05");
  CHECK(minutesText(-1) == "0:00");
}

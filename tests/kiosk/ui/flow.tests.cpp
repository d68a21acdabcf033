#include "kiosk/ui/flow.h"

#include "tests/support/catch.h"

using hallpass::fairWidths;
using hallpass::flow;
using hallpass::flowHeight;
using hallpass::Rect;

TEST_CASE("places that do not fit beside each other begin a new row") {
  const auto places = flow({10, 20, 100, 0}, {40, 40, 40, 300}, 12, 5);
  REQUIRE(places.size() == 4);
  CHECK(places[1].x == 55);
  CHECK(places[1].y == 20);
  CHECK(places[2].x == 10);
  CHECK(places[2].y == 37);
  CHECK(places[3].w == 100);
  CHECK(places[3].y == 54);
  CHECK(flowHeight(100, {40, 40, 40}, 12, 5) == 29);
  CHECK(flowHeight(100, {}, 12, 5) == 0);
}

TEST_CASE("the widest give way where there is too little room") {
  CHECK(fairWidths({10, 20, 30}, 100) == std::vector<float>{10, 20, 30});
  CHECK(fairWidths({80, 20, 90}, 100) == std::vector<float>{40, 20, 40});
  CHECK(fairWidths({}, 100).empty());
}

#include "kiosk/desk/places.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

TEST_CASE("the overview has the stock of the class beside its progress") {
  DeskRoom room;
  room.openClass();
  room.stock(2);
  for (const char* name : {"Aino", "Eetu", "Helmi"}) room.add(name);
  PageStack pages(room, frontPage(room.tools()));
  const auto view = pages.on<FrontView>();
  REQUIRE(view.stock);
  CHECK(view.stock->inStock == 2);
  CHECK(shortBy(view.figures, *view.stock) == 1);
  CHECK(view.outlook == "3 students, 2 codes: 1 short.");
}

TEST_CASE("a class that is closed has no stock on the overview: nobody takes of it") {
  DeskRoom room;
  room.openClass();
  room.stock(2);
  room.add("Aino");
  PageStack pages(room, frontPage(room.tools()));
  room.setState(ClassState::Paused);
  pages.refresh();
  CHECK(pages.on<FrontView>().stock);
  room.setState(ClassState::Closed);
  pages.refresh();
  CHECK_FALSE(pages.on<FrontView>().stock);
}

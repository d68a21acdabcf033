// What a finger does to what lies under it, whatever screen that is on.
#include <imgui.h>

#include "kiosk/ui/desk_view.h"
#include "kiosk/ui/samples/sample_views.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::View;
using tests::Easel;
using tests::Point;
using Act = hallpass::Intent::Act;

namespace {

const tests::Panel kTouched{{1280, 800}, 3.78};
constexpr int kMm = 4;  ///< In pixels of that panel, rounded up.

View yesOrNo() {
  hallpass::NoticeView notice;
  notice.screen = "question";
  notice.headline = "Close the class?";
  notice.other = hallpass::DeskButton{"no", "No"};
  notice.main = hallpass::DeskButton{"yes", "Yes"};
  View view;
  view.screen = std::move(notice);
  return view;
}

Point middleOf(Easel& easel, const View& view, std::string_view id) {
  return easel.draw(view).find(id)->rect.centre();
}

Point moved(Point from, int x, int y) { return {from.x + x, from.y + y}; }

/// A list of as many rows as a page holds, under a finger.
struct FingeredList {
  Easel easel{kTouched};
  View view;

  explicit FingeredList(int rows = 5)
      : view(hallpass::samples::tableView(static_cast<std::size_t>(rows), rows)) {}

  [[nodiscard]] Point middleOf(std::string_view id) { return ::middleOf(easel, view, id); }
  std::optional<hallpass::Intent> draw(const std::vector<Point>& way) {
    return easel.drawFinger(view, way);
  }
};

/// Presses there, and answers whether the picture that is drawn then shows the pressed colour.
bool showsPress(Easel& easel, const View& view, Point at) {
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {static_cast<float>(at.x), static_cast<float>(at.y)};
  io.MouseDown[0] = true;
  (void)easel.draw(view);
  return Easel::leftmost(hallpass::themeOf({}).primaryPressed).has_value();
}

}  // namespace

TEST_CASE("a button shows that it is pressed in the very next picture") {
  Easel easel(kTouched);
  const View view = yesOrNo();
  const Point yes = middleOf(easel, view, "yes");
  CHECK_FALSE(Easel::leftmost(hallpass::themeOf({}).primaryPressed));
  CHECK(showsPress(easel, view, yes));
  CHECK_FALSE(showsPress(easel, view, {1, 1}));
}

TEST_CASE("a finger that slides off a button does nothing, and one that comes back acts") {
  Easel easel(kTouched);
  const View view = yesOrNo();
  const Point yes = middleOf(easel, view, "yes");
  const Point no = middleOf(easel, view, "no");
  CHECK_FALSE(easel.drawFinger(view, {yes, {1, 1}}));
  CHECK_FALSE(easel.drawFinger(view, {yes, no}));
  CHECK_FALSE(easel.drawFinger(view, {{1, 1}, yes}));
  const auto intent = easel.drawFinger(view, {yes, {1, 1}, yes});
  REQUIRE(intent);
  CHECK(intent->act == Act::Main);
}

TEST_CASE("a finger that is drawn over a list turns its page and opens nothing") {
  FingeredList list;
  const Point first = list.middleOf("row-1");
  const Point last = list.middleOf("row-4");
  const auto up = list.draw({last, moved(last, 0, -5 * kMm), first});
  REQUIRE(up);
  CHECK(up->act == Act::Turn);
  CHECK(up->index == 1);
  const auto down = list.draw({first, last});
  REQUIRE(down);
  CHECK(down->act == Act::Turn);
  CHECK(down->index == 0);
}

TEST_CASE("a finger that is drawn along a row of a list turns the page and opens nothing") {
  FingeredList list;
  const Point row = list.middleOf("row-2");
  const auto left = list.draw({row, moved(row, -12 * kMm, 0)});
  REQUIRE(left);
  CHECK(left->act == Act::Turn);
  CHECK(left->index == 1);
  CHECK(list.draw({row, moved(row, 12 * kMm, kMm)})->index == 0);
}

TEST_CASE("a hand that trembles still opens a row") {
  FingeredList list;
  const Point row = list.middleOf("row-2");
  const auto intent = list.draw({row, moved(row, 7 * kMm, kMm), moved(row, kMm, 0)});
  REQUIRE(intent);
  CHECK(intent->act == Act::Open);
  CHECK(intent->index == 1);
}

TEST_CASE("a finger that was drawn over a list and brought back does nothing") {
  FingeredList list;
  const Point row = list.middleOf("row-2");
  CHECK_FALSE(list.draw({row, moved(row, 20 * kMm, 0), row}));
}

TEST_CASE("a finger turns no page that is not there") {
  FingeredList list;
  std::get<hallpass::DeskView>(list.view.screen).table->page = {1, 1, 0, 5};
  const Point first = list.middleOf("row-1");
  const Point last = list.middleOf("row-4");
  CHECK_FALSE(list.draw({last, first}));
  CHECK_FALSE(list.draw({first, last}));
}

TEST_CASE("rows that have no room come into sight under a finger before the page turns") {
  FingeredList list(20);
  const std::size_t seen = list.easel.draw(list.view).all("row-").size();
  REQUIRE(seen < 20);
  const Point row = list.middleOf("row-2");
  CHECK_FALSE(list.draw({row, moved(row, 0, -12 * kMm)}));
  CHECK(list.easel.draw(list.view).find("row-1") == nullptr);
  CHECK(list.easel.draw(list.view).find("row-" + std::to_string(seen + 1)) != nullptr);
}

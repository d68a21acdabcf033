#include "kiosk/ui/table.h"

#include <algorithm>

#include "kiosk/ui/samples/sample_views.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::Direction;
using hallpass::View;
using tests::Easel;
using tests::Panel;
using tests::Scene;
using Act = hallpass::Intent::Act;

namespace {

const Panel kDesktop{{1280, 800}, 3.78};

View turned(View view, int page) {
  std::get<hallpass::DeskView>(view.screen).table->page.page = page;
  return view;
}

hallpass::TableView& tableOf(View& view) {
  return *std::get<hallpass::DeskView>(view.screen).table;
}

std::size_t rowsOf(const Scene& scene) { return scene.all("row-").size(); }

}  // namespace

TEST_CASE("the head of a column sorts, and says the direction in which it is sorted") {
  Easel easel(kDesktop);
  View view = hallpass::samples::tableView(5, 5);
  const auto intent = easel.tap(view, "sort-3");
  REQUIRE(intent);
  CHECK(intent->act == Act::Sort);
  CHECK(intent->index == 2);
  CHECK(easel.draw(view).find("sort-1")->label == "Course Number, ascending");
  CHECK(easel.draw(view).find("sort-2")->label == "Pass Title");
  tableOf(view).direction = Direction::Descending;
  CHECK(easel.draw(view).find("sort-1")->label == "Course Number, descending");
}

TEST_CASE("a row is opened by its place on the page, and tells all its cells") {
  Easel easel(kDesktop);
  const View view = hallpass::samples::tableView(5, 5);
  const auto intent = easel.tap(view, "row-3");
  REQUIRE(intent);
  CHECK(intent->act == Act::Open);
  CHECK(intent->index == 2);
  const std::string label = easel.draw(view).find("row-3")->label;
  CHECK(label.starts_with("AZ-106T00, AZ-305T00 Designing"));
  CHECK(label.ends_with("Grundlagenvertiefungsveranstaltung, 106"));
}

TEST_CASE("a row that leads nowhere is told as a text") {
  Easel easel(kDesktop);
  View view = hallpass::samples::tableView(2, 5);
  tableOf(view).rows[1].opens = false;
  const Scene scene = easel.draw(view);
  CHECK(scene.find("row-1") != nullptr);
  CHECK(scene.find("row-2") == nullptr);
  CHECK(scene.mentions("AZ-105T00"));
}

TEST_CASE("the arrows on both sides of the page count turn the page") {
  Easel easel(kDesktop);
  const View view = hallpass::samples::tableView(5, 5);
  CHECK(easel.draw(view).mentions("Page 2 of 3"));
  CHECK(easel.tap(view, "page-forward")->index == 1);
  CHECK(easel.tap(view, "page-back")->index == 0);
  CHECK_FALSE(easel.draw(turned(view, 1)).find("page-back")->enabled);
  CHECK_FALSE(easel.draw(turned(view, 3)).find("page-forward")->enabled);
}

TEST_CASE("the records of a page can be chosen") {
  Easel easel(kDesktop);
  const View view = hallpass::samples::tableView(5, 5);
  const auto intent = easel.tap(view, "per-page-50");
  REQUIRE(intent);
  CHECK(intent->act == Act::PerPage);
  CHECK(intent->index == 3);
  CHECK(easel.draw(view).find("per-page-5")->focused);
  CHECK_FALSE(easel.draw(view).find("per-page-10")->focused);
}

TEST_CASE("a short list that cannot be sorted has nothing to turn") {
  Easel easel(kDesktop);
  View view = hallpass::samples::tableView(3, 5);
  for (auto& column : tableOf(view).columns) column.sortable = false;
  tableOf(view).sortedBy.reset();
  tableOf(view).page = {1, 1, 0, 3};
  const Scene scene = easel.draw(view);
  CHECK(rowsOf(scene) == 3);
  CHECK(scene.all("page-").empty());
  CHECK(scene.all("per-page-").empty());
}

TEST_CASE("rows that have no room come before the next page does") {
  Easel easel(kDesktop);
  View view = hallpass::samples::tableView(20, 20);
  const std::size_t seen = rowsOf(easel.draw(view));
  REQUIRE(seen < 20);
  REQUIRE(seen >= 5);
  CHECK(easel.draw(view).mentions("rows 1-" + std::to_string(seen) + " of 20"));
  std::size_t last = seen;
  while (last < 20) {
    REQUIRE_FALSE(easel.tap(view, "page-forward"));
    const Scene scene = easel.draw(view);
    CHECK(scene.find("row-" + std::to_string(last)) == nullptr);
    CHECK(scene.find("row-" + std::to_string(last + 1)) != nullptr);
    last += rowsOf(scene);
  }
  REQUIRE(last == 20);
  CHECK(easel.tap(view, "row-20")->index == 19);
  CHECK(easel.tap(view, "page-forward")->index == 1);
  CHECK(easel.draw(turned(view, 3)).find("row-1") != nullptr);
}

TEST_CASE("back from the first rows of a page leads to the last rows of the page before") {
  Easel easel(kDesktop);
  const View view = hallpass::samples::tableView(20, 20);
  const auto intent = easel.tap(view, "page-back");
  REQUIRE(intent);
  CHECK(intent->act == Act::Turn);
  const Scene before = easel.draw(turned(view, 1));
  CHECK(before.find("row-20") != nullptr);
  CHECK(before.find("row-1") == nullptr);
  CHECK_FALSE(easel.tap(turned(view, 1), "page-back"));
}

TEST_CASE(
    "a column that may go is left out where words would be broken, and is told all the same") {
  View view = hallpass::samples::tableView(0, 5);
  hallpass::TableView& table = tableOf(view);
  table.columns = {{"Came in"}, {"Course"}, {"File", 1, false, false, true}, {"Left", 1}};
  table.rows = {{{"2026-11-23", "AZ-104T00-Foundations-of-Everything",
                  "codes-of-the-foundations-2026.csv", "18"}}};
  const auto headsOf = [&](const Panel& panel) {
    Easel easel(panel);
    const Scene scene = easel.draw(view);
    CHECK(scene.find("row-1")->label.find("codes-of-the") != std::string::npos);
    return scene.texts;
  };
  const auto has = [](const std::vector<std::string>& texts, const char* text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
  };
  CHECK(has(headsOf({{1920, 1080}, 3.78}), "File"));
  CHECK_FALSE(has(headsOf({{1280, 800}, 5.95}), "File"));
  CHECK(has(headsOf({{1280, 800}, 5.95}), "Left"));
  table.columns[2].spare = false;
  CHECK(has(headsOf({{1280, 800}, 5.95}), "File"));
}

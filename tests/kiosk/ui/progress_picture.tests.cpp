#include "kiosk/ui/progress_picture.h"

#include <optional>
#include <string>

#include "kiosk/ui/samples/sample_views.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using hallpass::ClassFigures;
using hallpass::FrontView;
using hallpass::StockOutlook;
using tests::Easel;
using tests::Panel;

namespace {

/// A class of which nobody has a code yet, and so many codes for it.
hallpass::View classOf(std::int64_t students, std::int64_t codes) {
  FrontView front;
  front.classTitle = "AZ-104";
  front.figures.students = students;
  front.figures.without = students;
  front.stock = StockOutlook{codes, 0, std::nullopt};
  hallpass::View view = hallpass::samples::tableView(5, 5);
  view.screen = front;
  return view;
}

/// What stands on the screen, one text a line.
std::string wordsOf(Easel& easel, const hallpass::View& view) {
  std::string words = "\n";
  for (const std::string& text : easel.draw(view).texts) words += text + "\n";
  return words;
}

bool says(const std::string& words, const std::string& lines) {
  return words.find("\n" + lines + "\n") != std::string::npos;
}

/// How far left a missing code's colour stands, in the picture or its legend; nullopt = nowhere.
std::optional<float> signOf(Easel& easel, const hallpass::View& view) {
  (void)easel.draw(view);
  return Easel::leftmost(hallpass::themeNamed(hallpass::ThemeName::Light).accent);
}

}  // namespace

TEST_CASE("the codes that a class still needs are told beside its progress, and what is short") {
  for (const Panel& panel :
       {Panel{{1920, 1080}, 3.78}, Panel{{1280, 800}, 3.78}, Panel{{800, 1280}, 3.78}}) {
    Easel easel(panel);
    INFO(panel.size.width << " x " << panel.size.height);
    const std::string few = wordsOf(easel, classOf(20, 17));
    CHECK(says(few, "20\nnot yet"));
    CHECK(says(few, "17\nin stock"));
    CHECK(says(few, "3\nshort"));
    const std::string enough = wordsOf(easel, classOf(20, 23));
    CHECK(says(enough, "23\nin stock"));
    CHECK_FALSE(says(enough, "0\nshort"));
  }
}

TEST_CASE("a small panel shows the class and its stock at a glance, before all else") {
  Easel easel({{1280, 800}, 5.95});
  for (const hallpass::samples::SampleView& sample : hallpass::samples::deskViews()) {
    if (!sample.name.starts_with("front") || sample.name.ends_with("without a class")) continue;
    INFO(sample.name);
    const std::string words = wordsOf(easel, sample.view);
    CHECK(says(words, "9\nnot yet"));
    CHECK(says(words, "7\nin stock"));
    CHECK(says(words, "5\nshort"));
  }
}

TEST_CASE("a sign stands below the students for whom there is no code, however many they are") {
  Easel easel({{1280, 800}, 3.78});
  for (const std::int64_t students : {20, 400}) {
    INFO(students);
    const auto none = signOf(easel, classOf(students, 0));
    const auto half = signOf(easel, classOf(students, students / 2));
    REQUIRE(none);
    REQUIRE(half);
    CHECK(*half > *none);
    hallpass::View bare = classOf(students, students);
    std::get<FrontView>(bare.screen).stock.reset();
    CHECK(signOf(easel, classOf(students, students)) == signOf(easel, bare));
  }
}

TEST_CASE("a class that needs no code, or can take none, has no stock in its picture") {
  Easel easel({{1280, 800}, 3.78});
  hallpass::View view = classOf(20, 17);
  std::get<FrontView>(view.screen).stock.reset();
  CHECK_FALSE(says(wordsOf(easel, view), "17\nin stock"));
  view = classOf(20, 17);
  auto& figures = std::get<FrontView>(view.screen).figures;
  figures.without = 0;
  figures.worked = 20;
  CHECK_FALSE(says(wordsOf(easel, view), "17\nin stock"));
}

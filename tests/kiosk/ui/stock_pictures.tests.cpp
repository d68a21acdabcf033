#include <algorithm>
#include <string>

#include "kiosk/ui/samples/sample_views.h"
#include "tests/kiosk/ui/easel.h"
#include "tests/support/catch.h"

using tests::Easel;
using tests::Panel;
using tests::Scene;

namespace {

hallpass::View stockSample() {
  for (const hallpass::samples::SampleView& each : hallpass::samples::deskViews()) {
    if (each.name == "stock") return each.view;
  }
  FAIL("no view of the stock");
  return {};
}

/// Whether one of the texts that stand is exactly this.
bool says(const Scene& scene, const std::string& text) {
  return std::find(scene.texts.begin(), scene.texts.end(), text) != scene.texts.end();
}

}  // namespace

TEST_CASE("the pictures of the stock say each of their numbers in words, on every panel") {
  for (const Panel& panel :
       {Panel{{1280, 800}, 3.78}, Panel{{1280, 800}, 5.95}, Panel{{800, 1280}, 3.78}}) {
    Easel easel(panel);
    const hallpass::View view = stockSample();
    std::string all;
    Scene scene = easel.draw(view);
    const bool parted = scene.find("more") != nullptr;
    for (int part = 0; part < (parted ? 3 : 1); ++part) {
      for (const std::string& text : scene.texts) all += text + "\n";
      if (!parted) break;
      (void)easel.tap(view, "more");
      scene = easel.draw(view);
    }
    INFO(panel.size.width << " x " << panel.size.height << ", " << panel.pixelsPerMm);
    for (const char* text :
         {"240\nordered", "96\ntaken", "71\nworked", "36\n31 Dec", "4\nno end",
          "12 codes in stock end within 14 days.", "84 codes of 180 that came in are in stock."}) {
      INFO(text);
      CHECK(all.find(text) != std::string::npos);
    }
  }
}

TEST_CASE("a picture without a number to show is its sentence alone") {
  Easel easel({{1280, 800}, 3.78});
  hallpass::View view = stockSample();
  auto& desk = std::get<hallpass::DeskView>(view.screen);
  desk.route.clear();
  desk.columns->columns.clear();
  desk.course->steps.clear();
  const Scene scene = easel.draw(view);
  CHECK(says(scene, "12 codes in stock end within 14 days."));
  CHECK_FALSE(says(scene, "31 Dec"));
}

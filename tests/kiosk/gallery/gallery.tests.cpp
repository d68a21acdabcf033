#include "kiosk/gallery/gallery.h"

#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "kiosk/domain/language.h"
#include "kiosk/gallery/demo_kiosk.h"
#include "kiosk/gallery/index_page.h"
#include "kiosk/gallery/rehearsal.h"
#include "kiosk/guide/guide.h"
#include "platform/base/translation.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace hallpass;

namespace {

const std::vector<std::string> kNone;

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

bool has(const std::vector<GalleryScreen>& screens, const std::string& group,
         const std::string& name) {
  return std::any_of(screens.begin(), screens.end(), [&](const GalleryScreen& screen) {
    return screen.group == group && screen.name == name;
  });
}

std::set<std::string> wordsOf(const std::vector<GallerySeries>& series,
                              std::string GallerySeries::*part) {
  std::set<std::string> words;
  for (const GallerySeries& each : series) words.insert(each.*part);
  return words;
}

}  // namespace

TEST_CASE("the rehearsal finds everything that it touches, in every language") {
  platform::useCatalogues(localeFolder(), {"hallpass", "guides"});
  for (const char* language : {"en", "ja"}) {
    platform::setLanguage(language);
    std::vector<std::string> missing;
    const auto screens = rehearse(missing);
    CHECK(missing == kNone);
    CHECK(platform::language() == language);
    CHECK(has(screens, "visit", "code"));
    CHECK(has(screens, "desk", "overview"));
    CHECK(has(screens, "staff", "reset"));
    CHECK_FALSE(has(screens, "desk", "code"));
  }
  platform::useCatalogues({}, {});
}

TEST_CASE("each screen of the gallery has a picture of its own name") {
  std::vector<std::string> missing;
  std::set<std::string> names;
  const auto screens = galleryScreens(missing);
  for (const GalleryScreen& screen : screens) {
    INFO(screen.group << " " << screen.name);
    CHECK(names.insert(pictureName(screen)).second);
  }
  CHECK(names.size() > 150);
}

TEST_CASE("a gallery is a picture of each screen, and a page that links to it") {
  const tests::TemporaryFolder folder;
  GalleryOrder order{folder.path(), {{}, {"640x400"}}, {"staff"}};
  int told = 0;
  const GalleryMade made = makeGallery(order, [&](const GallerySeries&) { ++told; });
  CHECK_FALSE(made.failed);
  CHECK(told == 1);
  CHECK(made.screens > 5);
  CHECK(made.pictures == made.screens);
  const std::string page = contentOf(folder.path() / "index.html");
  const std::string reset = "en/640x400/light/staff-reset.png";
  CHECK(page.find("\"" + reset + "\"") != std::string::npos);
  CHECK(contentOf(folder.path() / reset).starts_with("\x89PNG"));
}

TEST_CASE("a gallery that cannot be written says where it stopped") {
  const tests::TemporaryFolder folder;
  std::ofstream(folder.path() / "en") << "in the way";
  GalleryOrder order{folder.path(), {{}, {"640x400"}}, {"staff"}};
  const GalleryMade made = makeGallery(order, [](const GallerySeries&) {});
  REQUIRE(made.failed);
  CHECK(made.pictures == 0);
}

TEST_CASE("the gallery's page needs nothing but the pictures beside it") {
  const std::string page =
      indexPage({{"visit", "a <b> & \"c\"", {}}}, {{"en", "1280x800", "light"}});
  CHECK(page.find("http") == std::string::npos);
  CHECK(page.find("a &lt;b> &amp; &quot;c&quot;") != std::string::npos);
  CHECK(page.find("<h2>visit</h2>") != std::string::npos);
  CHECK(page.find("<h2>desk</h2>") == std::string::npos);
}

TEST_CASE("without a choice every language, size and look stands beside the first of all") {
  const auto series = gallerySeries({});
  CHECK(wordsOf(series, &GallerySeries::language).size() == kLanguages.size());
  CHECK(wordsOf(series, &GallerySeries::size).size() == galleryPanels().size());
  CHECK(wordsOf(series, &GallerySeries::look).size() == galleryLooks().size());
  CHECK(series.size() == kLanguages.size() + galleryPanels().size() + galleryLooks().size() - 2);
  GalleryChoice all;
  all.all = true;
  CHECK(gallerySeries(all).size() ==
        kLanguages.size() * galleryPanels().size() * galleryLooks().size());
  CHECK(gallerySeries({{"de", "fr"}, {"1024x600"}}).size() == 2);
}

TEST_CASE("a look is known by its name, whatever a student may ask for") {
  std::set<std::string> names;
  for (std::size_t theme = 0; theme < kThemeIds.size(); ++theme) {
    for (std::size_t text = 0; text < kTextSteps; ++text) {
      for (const bool low : {false, true}) {
        for (const bool left : {false, true}) {
          const Look look{static_cast<TextStep>(text), static_cast<ThemeName>(theme), low, left};
          INFO(lookName(look));
          CHECK(lookNamed(lookName(look)) == look);
          names.insert(lookName(look));
        }
      }
    }
  }
  CHECK(names.size() == 64);
  CHECK(lookNamed("pink") == Look{});
}

TEST_CASE("what is said of a look holds in every picture, and is in the page's choice") {
  GalleryChoice choice;
  choice.themes = {"light", "dark"};
  choice.texts = {"normal", "largest"};
  choice.controlsLow = true;
  choice.leftHand = true;
  const auto series = gallerySeries(choice);
  CHECK(wordsOf(series, &GallerySeries::look) ==
        std::set<std::string>{"light-low-left-hand", "light-largest-low-left-hand",
                              "dark-low-left-hand", "dark-largest-low-left-hand"});
  const std::string page = indexPage({{"visit", "code", {}}}, series);
  CHECK(page.find("<option>dark-largest-low-left-hand</option>") != std::string::npos);
  CHECK(page.find("en/1280x800/light-low-left-hand/visit-code.png") != std::string::npos);
  GalleryChoice large;
  large.texts = {"large"};
  CHECK(gallerySeries(large).front().look == "light-large");
  CHECK(gallerySeries(large).size() == 1);
}

TEST_CASE("a demo that gets no folder of its own ends, and uses none that is not its own") {
  const char* before = ::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("TMPDIR", "/proc", 1);  // Nobody makes a folder there, not even root.
  CHECK_THROWS_AS(DemoFolder(), std::filesystem::filesystem_error);
  before == nullptr ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", kept.c_str(), 1);
  CHECK(std::filesystem::is_directory(DemoFolder().path()));
}

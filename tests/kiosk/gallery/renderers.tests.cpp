// The processor's pictures beside OpenGL's, of every screen.
#include <stdlib.h>

#include <algorithm>
#include <cstdio>
#include <span>

#include "kiosk/domain/language.h"
#include "kiosk/gallery/rehearsal.h"
#include "kiosk/gallery/screens.h"
#include "kiosk/guide/guide.h"
#include "kiosk/ui/studio.h"
#include "platform/display/canvas.h"
#include "platform/display/gl_renderer.h"
#include "platform/display/presenter.h"
#include "platform/display/versions.h"
#include "tests/support/catch.h"
#include "tests/support/display.h"
#include "tests/support/foreign_leaks.h"

using namespace hallpass;

namespace {

constexpr platform::PixelSize kSmallScreen{800, 500};
/// What is rounded otherwise shows in the next shade.
constexpr int kFar = 12;
/// An edge that lies on the middle of a row of pixels to a 500th of one may fall to either side: so
/// many channels of the 1.2 million may be far apart, on all but a few screens.
constexpr int kMostFar = 600;
constexpr int kFewScreens = 4;
constexpr std::size_t kAtOnce = 64;  ///< So many pictures are kept: 1.6 MB each.

/// A window with OpenGL on a display of its own; its context is the current one.
class GlScreen {
 public:
  GlScreen() {
    ::setenv("DISPLAY", display_.name().c_str(), 1);
    platform::chooseX11();
    REQUIRE(glfwInit() == GLFW_TRUE);
    window_ = platform::makeWindow({kSmallScreen, "OpenGL", true, platform::RendererChoice::Gl});
    REQUIRE(window_ != nullptr);
    glfwMakeContextCurrent(window_);
  }
  ~GlScreen() {
    glfwDestroyWindow(window_);
    glfwTerminate();
  }
  GlScreen(const GlScreen&) = delete;
  GlScreen& operator=(const GlScreen&) = delete;

 private:
  tests::Display display_{{kSmallScreen.width, kSmallScreen.height}};
  GLFWwindow* window_ = nullptr;
};

/// The pictures of some screens. One studio at a time.
std::vector<platform::Pixels> painted(const std::span<const GalleryScreen> screens,
                                      const std::u32string& characters,
                                      const Studio::MakeRenderer& renderer) {
  std::vector<platform::Pixels> pictures;
  Studio studio({kSmallScreen, 3.78}, {assetsFolder() / "illustrations", localeFolder()}, renderer);
  for (const GalleryScreen& screen : screens) {
    if (!screen.opened.empty()) (void)studio.tap(screen.view, screen.opened);
    pictures.push_back(studio.draw(screen.view, characters));
  }
  return pictures;
}

/// How two pictures differ, over red, green and blue, 0 to 255.
struct Difference {
  int largest = 0;
  int far = 0;  ///< Channels that are more than kFar apart.
  double sum = 0;
  double channels = 0;

  void add(const platform::Pixels& one, const platform::Pixels& other) {
    REQUIRE(one.bytes.size() == other.bytes.size());
    for (std::size_t i = 0; i < one.bytes.size(); ++i) {
      const int apart = std::abs(int{one.bytes[i]} - int{other.bytes[i]});
      largest = std::max(largest, apart);
      if (apart > kFar) ++far;
      sum += apart;
    }
    channels += static_cast<double>(one.bytes.size()) * 3 / 4;
  }
  [[nodiscard]] double mean() const { return sum / channels; }
};

std::u32string charactersOf(const std::vector<GalleryScreen>& screens) {
  std::u32string all;
  for (const GalleryScreen& screen : screens) all += screen.characters;
  return all;
}

}  // namespace

TEST_CASE("the processor draws every screen as OpenGL does") {
  const tests::ForeignLeaks mesas;
  platform::useCatalogues(localeFolder(), {"hallpass", "guides"});
  platform::setLanguage("en");
  std::vector<std::string> missing;
  const std::vector<GalleryScreen> screens = galleryScreens(missing);
  const std::u32string characters = charactersOf(screens);
  const GlScreen screen;
  Difference all;
  std::string most;
  int onEdges = 0;
  for (std::size_t first = 0; first < screens.size(); first += kAtOnce) {
    const std::span part =
        std::span(screens).subspan(first, std::min(kAtOnce, screens.size() - first));
    const auto card =
        painted(part, characters, [] { return std::make_unique<platform::GlRenderer>(); });
    const auto processor =
        painted(part, characters, [] { return std::make_unique<platform::Canvas>(); });
    for (std::size_t i = 0; i < part.size(); ++i) {
      Difference its;
      its.add(card[i], processor[i]);
      const std::string name = part[i].group + " " + part[i].name;
      INFO(name << ": largest " << its.largest << ", mean " << its.mean() << ", far " << its.far);
      CHECK(its.mean() < 0.4);
      if (its.far > kMostFar) ++onEdges;
      if (its.largest > all.largest) most = name;
      all = {std::max(all.largest, its.largest), std::max(all.far, its.far), all.sum + its.sum,
             all.channels + its.channels};
    }
  }
  std::printf(
      "%zu screens: largest difference %d of 255 (%s), mean %.5f, at most %d channels more than "
      "%d\n",
      screens.size(), all.largest, most.c_str(), all.mean(), all.far, kFar);
  CHECK(onEdges <= kFewScreens);
  CHECK(all.mean() < 0.02);
  CHECK(screens.size() > 150);
  platform::useCatalogues({}, {});
}

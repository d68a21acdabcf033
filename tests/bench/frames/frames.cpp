// How long a frame of each screen takes, drawn by the processor and by OpenGL, and what memory it
// asks for once it was drawn. Measures, asserts nothing: ./bench frames [EVERY], which takes each
// EVERY-th screen for OpenGL.
#include <stdlib.h>
#include <time.h>

#include <cstdio>
#include <ctime>
#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <stdexcept>
#include <utility>

#include "kiosk/gallery/rehearsal.h"
#include "kiosk/gallery/screens.h"
#include "kiosk/guide/guide.h"
#include "kiosk/ui/studio.h"
#include "platform/base/translation.h"
#include "platform/display/canvas.h"
#include "platform/display/gl_renderer.h"
#include "platform/display/gl_window.h"
#include "platform/display/presenter.h"
#include "platform/display/versions.h"
#include "tests/bench/samples.h"
#include "tests/support/display.h"

namespace {

using namespace tests;
using namespace hallpass;

long allocations = 0;

}  // namespace

void* operator new(std::size_t bytes) {
  ++allocations;
  if (void* memory = std::malloc(bytes)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*bytes*/) noexcept { std::free(memory); }

namespace {

/// Has another renderer draw, and calls `around` in place of each frame.
class Watched : public platform::Renderer {
 public:
  using Frame = std::function<void(platform::Renderer&, const ImDrawData&, ImU32)>;

  Watched(std::unique_ptr<platform::Renderer> inner, Frame around)
      : inner_(std::move(inner)), around_(std::move(around)) {
    ImGui::GetIO().UserData = this;
  }

  void reloadLetters() override { inner_->reloadLetters(); }
  [[nodiscard]] unsigned keep(platform::Pixels picture) override {
    return inner_->keep(std::move(picture));
  }
  void drop(unsigned picture) override { inner_->drop(picture); }
  void draw(const ImDrawData& data, ImU32 ground) override { around_(*inner_, data, ground); }
  [[nodiscard]] const platform::Pixels& picture() override { return none_; }

 private:
  std::unique_ptr<platform::Renderer> inner_;
  Frame around_;
  platform::Pixels none_;
};

/// Without another clock, what it took of the processor, on all cores together: others that use the
/// machine do not count.
template <class Act>
double timeOf(const Act& act, clockid_t clock = CLOCK_PROCESS_CPUTIME_ID) {
  const auto now = [&] {
    std::timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
  };
  const double start = now();
  act();
  return now() - start;
}

struct Screens {
  std::vector<GalleryScreen> all;
  std::u32string characters;
};

Screens theScreens() {
  Screens screens;
  std::vector<std::string> missing;
  screens.all = galleryScreens(missing);
  for (const GalleryScreen& screen : screens.all) screens.characters += screen.characters;
  return screens;
}

void drawAll(const Screens& screens, platform::PixelSize size, std::size_t every,
             const Studio::MakeRenderer& renderer) {
  // A screen of 24 inches, whatever its pixels.
  const Studio::Panel panel{size, size.width / 527.0};
  Studio studio(panel, {assetsFolder() / "illustrations", localeFolder()}, renderer);
  for (std::size_t i = 0; i < screens.all.size(); i += every) {
    const GalleryScreen& screen = screens.all[i];
    if (!screen.opened.empty()) (void)studio.tap(screen.view, screen.opened);
    (void)studio.draw(screen.view, screens.characters);
  }
}

struct ProcessorTimes {
  Samples whole;
  Samples wholeByClock;
  Samples changed;
  Samples same;
  long allocations = 0;
};

ProcessorTimes byProcessor(const Screens& screens, platform::PixelSize size) {
  ProcessorTimes times;
  drawAll(screens, size, 1, [&] {
    return std::make_unique<Watched>(
        std::make_unique<platform::Canvas>(platform::Canvas::Order::BlueFirst),
        [&](platform::Renderer& inner, const ImDrawData& data, ImU32 ground) {
          const auto draw = [&] { inner.draw(data, ground); };
          times.changed.add(timeOf(draw));
          const long before = allocations;
          const double same = timeOf(draw);
          inner.reloadLetters();
          const double whole = timeOf(draw);
          inner.reloadLetters();
          const double byClock = timeOf(draw, CLOCK_MONOTONIC);
          times.allocations += allocations - before;
          times.same.add(same);
          times.whole.add(whole);
          times.wholeByClock.add(byClock);
        });
  });
  return times;
}

Samples byCard(const Screens& screens, platform::PixelSize size, std::size_t every) {
  Samples times;
  drawAll(screens, size, every, [&] {
    return std::make_unique<Watched>(
        std::make_unique<platform::GlRenderer>(),
        [&](platform::Renderer& inner, const ImDrawData& data, ImU32 ground) {
          auto& gl = dynamic_cast<platform::GlRenderer&>(inner);
          const auto draw = [&] {
            inner.draw(data, ground);
            gl.finish();
          };
          draw();
          times.add(timeOf(draw));
        });
  });
  return times;
}

void measure(const Screens& screens, platform::PixelSize size, std::size_t every) {
  const ProcessorTimes cpu = byProcessor(screens, size);
  std::printf("%dx%d, %zu screens, ms of processor time: median (least-most)\n", size.width,
              size.height, screens.all.size());
  std::printf("  processor, the whole screen        %s\n", cpu.whole.text().c_str());
  std::printf("  the same, by the clock             %s\n", cpu.wholeByClock.text().c_str());
  std::printf("  processor, what changed            %s\n", cpu.changed.text().c_str());
  std::printf("  processor, nothing changed         %s\n", cpu.same.text().c_str());
  std::printf("  memory asked for, but where changed %ld times\n", cpu.allocations);
  Display display({size.width, size.height});
  ::setenv("DISPLAY", display.name().c_str(), 1);
  platform::chooseX11();
  if (glfwInit() == GLFW_FALSE) throw std::runtime_error("no display");
  GLFWwindow* window = platform::makeWindow({size, "OpenGL", true, platform::RendererChoice::Gl});
  if (window == nullptr) throw std::runtime_error("no OpenGL");
  glfwMakeContextCurrent(window);
  std::printf("  OpenGL%s, the whole screen  %s\n\n",
              platform::isSoftwareGl(window) ? " (software)" : "           ",
              byCard(screens, size, every).text().c_str());
  glfwDestroyWindow(window);
  glfwTerminate();
}

}  // namespace

int main(int count, char** words) try {
  const int every = count == 2 ? std::atoi(words[1]) : 8;
  if (count > 2 || every < 1) {
    std::fprintf(stderr, "usage: frames [EVERY]\n");
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  platform::useCatalogues(localeFolder(), {"hallpass", "guides"});
  platform::setLanguage("en");
  const Screens screens = theScreens();
  for (const platform::PixelSize size : {platform::PixelSize{1920, 1080}, {3840, 2160}}) {
    measure(screens, size, static_cast<std::size_t>(every));
  }
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "frames: %s\n", problem.what());
  return 1;
}

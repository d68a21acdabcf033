#include "platform/display/window.h"

#include <backends/imgui_impl_glfw.h>
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "platform/display/real_size.h"
#include "platform/display/versions.h"
#include "platform/display/window_parts.h"

namespace platform {
namespace {

constexpr int kSettlingFrames = 3;

/// A screen that changes twice in a moment is told of once; the second look finds what it became.
constexpr std::chrono::milliseconds kLookAgain{2000};
/// So long after something was told that is no input: it may have been of the screen.
constexpr std::chrono::milliseconds kLooking{10'000};
/// A wait that ended so much sooner than it would by itself was ended by something.
constexpr std::chrono::milliseconds kEarly{50};
/// Otherwise: nothing that is done for nothing may keep a machine awake.
constexpr std::chrono::milliseconds kLookRarely{60'000};

double pixelsPerMmNow(const std::optional<PixelSize>& screenMm) {
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
  const PixelSize pixels = mode == nullptr ? PixelSize{} : PixelSize{mode->width, mode->height};
  if (screenMm) return pixelsPerMmOf(pixels, *screenMm, SizeSource::Settings);
  PixelSize mm;
  if (mode != nullptr) glfwGetMonitorPhysicalSize(monitor, &mm.width, &mm.height);
  return pixelsPerMmOf(pixels, mm, SizeSource::Display);
}

/// Installed before ImGui's own callbacks, which call these in turn.
void installCallbacks(GLFWwindow* window) {
  glfwSetScrollCallback(window, [](auto* w, double, double) { ownerOf(w)->noteActivity(); });
  glfwSetFramebufferSizeCallback(window, [](auto* w, int, int) { ownerOf(w)->noteActivity(); });
  glfwSetWindowRefreshCallback(window, [](auto* w) { ownerOf(w)->noteUncovered(); });
  glfwSetWindowCloseCallback(window, [](auto* w) { ownerOf(w)->noteCloseAsked(); });
}

void startImGui(GLFWwindow* window) {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().LogFilename = nullptr;
  ImGui_ImplGlfw_InitForOther(window, true);
}

/// Why there is no window for what was to draw in it.
std::string sentenceWithout(RendererChoice renderer) {
  if (renderer == RendererChoice::Cpu) {
    return "The processor draws only on X displays of 24 bits a pixel. Change the display, or set "
           "another renderer.";
  }
  return "No window with OpenGL 3.0 could be opened. Install Mesa's drivers (libgl1-mesa-dri) and "
         "start again.";
}

}  // namespace

std::chrono::milliseconds windowTime() {
  return std::chrono::milliseconds(static_cast<std::int64_t>(glfwGetTime() * 1000.0));
}

Window* ownerOf(GLFWwindow* window) {
  return static_cast<Window*>(glfwGetWindowUserPointer(window));
}

Result<std::unique_ptr<Window>, std::string> Window::open(const WindowOptions& options) {
  chooseX11();
  if (glfwInit() == GLFW_FALSE) {
    return std::string(
        "No X display could be opened. Start it inside an X session, or on a "
        "machine without one call ./run, which brings its own.");
  }
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
  if (mode == nullptr) {
    glfwTerminate();
    return std::string("The X display has no screen. Connect one and start again.");
  }
  const PixelSize size = options.windowed.value_or(PixelSize{mode->width, mode->height});
  GLFWwindow* window =
      makeWindow({size, options.title.c_str(), options.windowed.has_value(), options.renderer});
  if (window == nullptr) {
    glfwTerminate();
    return sentenceWithout(options.renderer);
  }
  return std::unique_ptr<Window>(new Window(window, options));
}

Window::Window(GLFWwindow* window, const WindowOptions& options)
    : window_(window), screenMm_(options.screenMm), pixelsPerMm_(pixelsPerMmNow(options.screenMm)) {
  glfwSetWindowUserPointer(window_, this);
  installCallbacks(window_);
  startImGui(window_);
  presenter_ = presenterFor(window_);
  installInput(window_);
  if (!options.windowed) fullScreen_.emplace(window_);
}

Window::~Window() {
  presenter_.reset();
  removeInput();
  ImGui_ImplGlfw_Shutdown();
  ImGui::DestroyContext();
  glfwDestroyWindow(window_);
  glfwTerminate();
}

PixelSize Window::size() const {
  PixelSize size;
  glfwGetFramebufferSize(window_, &size.width, &size.height);
  return size;
}

void Window::run(const FrameHandlers& handlers, const Clock& clock) {
  int unsettled = kSettlingFrames;
  while (!closing_ && glfwWindowShouldClose(window_) == GLFW_FALSE) {
    if (unsettled == 0) waitForWork(handlers, clock);
    if (closing_) return;
    glfwPollEvents();
    pointer_.looked(windowTime());
    if (fitScreen()) active_ = true;
    const bool woken = woken_.exchange(false);
    if (active_ || woken) unsettled = kSettlingFrames;
    active_ = false;
    drawFrame(handlers);
    if (--unsettled == 0) handlers.settled();
  }
}

/// nullopt = until something happens.
void Window::waitForEvents(std::optional<std::chrono::milliseconds> limit) {
  waitsSince_ = windowTime();
  if (limit) {
    glfwWaitEventsTimeout(static_cast<double>(limit->count()) / 1000.0);
  } else {
    glfwWaitEvents();
  }
  waitsSince_.reset();
}

void Window::waitForWork(const FrameHandlers& handlers, const Clock& clock) {
  // Asked once: asked again at that very moment, it would name the one after, and the loop would
  // wait on without having drawn.
  const std::optional<BootTime> deadline = handlers.deadline();
  while (!active_ && !woken_ && !fitScreen()) {
    std::optional<std::chrono::milliseconds> left = nextLook();
    if (deadline) {
      const auto due = *deadline - clock.sinceBoot();
      if (due.count() <= 0) break;
      left = std::min(due, left.value_or(due));
    }
    const auto start = windowTime();
    waitForEvents(left);
    const bool early = !left || windowTime() - start + kEarly < *left;
    if (early && !active_ && !woken_) lookedFrom_ = windowTime();
  }
  active_ = true;
}

/// How long to wait until the screen is looked at again; nullopt where the window is not its own.
std::optional<std::chrono::milliseconds> Window::nextLook() const {
  if (!fullScreen_) return std::nullopt;
  return windowTime() - lookedFrom_ < kLooking ? kLookAgain : kLookRarely;
}

/// Whether the screen is another one than before.
bool Window::fitScreen() {
  if (!fullScreen_ || !fullScreen_->fit()) return false;
  lookedFrom_ = windowTime();
  pixelsPerMm_ = pixelsPerMmNow(screenMm_);
  return true;
}

void Window::noteUncovered() {
  active_ = true;
  if (presenter_) presenter_->uncovered();
}

void Window::noteCloseAsked() {
  active_ = true;
  if (fullScreen_) glfwSetWindowShouldClose(window_, GLFW_FALSE);
}

void Window::wake() {
  woken_ = true;
  glfwPostEmptyEvent();
}

void Window::close() {
  closing_ = true;
  wake();
}

}  // namespace platform

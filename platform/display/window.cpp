#include "platform/display/window.h"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "platform/display/gl_window.h"
#include "platform/display/real_size.h"
#include "platform/display/versions.h"
#include "platform/display/window_parts.h"

namespace platform {
namespace {

constexpr int kSettlingFrames = 3;

/// A screen that changes twice in a moment is told of once; the second look finds what it became.
constexpr std::chrono::milliseconds kLookAgain{2000};

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
  glfwSetWindowRefreshCallback(window, [](auto* w) { ownerOf(w)->noteActivity(); });
  glfwSetWindowCloseCallback(window, [](auto* w) { ownerOf(w)->noteCloseAsked(); });
}

void startImGui(GLFWwindow* window) {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().LogFilename = nullptr;
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui_ImplOpenGL3_Init("#version 130");
  ImGui_ImplOpenGL3_CreateDeviceObjects();
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
      makeGlWindow(size, options.title, options.windowed ? Frame::Decorated : Frame::None);
  if (window == nullptr) {
    glfwTerminate();
    return std::string(
        "No window with OpenGL 3.0 could be opened. Install Mesa's drivers "
        "(libgl1-mesa-dri) and start again.");
  }
  return std::unique_ptr<Window>(new Window(window, options));
}

Window::Window(GLFWwindow* window, const WindowOptions& options)
    : window_(window), screenMm_(options.screenMm), pixelsPerMm_(pixelsPerMmNow(options.screenMm)) {
  glfwSetWindowUserPointer(window_, this);
  glfwMakeContextCurrent(window_);
  glfwSwapInterval(1);
  installCallbacks(window_);
  startImGui(window_);
  installInput(window_);
  if (!options.windowed) fullScreen_.emplace(window_);
}

Window::~Window() {
  dropFontTexture(*ImGui::GetIO().Fonts);
  ImGui_ImplOpenGL3_Shutdown();
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
    if (!deadline && !fullScreen_) {
      waitForEvents(std::nullopt);
      continue;
    }
    const auto left = deadline ? *deadline - clock.sinceBoot() : kLookAgain;
    if (left.count() <= 0) break;
    waitForEvents(fullScreen_ ? std::min(left, kLookAgain) : left);
  }
  active_ = true;
}

/// Whether the screen is another one than before.
bool Window::fitScreen() {
  if (!fullScreen_ || !fullScreen_->fit()) return false;
  pixelsPerMm_ = pixelsPerMmNow(screenMm_);
  return true;
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

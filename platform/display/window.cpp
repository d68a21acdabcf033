#include "platform/display/window.h"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include "platform/display/canvas.h"
#include "platform/display/gl_window.h"
#include "platform/display/real_size.h"
#include "platform/display/versions.h"

// The few calls of OpenGL 1.1 that clear and size the picture.
#include <GL/gl.h>

namespace platform {
namespace {

constexpr int kSettlingFrames = 3;
constexpr int kMostRebuilds = 4;

/// How far a bounce of a finger may lie from where it was let go; targets are further apart.
constexpr double kSpotMm = 5;
/// A wait that took longer found nothing that was there before it.
constexpr std::chrono::milliseconds kWaits{5};

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

std::chrono::milliseconds windowTime() {
  return std::chrono::milliseconds(static_cast<std::int64_t>(glfwGetTime() * 1000.0));
}

Window* ownerOf(GLFWwindow* window) {
  return static_cast<Window*>(glfwGetWindowUserPointer(window));
}

/// Installed before ImGui's own callbacks, which call these in turn.
void installCallbacks(GLFWwindow* window) {
  glfwSetScrollCallback(window, [](auto* w, double, double) { ownerOf(w)->noteActivity(); });
  glfwSetFramebufferSizeCallback(window, [](auto* w, int, int) { ownerOf(w)->noteActivity(); });
  glfwSetWindowRefreshCallback(window, [](auto* w) { ownerOf(w)->noteActivity(); });
  glfwSetWindowCloseCallback(window, [](auto* w) { ownerOf(w)->noteCloseAsked(); });
}

/// What takeTyped() calls a key that types no character; 0 = nothing.
char32_t typedBy(int key, bool again, bool shift) {
  switch (key) {
    case GLFW_KEY_BACKSPACE:
      return kEraseKey;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return again ? 0 : kEnterKey;
    case GLFW_KEY_F10:
      return again ? 0 : kMenuKey;
    case GLFW_KEY_ESCAPE:
      return again ? 0 : kEscapeKey;
    case GLFW_KEY_TAB:
      return shift ? kBackTabKey : kTabKey;
    case GLFW_KEY_UP:
      return kUpKey;
    case GLFW_KEY_DOWN:
      return kDownKey;
    case GLFW_KEY_LEFT:
      return kLeftKey;
    case GLFW_KEY_RIGHT:
      return kRightKey;
    default:
      return 0;
  }
}

/// The same of the keys that speech is set by.
char32_t speechKey(int key, int action) {
  if (key < GLFW_KEY_F1 || key > GLFW_KEY_F6 || action == GLFW_REPEAT) return 0;
  if (action == GLFW_PRESS) return kF1Key + static_cast<char32_t>(key - GLFW_KEY_F1);
  return key == GLFW_KEY_F1 ? kF1UpKey : 0;
}

/// Installed in place of ImGui's: what is typed comes by takeTyped(), and ImGui has keys of its own
/// (Ctrl+Tab lists its windows).
void installKeyCallbacks(GLFWwindow* window) {
  glfwSetKeyCallback(window, [](auto* w, int key, int, int action, int mods) {
    if (const char32_t speech = speechKey(key, action); speech != 0) {
      ownerOf(w)->noteTyped(speech);
    }
    if (action == GLFW_RELEASE) return;
    const bool again = action == GLFW_REPEAT;
    if (key == GLFW_KEY_SPACE) ownerOf(w)->noteSpace(again);
    const char32_t typed = typedBy(key, again, (mods & GLFW_MOD_SHIFT) != 0);
    if (typed != 0) ownerOf(w)->noteTyped(typed);
  });
  glfwSetCharCallback(window,
                      [](auto* w, unsigned character) { ownerOf(w)->noteTyped(character); });
}

/// Installed in place of ImGui's, which would ask where the pointer is now, not where it was
/// tapped.
void installPointerCallbacks(GLFWwindow* window) {
  glfwSetCursorPosCallback(window, [](auto* w, double x, double y) {
    ownerOf(w)->notePointerAt(static_cast<float>(x), static_cast<float>(y));
  });
  glfwSetMouseButtonCallback(window, [](auto* w, int button, int action, int) {
    if (button == GLFW_MOUSE_BUTTON_LEFT) ownerOf(w)->notePointerDown(action == GLFW_PRESS);
  });
}

void startImGui(GLFWwindow* window) {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().LogFilename = nullptr;
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui_ImplOpenGL3_Init("#version 130");
  ImGui_ImplOpenGL3_CreateDeviceObjects();
}

// Of OpenGL 3.3 and GL_ARB_texture_swizzle; GL/gl.h may not name them.
constexpr GLenum kSwizzle = 0x8E46;
constexpr GLint kOneChannel = 0x8229;  // GL_R8

/// The texture that holds the glyphs; 0 = none of ours. The atlas forgets it whenever it is built.
GLuint glyphTexture = 0;

/// Glyphs are one channel, alpha; ImGui's own upload makes four of it, and all of Japanese would
/// take 100 MB.
void uploadAlpha(ImFontAtlas& atlas) {
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
  glGenTextures(1, &glyphTexture);
  glBindTexture(GL_TEXTURE_2D, glyphTexture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  const std::array<GLint, 4> whiteWithAlpha{GL_ONE, GL_ONE, GL_ONE, GL_RED};
  glTexParameteriv(GL_TEXTURE_2D, kSwizzle, whiteWithAlpha.data());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, kOneChannel, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glBindTexture(GL_TEXTURE_2D, 0);
  // NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui keeps the names of textures as pointers.
  atlas.SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(glyphTexture)));
}

void dropFontTexture(ImFontAtlas& atlas) {
  ImGui_ImplOpenGL3_DestroyFontsTexture();  // ImGui's own, where it made one.
  if (glyphTexture != 0) glDeleteTextures(1, &glyphTexture);
  glyphTexture = 0;
  atlas.SetTexID(nullptr);
}

}  // namespace

bool acceptKeyHeld() {
  GLFWwindow* window = glfwGetCurrentContext();
  if (window == nullptr) return false;
  const std::array keys{GLFW_KEY_ENTER, GLFW_KEY_KP_ENTER, GLFW_KEY_SPACE};
  return std::any_of(keys.begin(), keys.end(),
                     [&](int key) { return glfwGetKey(window, key) == GLFW_PRESS; });
}

void reloadFontTexture() {
  // A canvas reads the letters where ImGui has them.
  if (ImGui::GetIO().BackendRendererUserData == nullptr || Canvas::current() != nullptr) return;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  dropFontTexture(atlas);
  if (glfwExtensionSupported("GL_ARB_texture_swizzle") != GLFW_FALSE) {
    uploadAlpha(atlas);
  } else {
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  atlas.ClearTexData();
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
  installKeyCallbacks(window_);
  installPointerCallbacks(window_);
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

void Window::drawFrame(const FrameHandlers& handlers) {
  for (int build = 0; build < kMostRebuilds; ++build) {
    handlers.prepare();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    takePointerChange();
    ImGui::NewFrame();
    if (!handlers.draw()) break;
    if (build + 1 < kMostRebuilds) ImGui::EndFrame();
  }
  ImGui::Render();
  const PixelSize pixels = size();
  glViewport(0, 0, pixels.width, pixels.height);
  const ImVec4& ground = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
  glClearColor(ground.x, ground.y, ground.z, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window_);
  if (graphicsWereReset()) throw std::runtime_error("The graphics card was reset: start anew.");
  if (!handlers.presented) return;
  glFinish();
  handlers.presented();
}

std::u32string Window::takeTyped() { return std::exchange(typed_, {}); }

void Window::noteTyped(char32_t character) {
  active_ = true;
  if (character == U' ' && std::exchange(spaceAgain_, false)) return;
  typed_.push_back(character);
}

void Window::notePointerAt(float x, float y) {
  active_ = true;
  pointer_.moved(x, y);
}

void Window::notePointerDown(bool down) {
  active_ = true;
  // A finger where the pointer stood already moves nothing.
  if (pointer_.newest().x < 0) {
    double x = 0;
    double y = 0;
    glfwGetCursorPos(window_, &x, &y);
    pointer_.moved(static_cast<float>(x), static_cast<float>(y));
  }
  // A wait ends at once, so what ends one that was under way happens now.
  const auto now = windowTime();
  if (waitsSince_ && now - *waitsSince_ >= kWaits) pointer_.looked(now);
  pointer_.changed(down, now, static_cast<float>(kSpotMm * pixelsPerMm_));
}

void Window::takePointerChange() {
  if (pointer_.waiting()) active_ = true;
  const PointerState pointer = pointer_.next();
  givePointer(ImGui::GetIO(), pointer.x, pointer.y, pointer.down);
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

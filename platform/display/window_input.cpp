// The window's keys and its pointer.
#include <backends/imgui_impl_glfw.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <utility>

#include "platform/display/versions.h"
#include "platform/display/window.h"
#include "platform/display/window_parts.h"

namespace platform {
namespace {

/// How far a bounce of a finger may lie from where it was let go; targets are further apart.
constexpr double kSpotMm = 5;
/// A wait that took longer found nothing that was there before it.
constexpr std::chrono::milliseconds kWaits{5};

/// The one whose keys acceptKeyHeld() asks about.
GLFWwindow* withKeys = nullptr;

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

void installPointerCallbacks(GLFWwindow* window) {
  glfwSetCursorPosCallback(window, [](auto* w, double x, double y) {
    ownerOf(w)->notePointerAt(static_cast<float>(x), static_cast<float>(y));
  });
  glfwSetMouseButtonCallback(window, [](auto* w, int button, int action, int) {
    if (button == GLFW_MOUSE_BUTTON_LEFT) ownerOf(w)->notePointerDown(action == GLFW_PRESS);
  });
}

}  // namespace

void installInput(GLFWwindow* window) {
  withKeys = window;
  installKeyCallbacks(window);
  installPointerCallbacks(window);
}

void removeInput() { withKeys = nullptr; }

bool acceptKeyHeld() {
  if (withKeys == nullptr) return false;
  const std::array keys{GLFW_KEY_ENTER, GLFW_KEY_KP_ENTER, GLFW_KEY_SPACE};
  return std::any_of(keys.begin(), keys.end(),
                     [](int key) { return glfwGetKey(withKeys, key) == GLFW_PRESS; });
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

}  // namespace platform

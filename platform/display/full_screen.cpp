#include "platform/display/full_screen.h"

#include <X11/Xlib.h>
#include <imgui.h>

#include "platform/display/screen_cover.h"
#include "platform/display/versions.h"

// Of GLFW/glfw3native.h, which would want the headers of XRandR too.
extern "C" {
Display* glfwGetX11Display();
Window glfwGetX11Window(GLFWwindow* window);
}

namespace platform {
namespace {

/// GLFW hears of screens that come and go, but not of one that gets another size: its loop waits on
/// unless the server tells this program of the root window too.
void hearOfNewSizes() {
  Display* display = glfwGetX11Display();
  XWindowAttributes root;
  if (XGetWindowAttributes(display, XDefaultRootWindow(display), &root) == 0) return;
  XSelectInput(display, XDefaultRootWindow(display), root.your_event_mask | StructureNotifyMask);
}

/// GLFW offers every window as a place to drop files on.
void refuseDrops(GLFWwindow* window) {
  Display* display = glfwGetX11Display();
  XDeleteProperty(display, glfwGetX11Window(window), XInternAtom(display, "XdndAware", False));
}

}  // namespace

FullScreen::FullScreen(GLFWwindow* window) : window_(window) {
  glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  hearOfNewSizes();
  refuseDrops(window);
  coverScreen(glfwGetX11Display(), glfwGetX11Window(window));
  fit();
  glfwShowWindow(window);
}

FullScreen::Place FullScreen::placeNow() {
  Place place;
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
  if (mode == nullptr) return place;
  place.size = {mode->width, mode->height};
  glfwGetMonitorPos(monitor, &place.x, &place.y);
  int count = 0;
  glfwGetMonitors(&count);
  // The server itself knows best how large its only screen is: the library may know an older size.
  XWindowAttributes root;
  Display* display = glfwGetX11Display();
  if (count == 1 && XGetWindowAttributes(display, XDefaultRootWindow(display), &root) != 0) {
    place = {0, 0, {root.width, root.height}};
  }
  return place;
}

bool FullScreen::fit() {
  const Place now = placeNow();
  if (now == place_ || now.size == PixelSize{}) return false;
  place_ = now;
  glfwSetWindowPos(window_, now.x, now.y);
  glfwSetWindowSize(window_, now.size.width, now.size.height);
  return true;
}

}  // namespace platform

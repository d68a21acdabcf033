#include "platform/display/full_screen.h"

#include <X11/Xlib.h>
#include <imgui.h>

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

FullScreen::FullScreen(GLFWwindow* window)
    : window_(window), place_(placeOf(glfwGetWindowMonitor(window))) {
  glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  hearOfNewSizes();
  refuseDrops(window);
}

FullScreen::Place FullScreen::placeOf(GLFWmonitor* monitor) {
  Place place;
  if (monitor == nullptr) return place;
  if (const GLFWvidmode* mode = glfwGetVideoMode(monitor)) place.size = {mode->width, mode->height};
  glfwGetMonitorPos(monitor, &place.x, &place.y);
  return place;
}

bool FullScreen::fit() {
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const Place now = placeOf(monitor);
  if (now.size == PixelSize{}) return false;
  if (now == place_ && glfwGetWindowMonitor(window_) == monitor) return false;
  place_ = now;
  glfwSetWindowMonitor(window_, monitor, 0, 0, now.size.width, now.size.height, GLFW_DONT_CARE);
  return true;
}

}  // namespace platform

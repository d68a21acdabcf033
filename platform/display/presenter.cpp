#include "platform/display/presenter.h"

#include "platform/display/cpu_presenter.h"
#include "platform/display/gl_presenter.h"
#include "platform/display/gl_window.h"
#include "platform/display/versions.h"
#include "platform/display/window_image.h"

// Of GLFW/glfw3native.h, which would want the headers of XRandR too.
extern "C" {
_XDisplay* glfwGetX11Display();
unsigned long glfwGetX11Window(GLFWwindow* window);
}

namespace platform {
namespace {

std::optional<Canvas::Order> orderOf(GLFWwindow* window) {
  return WindowImage::orderOf(glfwGetX11Display(), glfwGetX11Window(window));
}

GLFWwindow* makePlainWindow(const WindowWish& wish) {
  glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
  GLFWwindow* window =
      glfwCreateWindow(wish.size.width, wish.size.height, wish.title, nullptr, nullptr);
  if (window == nullptr || orderOf(window)) return window;
  glfwDestroyWindow(window);
  return nullptr;
}

/// The processor's own loops are faster than those of OpenGL without a card.
GLFWwindow* makeBestWindow(const WindowWish& wish) {
  if (mayHaveGraphicsCard()) {
    GLFWwindow* window = makeGlWindow(wish);
    if (window != nullptr && !isSoftwareGl(window)) return window;
    if (window != nullptr) glfwDestroyWindow(window);
  }
  GLFWwindow* plain = makePlainWindow(wish);
  return plain != nullptr ? plain : makeGlWindow(wish);
}

}  // namespace

GLFWwindow* makeWindow(const WindowWish& wish) {
  const int framed = wish.framed ? GLFW_TRUE : GLFW_FALSE;
  glfwWindowHint(GLFW_DECORATED, framed);
  glfwWindowHint(GLFW_VISIBLE, framed);
  switch (wish.choice) {
    case RendererChoice::Gl:
      return makeGlWindow(wish);
    case RendererChoice::Cpu:
      return makePlainWindow(wish);
    case RendererChoice::Best:
      return makeBestWindow(wish);
  }
  return nullptr;
}

std::unique_ptr<Presenter> presenterFor(GLFWwindow* window) {
  if (glfwGetWindowAttrib(window, GLFW_CLIENT_API) == GLFW_NO_API) {
    return std::make_unique<CpuPresenter>(glfwGetX11Display(), glfwGetX11Window(window),
                                          *orderOf(window));
  }
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  return std::make_unique<GlPresenter>(window);
}

}  // namespace platform

#include "platform/display/gl_window.h"

#include "platform/display/versions.h"

namespace platform {
namespace {

using ResetStatus = unsigned (*)();

}  // namespace

GLFWwindow* makeGlWindow(PixelSize size, const std::string& title, Frame frame) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
  const int framed = frame == Frame::Decorated ? GLFW_TRUE : GLFW_FALSE;
  glfwWindowHint(GLFW_DECORATED, framed);
  glfwWindowHint(GLFW_VISIBLE, framed);
  GLFWwindow* window = nullptr;
  for (const int robustness : {GLFW_LOSE_CONTEXT_ON_RESET, GLFW_NO_ROBUSTNESS}) {
    glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, robustness);
    window = glfwCreateWindow(size.width, size.height, title.c_str(), nullptr, nullptr);
    if (window != nullptr) break;
  }
  return window;
}

bool graphicsWereReset() {
  if (glfwExtensionSupported("GL_ARB_robustness") == GLFW_FALSE) return false;
  const auto status =
      reinterpret_cast<ResetStatus>(glfwGetProcAddress("glGetGraphicsResetStatusARB"));
  return status != nullptr && status() != 0;  // 0: GL_NO_ERROR
}

}  // namespace platform

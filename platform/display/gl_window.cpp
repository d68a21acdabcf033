#include "platform/display/gl_window.h"

#include <dlfcn.h>
#include <link.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "platform/display/gl_calls.h"
#include "platform/display/presenter.h"
#include "platform/display/versions.h"

namespace platform {
namespace {

using ResetStatus = unsigned (*)();

/// What Mesa calls itself where it draws without a card.
constexpr std::array<std::string_view, 4> kSoftware{"llvmpipe", "softpipe", "swrast",
                                                    "Software Rasterizer"};

/// GLFW lets OpenGL go with its last window. Mesa loses then what it keeps for as long as it is
/// loaded, each time: it is loaded once.
void keepGlLoaded() {
  static const bool kept = ::dlopen("libGLX.so.0", RTLD_LAZY | RTLD_NODELETE) != nullptr;
  static_cast<void>(kept);
}

/// The same of its driver, which Mesa lets go with each context; where none is loaded, nothing
/// happens.
void keepDriverLoaded() {
  std::string driver;
  const auto look = [](dl_phdr_info* library, std::size_t, void* found) {
    const std::string_view path = library->dlpi_name;
    if (path.find("/dri/") == path.npos) return 0;
    *static_cast<std::string*>(found) = path;
    return 1;
  };
  ::dl_iterate_phdr(look, &driver);
  if (!driver.empty()) (void)::dlopen(driver.c_str(), RTLD_LAZY | RTLD_NODELETE);
}

}  // namespace

/// What draws has a node of its own, apart from the one that shows; NVIDIA's own driver has others.
bool mayHaveGraphicsCard() {
  std::error_code none;
  if (std::filesystem::exists("/dev/nvidiactl", none)) return true;
  const std::filesystem::directory_iterator nodes("/dev/dri", none);
  return std::any_of(begin(nodes), end(nodes), [](const auto& node) {
    return node.path().filename().string().starts_with("renderD");
  });
}

GLFWwindow* makeGlWindow(const WindowWish& wish) {
  keepGlLoaded();
  glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_API);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
  GLFWwindow* window = nullptr;
  for (const int robustness : {GLFW_LOSE_CONTEXT_ON_RESET, GLFW_NO_ROBUSTNESS}) {
    glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, robustness);
    window = glfwCreateWindow(wish.size.width, wish.size.height, wish.title, nullptr, nullptr);
    if (window != nullptr) break;
  }
  keepDriverLoaded();
  return window;
}

bool isSoftwareGl(GLFWwindow* window) {
  glfwMakeContextCurrent(window);
  const auto* name = reinterpret_cast<const char*>(GlCalls().getString(GL_RENDERER));
  if (name == nullptr) return true;
  return std::any_of(kSoftware.begin(), kSoftware.end(), [&](std::string_view software) {
    return std::string_view(name).find(software) != std::string_view::npos;
  });
}

bool graphicsWereReset() {
  if (glfwExtensionSupported("GL_ARB_robustness") == GLFW_FALSE) return false;
  const auto status =
      reinterpret_cast<ResetStatus>(glfwGetProcAddress("glGetGraphicsResetStatusARB"));
  return status != nullptr && status() != 0;  // 0: GL_NO_ERROR
}

}  // namespace platform

// What the window shows: its frames, and the letters that the graphics card keeps for them.
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <array>
#include <cstdint>
#include <stdexcept>

#include "platform/display/canvas.h"
#include "platform/display/gl_window.h"
#include "platform/display/versions.h"
#include "platform/display/window.h"
#include "platform/display/window_parts.h"

// The few calls of OpenGL 1.1 that clear and size the picture.
#include <GL/gl.h>

namespace platform {
namespace {

constexpr int kMostRebuilds = 4;

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

}  // namespace

void dropFontTexture(ImFontAtlas& atlas) {
  ImGui_ImplOpenGL3_DestroyFontsTexture();  // ImGui's own, where it made one.
  if (glyphTexture != 0) glDeleteTextures(1, &glyphTexture);
  glyphTexture = 0;
  atlas.SetTexID(nullptr);
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

}  // namespace platform

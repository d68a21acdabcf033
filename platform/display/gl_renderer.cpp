#include "platform/display/gl_renderer.h"

#include <backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "platform/display/versions.h"

namespace platform {
namespace {

// Of OpenGL 1.2, 3.3 and GL_ARB_texture_swizzle; GL/gl.h may not name them.
constexpr GLint kClampToEdge = 0x812F;
constexpr GLenum kSwizzle = 0x8E46;
constexpr GLint kOneChannel = 0x8229;  // GL_R8

}  // namespace

GlRenderer::GlRenderer() {
  ImGui_ImplOpenGL3_Init("#version 130");
  ImGui_ImplOpenGL3_CreateDeviceObjects();
}

GlRenderer::~GlRenderer() {
  dropLetters(*ImGui::GetIO().Fonts);
  ImGui_ImplOpenGL3_Shutdown();
}

/// Glyphs are one channel, alpha; ImGui's own upload makes four of it, and all of Japanese would
/// take 100 MB.
void GlRenderer::uploadAlpha(ImFontAtlas& atlas) {
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
  gl_.genTextures(1, &letters_);
  gl_.bindTexture(GL_TEXTURE_2D, letters_);
  gl_.texParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  gl_.texParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  const std::array<GLint, 4> whiteWithAlpha{GL_ONE, GL_ONE, GL_ONE, GL_RED};
  gl_.texParameteriv(GL_TEXTURE_2D, kSwizzle, whiteWithAlpha.data());
  gl_.pixelStorei(GL_UNPACK_ALIGNMENT, 1);
  gl_.texImage2D(GL_TEXTURE_2D, 0, kOneChannel, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
  gl_.pixelStorei(GL_UNPACK_ALIGNMENT, 4);
  gl_.bindTexture(GL_TEXTURE_2D, 0);
  // NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui keeps the names of textures as pointers.
  atlas.SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(letters_)));
}

void GlRenderer::dropLetters(ImFontAtlas& atlas) {
  ImGui_ImplOpenGL3_DestroyFontsTexture();  // ImGui's own, where it made one.
  if (letters_ != 0) gl_.deleteTextures(1, &letters_);
  letters_ = 0;
  atlas.SetTexID(nullptr);
}

void GlRenderer::reloadLetters() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  dropLetters(atlas);
  if (glfwExtensionSupported("GL_ARB_texture_swizzle") != GLFW_FALSE) {
    uploadAlpha(atlas);
  } else {
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  atlas.ClearTexData();
}

unsigned GlRenderer::keep(Pixels picture) {
  GLuint texture = 0;
  gl_.genTextures(1, &texture);
  gl_.bindTexture(GL_TEXTURE_2D, texture);
  gl_.texParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  gl_.texParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  gl_.texParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, kClampToEdge);
  gl_.texParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, kClampToEdge);
  gl_.texImage2D(GL_TEXTURE_2D, 0, GL_RGBA, picture.size.width, picture.size.height, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, picture.bytes.data());
  gl_.bindTexture(GL_TEXTURE_2D, 0);
  return texture;
}

void GlRenderer::drop(unsigned picture) {
  const GLuint name = picture;
  gl_.deleteTextures(1, &name);
}

void GlRenderer::draw(const ImDrawData& data, ImU32 ground) {
  read_.size = {static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y)};
  gl_.viewport(0, 0, read_.size.width, read_.size.height);
  const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(ground);
  gl_.clearColor(colour.x, colour.y, colour.z, 1.0F);
  gl_.clear(GL_COLOR_BUFFER_BIT);
  ImDrawData drawn = data;
  ImGui_ImplOpenGL3_RenderDrawData(&drawn);
}

/// OpenGL's rows begin at the bottom.
const Pixels& GlRenderer::picture() {
  const auto rowBytes = static_cast<std::ptrdiff_t>(read_.size.width) * 4;
  read_.bytes.resize(static_cast<std::size_t>(rowBytes * read_.size.height));
  gl_.readPixels(0, 0, read_.size.width, read_.size.height, GL_RGBA, GL_UNSIGNED_BYTE,
                 read_.bytes.data());
  for (int top = 0, bottom = read_.size.height - 1; top < bottom; ++top, --bottom) {
    const auto row = read_.bytes.begin() + top * rowBytes;
    std::swap_ranges(row, row + rowBytes, read_.bytes.begin() + bottom * rowBytes);
  }
  for (std::size_t at = 3; at < read_.bytes.size(); at += 4) read_.bytes[at] = 0xFF;
  return read_;
}

}  // namespace platform

#include "platform/display/pictures.h"

#include <imgui.h>

// Textures are of OpenGL 1.1, but for the name of one edge rule.
#include <GL/gl.h>

#include <utility>

#include "platform/display/canvas.h"

namespace platform {
namespace {

std::size_t bytesOf(PixelSize size) {
  return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4;
}

/// Without a renderer nothing is drawn: what stands on the screen is still described.
bool hasRenderer() { return ImGui::GetIO().BackendRendererUserData != nullptr; }

unsigned textureOf(Pixels pixels) {
  if (Canvas* canvas = Canvas::current()) return canvas->keep(std::move(pixels));
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, pixels.size.width, pixels.size.height, 0, GL_RGBA,
               GL_UNSIGNED_BYTE, pixels.bytes.data());
  glBindTexture(GL_TEXTURE_2D, 0);
  return texture;
}

void drop(const std::optional<Pictures::Picture>& picture) {
  if (!picture || picture->texture == 0) return;
  if (Canvas* canvas = Canvas::current()) return canvas->drop(picture->texture);
  glDeleteTextures(1, &picture->texture);
}

}  // namespace

std::optional<Pictures::Picture> Pictures::get(const std::filesystem::path& file, PixelSize room,
                                               const std::string& style) {
  if (room.width < 1 || room.height < 1) return std::nullopt;
  const int frame = ImGui::GetFrameCount();
  const std::string key = file.string() + '\n' + std::to_string(room.width) + 'x' +
                          std::to_string(room.height) + '\n' + style;
  auto known = kept_.find(key);
  if (known == kept_.end()) {
    makeRoom(frame);
    known = kept_.emplace(key, Kept{make(file, room, style), frame}).first;
    if (known->second.picture) bytes_ += bytesOf(known->second.picture->size);
  }
  known->second.frame = frame;
  return known->second.picture;
}

std::optional<Pictures::Picture> Pictures::make(const std::filesystem::path& file, PixelSize room,
                                                const std::string& style) {
  const auto drawing = Drawing::load(file, style);
  if (!drawing) return std::nullopt;
  const PixelSize size = drawing->sizeIn(room);
  if (!hasRenderer()) return Picture{0, size};
  auto pixels = drawing->at(size);
  if (!pixels) return std::nullopt;
  return Picture{textureOf(*std::move(pixels)), size};
}

/// What this frame shows stays: its draw list names the textures.
void Pictures::makeRoom(int frame) {
  if (bytes_ < kMost) return;
  for (auto each = kept_.begin(); each != kept_.end();) {
    if (each->second.frame == frame) {
      ++each;
      continue;
    }
    if (each->second.picture) bytes_ -= bytesOf(each->second.picture->size);
    drop(each->second.picture);
    each = kept_.erase(each);
  }
}

void Pictures::clear() {
  for (const auto& [key, kept] : kept_) drop(kept.picture);
  kept_.clear();
  bytes_ = 0;
}

}  // namespace platform

#include "platform/display/pictures.h"

#include <imgui.h>

#include <utility>

#include "platform/display/renderer.h"

namespace platform {
namespace {

std::size_t bytesOf(PixelSize size) {
  return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4;
}

void drop(const std::optional<Pictures::Picture>& picture) {
  if (!picture || picture->texture == 0) return;
  Renderer::current()->drop(picture->texture);
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
  Renderer* renderer = Renderer::current();
  // Nothing is drawn, but what stands on the screen is still described.
  if (renderer == nullptr) return Picture{0, size};
  auto pixels = drawing->at(size);
  if (!pixels) return std::nullopt;
  return Picture{renderer->keep(*std::move(pixels)), size};
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

#include "platform/display/canvas.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "platform/display/triangle.h"

namespace platform {
namespace {

constexpr const char* kCanvasName = "canvas";

/// The letters of ImGui's atlas: one byte of alpha a pixel.
Texture lettersOf(ImFontAtlas& atlas) {
  unsigned char* bytes = nullptr;
  PixelSize size;
  atlas.GetTexDataAsAlpha8(&bytes, &size.width, &size.height);
  return {bytes, size, 1};
}

Corner cornerOf(const ImDrawVert& vertex, PixelSize texture) {
  const auto channel = [&](unsigned shift) {
    return static_cast<float>((vertex.col >> shift) & 0xFFU);
  };
  return {vertex.pos.x,
          vertex.pos.y,
          {vertex.uv.x * static_cast<float>(texture.width),
           vertex.uv.y * static_cast<float>(texture.height), channel(IM_COL32_R_SHIFT),
           channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT), channel(IM_COL32_A_SHIFT)}};
}

}  // namespace

Canvas::Canvas() {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendRendererUserData = this;
  io.BackendRendererName = kCanvasName;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
}

Canvas::~Canvas() {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendRendererUserData = nullptr;
  io.BackendRendererName = nullptr;
}

Canvas* Canvas::current() {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.BackendRendererName == nullptr ||
      std::string_view(io.BackendRendererName) != kCanvasName) {
    return nullptr;
  }
  return static_cast<Canvas*>(io.BackendRendererUserData);
}

unsigned Canvas::keep(Pixels picture) {
  pictures_.emplace(next_, std::move(picture));
  return next_++;
}

const Pixels& Canvas::draw(const ImDrawData& data, ImU32 ground) {
  pixels_.size = {static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y)};
  pixels_.bytes.resize(static_cast<std::size_t>(pixels_.size.width) *
                       static_cast<std::size_t>(pixels_.size.height) * 4);
  for (std::size_t at = 0; at < pixels_.bytes.size(); at += 4) {
    pixels_.bytes[at] = static_cast<std::uint8_t>(ground >> IM_COL32_R_SHIFT);
    pixels_.bytes[at + 1] = static_cast<std::uint8_t>(ground >> IM_COL32_G_SHIFT);
    pixels_.bytes[at + 2] = static_cast<std::uint8_t>(ground >> IM_COL32_B_SHIFT);
    pixels_.bytes[at + 3] = 0xFF;
  }
  for (int list = 0; list < data.CmdListsCount; ++list) drawList(*data.CmdLists[list]);
  return pixels_;
}

void Canvas::drawList(const ImDrawList& list) {
  const Texture letters = lettersOf(*ImGui::GetIO().Fonts);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback != nullptr) continue;
    Texture texture = letters;
    const auto name = reinterpret_cast<std::uintptr_t>(command.GetTexID());
    if (const auto known = pictures_.find(static_cast<unsigned>(name)); known != pictures_.end()) {
      texture = {known->second.bytes.data(), known->second.size, 4};
    }
    const Clip clip{std::max(0, static_cast<int>(command.ClipRect.x)),
                    std::max(0, static_cast<int>(command.ClipRect.y)),
                    std::min(pixels_.size.width, static_cast<int>(command.ClipRect.z)),
                    std::min(pixels_.size.height, static_cast<int>(command.ClipRect.w))};
    const auto corner = [&](unsigned index) {
      const ImDrawIdx at = list.IdxBuffer[static_cast<int>(command.IdxOffset + index)];
      return cornerOf(list.VtxBuffer[static_cast<int>(command.VtxOffset + at)], texture.size);
    };
    for (unsigned index = 0; index + 2 < command.ElemCount; index += 3) {
      fillTriangle(pixels_, clip, texture, {corner(index), corner(index + 1), corner(index + 2)});
    }
  }
}

}  // namespace platform

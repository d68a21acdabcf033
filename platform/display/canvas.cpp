#include "platform/display/canvas.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "platform/display/rows.h"

namespace platform {
namespace {

/// Rows that are drawn at once: with what lies over each other in the processor's own memory.
constexpr int kBand = 64;
/// Less is drawn before a second thread would have woken.
constexpr int kWorthTwo = 512 * 512;

/// The letters of ImGui's atlas: one byte of alpha a pixel.
Texture lettersNow() {
  unsigned char* bytes = nullptr;
  PixelSize size;
  ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&bytes, &size.width, &size.height);
  return {bytes, size, 1};
}

void swapRedAndBlue(std::vector<std::uint8_t>& bytes) {
  for (std::size_t at = 0; at + 3 < bytes.size(); at += 4) std::swap(bytes[at], bytes[at + 2]);
}

std::uint32_t inOrder(ImU32 colour, Canvas::Order order) {
  const std::uint32_t red = (colour >> IM_COL32_R_SHIFT) & 0xFFU;
  const std::uint32_t green = (colour >> IM_COL32_G_SHIFT) & 0xFFU;
  const std::uint32_t blue = (colour >> IM_COL32_B_SHIFT) & 0xFFU;
  const bool redFirst = order == Canvas::Order::RedFirst;
  return (redFirst ? red : blue) | green << 8 | (redFirst ? blue : red) << 16 | 0xFF000000;
}

void copyPiece(const Surface& onto, const Piece& piece, const Area& area, const Texture& texture) {
  const int count = area.right - area.left;
  for (int y = area.top; y < area.bottom; ++y) {
    const std::uint8_t* from = texture.at(area.left + piece.textureX, y + piece.textureY);
    if (texture.bytesPerPixel == 1) {
      blendMask(onto.at(area.left, y), from, count, piece.colour);
    } else {
      blendPicture(onto.at(area.left, y), from, count, piece.colour);
    }
  }
}

void drawPiece(const Surface& onto, const Piece& piece, const Area& area, const Texture& texture) {
  switch (piece.kind) {
    case Piece::Kind::Fill:
      for (int y = area.top; y < area.bottom; ++y) {
        blendRow(onto.at(area.left, y), area.right - area.left, piece.colour);
      }
      return;
    case Piece::Kind::Copy:
      return copyPiece(onto, piece, area, texture);
    case Piece::Kind::Triangle:
      return fillTriangle(onto, area, texture, piece.corners);
  }
}

}  // namespace

void Canvas::drawOn(const Surface& surface) {
  own_ = {};
  surface_ = surface;
  damage_.forget();
}

void Canvas::fitOwn(PixelSize size) {
  if (surface_.bytes != nullptr && surface_.bytes != own_.bytes.data()) return;
  if (surface_.bytes != nullptr && own_.size == size) return;
  own_.size = size;
  own_.bytes.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) *
                    4);
  surface_ = {own_.bytes.data(), size, size.width * 4};
}

void Canvas::reloadLetters() {
  ++letters_;
  damage_.forget();
}

unsigned Canvas::keep(Pixels picture) {
  if (order_ == Order::BlueFirst) swapRedAndBlue(picture.bytes);
  pictures_.emplace(next_, std::move(picture));
  return next_++;
}

void Canvas::draw(const ImDrawData& data, ImU32 ground) {
  const PixelSize size{static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y)};
  fitOwn(size);
  const Texture letters = lettersNow();
  pieces_.gather(data, surface_.size, order_ == Order::BlueFirst,
                 [&](ImTextureID id) -> FramePieces::Named {
                   const auto name = static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(id));
                   const auto known = pictures_.find(name);
                   if (known == pictures_.end()) return {letters, letters_ << 32};
                   return {{known->second.bytes.data(), known->second.size, 4}, name};
                 });
  const std::uint32_t colour = inOrder(ground, order_);
  damage_.begin(surface_.size, colour);
  for (const Piece& piece : pieces_.all()) damage_.add(piece.area, piece.look);
  changed_ = &damage_.end();
  drawChanged(colour);
}

void Canvas::drawChanged(std::uint32_t ground) {
  bands_.clear();
  int pixels = 0;
  for (const Area& area : *changed_) {
    pixels += (area.right - area.left) * (area.bottom - area.top);
    for (int top = area.top; top < area.bottom; top += kBand) {
      bands_.push_back({area.left, top, area.right, std::min(area.bottom, top + kBand)});
    }
  }
  const auto draw = [&](int band) { drawArea(bands_[static_cast<std::size_t>(band)], ground); };
  const int count = static_cast<int>(bands_.size());
  if (pixels >= kWorthTwo) return threads_.each(count, draw);
  for (int band = 0; band < count; ++band) draw(band);
}

void Canvas::drawArea(const Area& area, std::uint32_t ground) const {
  for (int y = area.top; y < area.bottom; ++y) {
    fillRow(surface_.at(area.left, y), area.right - area.left, ground);
  }
  for (const Piece& piece : pieces_.all()) {
    const Area part = piece.area.within(area);
    if (!part.isEmpty()) drawPiece(surface_, piece, part, pieces_.textureOf(piece));
  }
}

const Pixels& Canvas::picture() {
  if (!own_.bytes.empty()) return own_;
  copied_.size = surface_.size;
  copied_.bytes.clear();
  for (int y = 0; y < surface_.size.height; ++y) {
    const std::uint8_t* row = surface_.at(0, y);
    copied_.bytes.insert(copied_.bytes.end(), row,
                         row + static_cast<std::ptrdiff_t>(surface_.size.width) * 4);
  }
  if (order_ == Order::BlueFirst) swapRedAndBlue(copied_.bytes);
  return copied_;
}

}  // namespace platform

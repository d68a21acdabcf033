#include "platform/display/frame_pieces.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <optional>

#include "platform/display/rows.h"

namespace platform {

/// One command of a list, and what all its pieces share.
struct FramePieces::Source {
  const ImDrawList& list;
  const ImDrawCmd& command;
  Area clip;
  const Texture& texture;
  std::uint64_t look;  ///< Of what is the same for all of them.
  bool swapped;

  [[nodiscard]] unsigned indexAt(unsigned i) const {
    return list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
  }
  [[nodiscard]] const ImDrawVert* vertexAt(unsigned i) const {
    return &list.VtxBuffer[static_cast<int>(command.VtxOffset + indexAt(i))];
  }
};

namespace {

std::uint64_t mixed(std::uint64_t look, std::uint64_t more) {
  look = (look ^ more) * 0x9E3779B97F4A7C15;  // 2^64 by the golden ratio
  return look ^ (look >> 32);
}

std::uint64_t both(std::uint32_t one, std::uint32_t two) {
  return (std::uint64_t{one} << 32) | two;
}

std::uint64_t both(float one, float two) {
  return both(std::bit_cast<std::uint32_t>(one), std::bit_cast<std::uint32_t>(two));
}

std::uint64_t lookOf(std::uint64_t look, const Area& clip) {
  look = mixed(look,
               both(static_cast<std::uint32_t>(clip.left), static_cast<std::uint32_t>(clip.top)));
  return mixed(
      look, both(static_cast<std::uint32_t>(clip.right), static_cast<std::uint32_t>(clip.bottom)));
}

template <std::size_t Count>
std::uint64_t lookOf(std::uint64_t look, const std::array<const ImDrawVert*, Count>& vertices) {
  for (const ImDrawVert* vertex : vertices) {
    look = mixed(look, both(vertex->pos.x, vertex->pos.y));
    look = mixed(look, both(vertex->uv.x, vertex->uv.y) ^ (std::uint64_t{vertex->col} << 16));
  }
  return look;
}

/// Graphics cards put corners onto a grid of 256 places a pixel, which decides what lies on the
/// edge of a pixel's middle.
float onGrid(float place) {
  constexpr float kPlaces = 256;
  const float moved = place * kPlaces + (place < 0 ? -0.5F : 0.5F);
  return static_cast<float>(static_cast<int>(moved)) / kPlaces;
}

ImVec2 onGrid(const ImVec2& place) { return {onGrid(place.x), onGrid(place.y)}; }

/// ImGui's colours have red first.
std::uint32_t colourOf(const ImDrawVert& vertex, bool swapped) {
  const std::uint32_t red = (vertex.col >> IM_COL32_R_SHIFT) & 0xFFU;
  const std::uint32_t green = (vertex.col >> IM_COL32_G_SHIFT) & 0xFFU;
  const std::uint32_t blue = (vertex.col >> IM_COL32_B_SHIFT) & 0xFFU;
  const std::uint32_t alpha = (vertex.col >> IM_COL32_A_SHIFT) & 0xFFU;
  return (swapped ? blue : red) | green << 8 | (swapped ? red : blue) << 16 | alpha << 24;
}

/// Whether four corners are those of an upright rectangle of one colour, the upper left one first.
bool isUpright(const std::array<const ImDrawVert*, 4>& v) {
  const bool sides = v[0]->pos.y == v[1]->pos.y && v[2]->pos.y == v[3]->pos.y &&
                     v[0]->pos.x == v[3]->pos.x && v[1]->pos.x == v[2]->pos.x &&
                     v[0]->pos.x < v[1]->pos.x && v[0]->pos.y < v[2]->pos.y;
  const bool texture = v[0]->uv.y == v[1]->uv.y && v[2]->uv.y == v[3]->uv.y &&
                       v[0]->uv.x == v[3]->uv.x && v[1]->uv.x == v[2]->uv.x;
  const ImU32 colour = v[0]->col;
  return sides && texture && v[1]->col == colour && v[2]->col == colour && v[3]->col == colour;
}

/// What is added to a place on the screen to find it in the texture, along one side; nullopt where
/// the texture's pixels are not the screen's.
std::optional<int> shiftOf(float from, float to, float textureFrom, float textureTo, int length) {
  constexpr float kExact = 1.0F / 64;
  const auto across = static_cast<float>(length);
  if (std::abs((textureTo - textureFrom) * across - (to - from)) > kExact) return std::nullopt;
  const float shift = textureFrom * across - from;
  const float whole = std::round(shift);
  if (std::abs(shift - whole) > kExact) return std::nullopt;
  const float least = from + whole;
  const float last = to + whole;
  if (least < 0 || last > across) return std::nullopt;
  return static_cast<int>(whole);
}

}  // namespace

/// Answers false where they are no such rectangle, or one whose texture is stretched.
bool FramePieces::addQuad(const Source& source, const std::array<const ImDrawVert*, 4>& v) {
  if (!isUpright(v)) return false;
  const ImVec2 from = onGrid(v[0]->pos);
  const ImVec2 to = onGrid(v[2]->pos);
  Piece piece;
  piece.colour = colourOf(*v[0], source.swapped);
  if (v[0]->uv.x == v[2]->uv.x && v[0]->uv.y == v[2]->uv.y) {
    piece.kind = Piece::Kind::Fill;
    piece.colour = timesColour(piece.colour, colourAt(source.texture, v[0]->uv.x, v[0]->uv.y));
  } else {
    const PixelSize size = source.texture.size;
    const auto x = shiftOf(from.x, to.x, v[0]->uv.x, v[2]->uv.x, size.width);
    const auto y = shiftOf(from.y, to.y, v[0]->uv.y, v[2]->uv.y, size.height);
    if (!x || !y) return false;
    piece.kind = Piece::Kind::Copy;
    piece.textureX = *x;
    piece.textureY = *y;
  }
  piece.area =
      Area{firstColumn(from.x), firstRow(from.y), firstColumn(to.x), firstRow(to.y)}.within(
          source.clip);
  if (piece.area.isEmpty()) return true;
  piece.texture = static_cast<unsigned>(textures_.size() - 1);
  piece.look = lookOf(source.look, v);
  pieces_.push_back(piece);
  return true;
}

void FramePieces::addTriangle(const Source& source, const std::array<const ImDrawVert*, 3>& v) {
  Piece piece;
  for (std::size_t i = 0; i < v.size(); ++i) {
    const ImVec2 place = onGrid(v[i]->pos);
    piece.corners[i] = {place.x, place.y, v[i]->uv.x, v[i]->uv.y, colourOf(*v[i], source.swapped)};
  }
  const auto& c = piece.corners;
  const auto [left, right] = std::minmax({c[0].x, c[1].x, c[2].x});
  const auto [top, bottom] = std::minmax({c[0].y, c[1].y, c[2].y});
  piece.area = Area{firstColumn(left), firstRow(top), firstColumn(right), firstRow(bottom)}.within(
      source.clip);
  if (piece.area.isEmpty()) return;
  piece.kind = Piece::Kind::Triangle;
  piece.texture = static_cast<unsigned>(textures_.size() - 1);
  piece.look = lookOf(source.look, v);
  pieces_.push_back(piece);
}

void FramePieces::gatherCommand(const Source& source) {
  for (unsigned i = 0; i + 2 < source.command.ElemCount;) {
    const std::array<const ImDrawVert*, 3> three{source.vertexAt(i), source.vertexAt(i + 1),
                                                 source.vertexAt(i + 2)};
    const bool four = i + 5 < source.command.ElemCount &&
                      source.indexAt(i + 3) == source.indexAt(i) &&
                      source.indexAt(i + 4) == source.indexAt(i + 2);
    if (four && addQuad(source, {three[0], three[1], three[2], source.vertexAt(i + 5)})) {
      i += 6;
      continue;
    }
    addTriangle(source, three);
    i += 3;
  }
}

void FramePieces::gather(const ImDrawData& data, PixelSize size, bool swapped, const Find& find) {
  pieces_.clear();
  textures_.clear();
  for (int which = 0; which < data.CmdListsCount; ++which) {
    const ImDrawList& list = *data.CmdLists[which];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.UserCallback != nullptr || command.ElemCount == 0) continue;
      const Area clip =
          Area{static_cast<int>(command.ClipRect.x), static_cast<int>(command.ClipRect.y),
               static_cast<int>(command.ClipRect.z), static_cast<int>(command.ClipRect.w)}
              .within({0, 0, size.width, size.height});
      if (clip.isEmpty()) continue;
      textures_.push_back(find(command.GetTexID()));
      const Named& named = textures_.back();
      gatherCommand({list, command, clip, named.texture, lookOf(named.number, clip), swapped});
    }
  }
}

}  // namespace platform

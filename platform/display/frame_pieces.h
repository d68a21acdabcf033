#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "platform/display/surface.h"
#include "platform/display/triangle.h"

namespace platform {

/// A part of a frame that is drawn at once.
struct Piece {
  enum class Kind : std::uint8_t {
    Fill,      ///< One colour in the whole area: `colour`.
    Copy,      ///< The texture, pixel by pixel, times `colour`: letters, pictures.
    Triangle,  ///< Anything else: `corners`.
  };
  Kind kind = Kind::Fill;
  std::uint32_t colour = 0;
  Area area;               ///< No pixel outside of it is touched.
  unsigned texture = 0;    ///< Of the list's textures.
  int textureX = 0;        ///< Copy: what is added to a place on the screen to find it in the
  int textureY = 0;        ///< texture.
  std::uint64_t look = 0;  ///< Two pieces that look alike have the same.
  std::array<Corner, 3> corners;
};

/// A frame of ImGui's as pieces, in the order in which they are drawn. Keeps its memory from frame
/// to frame.
class FramePieces {
 public:
  /// A texture of ImGui's name, and a number that no other one ever has.
  struct Named {
    Texture texture;
    std::uint64_t number = 0;
  };
  using Find = std::function<Named(ImTextureID)>;

  /// `swapped`: the surface has blue first. `find` is asked once a command.
  void gather(const ImDrawData& data, PixelSize size, bool swapped, const Find& find);

  [[nodiscard]] const std::vector<Piece>& all() const { return pieces_; }
  [[nodiscard]] const Texture& textureOf(const Piece& piece) const {
    return textures_[piece.texture].texture;
  }

 private:
  struct Source;

  void gatherCommand(const Source& source);
  bool addQuad(const Source& source, const std::array<const ImDrawVert*, 4>& v);
  void addTriangle(const Source& source, const std::array<const ImDrawVert*, 3>& v);

  std::vector<Piece> pieces_;
  std::vector<Named> textures_;
};

}  // namespace platform

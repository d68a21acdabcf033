#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "platform/display/damage.h"
#include "platform/display/frame_pieces.h"
#include "platform/display/renderer.h"
#include "platform/display/surface.h"
#include "platform/display/thread_pair.h"

namespace platform {

/// Draws by the processor, with or without a window: the picture that OpenGL would show, but for
/// what it rounds otherwise. Only what is another than in the frame before is drawn, by two threads
/// where that is much. Once a screen was drawn, drawing it again takes no memory.
class Canvas : public Renderer {
 public:
  /// Of the three channels that are no alpha.
  enum class Order : std::uint8_t { RedFirst, BlueFirst };

  explicit Canvas(Order order = Order::RedFirst) : order_(order) {}

  /// Draws on memory of somebody else, as large as the context's display, instead of its own. All
  /// of it is drawn in the next frame.
  void drawOn(const Surface& surface);

  void reloadLetters() override;
  [[nodiscard]] unsigned keep(Pixels picture) override;
  void drop(unsigned picture) override { pictures_.erase(picture); }
  void draw(const ImDrawData& data, ImU32 ground) override;
  [[nodiscard]] const Pixels& picture() override;

  /// What the last draw() changed; no two of them overlap.
  [[nodiscard]] const std::vector<Area>& changed() const { return *changed_; }

 private:
  void fitOwn(PixelSize size);
  void drawChanged(std::uint32_t ground);
  void drawArea(const Area& area, std::uint32_t ground) const;

  Order order_;
  Surface surface_;
  Pixels own_;     ///< Empty while it draws on somebody else's.
  Pixels copied_;  ///< What picture() gives of that.
  std::map<unsigned, Pixels> pictures_;
  unsigned next_ = 1;
  std::uint64_t letters_ = 0;  ///< How often they were loaded.
  FramePieces pieces_;
  Damage damage_;
  const std::vector<Area>* changed_ = &damage_.end();
  std::vector<Area> bands_;  ///< What is drawn at once, of all that changed.
  ThreadPair threads_;
};

}  // namespace platform

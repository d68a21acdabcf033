#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "platform/base/result.h"
#include "platform/display/pixel_size.h"

namespace platform {

/// The whole screen as filled rectangles and letters of dots, by the X server alone: no OpenGL,
/// ImGui, fonts or textures. For when the program's own way of drawing may be what fails.
/// No key closes it, the pointer is hidden, and it follows the screen's size. Main thread only.
class PlainScreen {
 public:
  struct Box {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    [[nodiscard]] bool holds(int atX, int atY) const {
      return atX >= x && atY >= y && atX < x + width && atY < y + height;
    }
  };

  struct Redraw {};  ///< The screen has another size, or was covered.
  struct Tap {       ///< Where a finger went down, and where it left.
    int downX, downY, upX, upY;
  };
  struct LimitReached {};
  struct EndAsked {};
  using Event = std::variant<Redraw, Tap, LimitReached, EndAsked>;

  /// The sentence says why nothing can be drawn.
  [[nodiscard]] static Result<std::unique_ptr<PlainScreen>, std::string> open();

  /// Whether there is an X server that open() could draw on.
  [[nodiscard]] static bool isPossible();

  ~PlainScreen();
  PlainScreen(const PlainScreen&) = delete;
  PlainScreen& operator=(const PlainScreen&) = delete;

  [[nodiscard]] PixelSize size() const { return size_; }

  /// Fills `box` with a colour, 0xRRGGBB. Nothing is seen before show().
  void fill(const Box& box, std::uint32_t colour);

  /// Draws `text` (plain_letters.h) with its top left at (x, y), each dot `dot` pixels wide.
  void write(std::string_view text, int x, int y, int dot, std::uint32_t colour);

  /// Puts what was drawn on the screen; when it returns, the X server has done so.
  void show();

  /// Waits for what happens next, for at most `limit`, or until `endDescriptor` can be read.
  [[nodiscard]] Event wait(int endDescriptor, std::chrono::milliseconds limit);

 private:
  struct Connection;
  explicit PlainScreen(std::unique_ptr<Connection> connection);

  bool takeEvents(Event& event);
  void resize(PixelSize size);

  std::unique_ptr<Connection> connection_;
  PixelSize size_;
  Tap tap_{};
};

}  // namespace platform

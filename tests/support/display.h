#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/image.h"
#include "tests/support/process.h"

struct _XDisplay;

namespace tests {

/// A screen of its own for one test: an X server without hardware, a pointer and a keyboard that
/// act as real ones do (XTEST), and its picture.
class Display {
 public:
  /// Starts Xvfb on a free display. Throws where it does not come up.
  explicit Display(Size size, int dotsPerInch = 96);
  ~Display();
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;

  /// What DISPLAY has to be for a program to draw here: ":7".
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Size size() const { return size_; }
  [[nodiscard]] double pixelsPerMm() const { return dotsPerInch_ / 25.4; }

  void movePointer(Point to);
  void press();
  void release();
  /// Moves there, presses and releases.
  void tap(Point at);

  /// Types printable ASCII as a keyboard of US layout does; '\n' is Return.
  void type(std::string_view text);

  /// Presses and releases a key that types nothing, by its X keysym: 0xFFC7 is F10.
  void pressKey(unsigned long symbol);

  /// Presses such a key, which stays down until it is released; ' ' is the space bar.
  void holdKey(unsigned long symbol);
  void releaseKey(unsigned long symbol);

  /// A picture of the whole screen, or of the part that lies in `area`.
  [[nodiscard]] Image screenshot();
  [[nodiscard]] Image screenshot(const Rect& area);

  /// The titles of all windows, as a window manager would show them.
  [[nodiscard]] std::vector<std::string> windowTitles();

 private:
  void startServer();
  void typeKey(unsigned long symbol, bool shifted);
  void setKey(unsigned long symbol, bool down);

  Size size_;
  int dotsPerInch_;
  std::string name_;
  std::optional<Process> server_;
  struct Closer {
    void operator()(_XDisplay* connection) const;
  };
  std::unique_ptr<_XDisplay, Closer> connection_;
};

}  // namespace tests

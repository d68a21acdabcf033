#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/geometry.h"
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
  /// As the screen says: its millimetres stay when its pixels change, and turn with it.
  [[nodiscard]] double pixelsPerMm() const;

  void movePointer(Point to);
  /// Where the pointer was just released, no sooner than a fast finger would press again: a kiosk
  /// takes anything faster for the bounce of a worn panel.
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

  /// Presses and releases a key with others held down: Alt and F4, by their X keysyms. Does nothing
  /// where the keyboard lacks one of them.
  void pressTogether(const std::vector<unsigned long>& symbols);

  /// Types any character, on a key that is made for it.
  void typeCharacter(char32_t character);

  /// Presses and releases a button of the pointer where it stands: 2 is the middle, 3 the right
  /// one, 4 to 7 turn the wheels.
  void click(unsigned button);

  /// Asks the window of that title to close, as the "x" of a window manager does.
  void askToClose(const std::string& title);

  /// Drags a file onto the window of that title and drops it, as a desktop does.
  void dropOn(const std::string& title);

  /// Where the window of that title lies on the screen; an empty one where it is not seen.
  [[nodiscard]] Rect placeOf(const std::string& title);

  /// Whether the pointer is drawn where it stands.
  [[nodiscard]] bool showsPointer();

  /// Gives the screen another size, no wider or higher than the one that it was made with; plugs
  /// it in where it was unplugged.
  void changeSize(Size size);

  /// Takes the screen away from the graphics card.
  void unplug();

  /// Stops the server, as a driver of the screen that hangs does, and has it go on.
  void freeze();
  void thaw();

  /// A picture of the whole screen, or of the part that lies in `area`.
  [[nodiscard]] Image screenshot();
  [[nodiscard]] Image screenshot(const Rect& area);

  /// The titles of all windows, as a window manager would show them.
  [[nodiscard]] std::vector<std::string> windowTitles();

 private:
  void startServer();
  void typeKey(unsigned long symbol, bool shifted);
  void setKey(unsigned long symbol, bool down);
  /// The window of that title, or 0.
  unsigned long windowOf(const std::string& title);
  void sendMessage(unsigned long window, const char* type, const std::vector<long>& data);

  Size made_;
  Size size_;
  int dotsPerInch_;
  Point pointer_{-1, -1};
  bool lifted_ = false;  ///< The last thing that it did, there.
  std::string name_;
  std::optional<Process> server_;
  struct Closer {
    void operator()(_XDisplay* connection) const;
  };
  std::unique_ptr<_XDisplay, Closer> connection_;
};

}  // namespace tests

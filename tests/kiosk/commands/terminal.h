#pragma once

#include <string>

#include "tests/kiosk/commands/program.h"

namespace tests {

/// `hallpass` on a terminal of its own, as somebody sits before it.
class Terminal {
 public:
  Terminal(const Program& program, Arguments arguments);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// Waits until the screen shows `text` behind what was waited for before.
  void waitFor(const std::string& text);

  void type(const std::string& text) const;

  /// Sends `signal` to the program.
  void send(int signal) const;

  /// Whether the terminal shows what is typed.
  [[nodiscard]] bool showsTyping() const;

  /// Waits for the program's end; its exit status, or 128 + the signal that ended it.
  [[nodiscard]] int end();

  /// All that the screen has shown.
  [[nodiscard]] const std::string& screen() const { return screen_; }

 private:
  /// More of what the program printed; false where nothing comes any more.
  bool read();

  int terminal_ = -1;  ///< What a person at it types and sees.
  int report_ = -1;    ///< The program's number, and its status once it has ended.
  int leave_ = -1;     ///< Closed: nobody sits at the terminal any more.
  int session_ = -1;   ///< The process whose terminal it is.
  int program_ = -1;
  std::string screen_;
  std::size_t seen_ = 0;
};

}  // namespace tests

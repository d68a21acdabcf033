#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/heartbeat.h"
#include "kiosk/ui/description.h"
#include "platform/base/clock.h"
#include "platform/display/plain_screen.h"
#include "platform/os/end_signals.h"

namespace hallpass {

/// What the loop of a plain page works with; all of it outlives the page.
struct PlainParts {
  const platform::Clock& clock;
  const platform::EndSignals& signals;
  Heartbeat& heartbeat;
  std::optional<std::filesystem::path> describe;  ///< Where the description feed is appended.
};

/// A page drawn by the plain screen alone, for when the kiosk's own means may be what fails: a
/// title, lines and rows of buttons below each other in the middle, as large as the screen has room
/// for, and told to a description while they are drawn. Laid out anew at each drawing, so that it
/// fits whatever the screen has become. Sizes are in dots of the small letters.
class PlainPage {
 public:
  struct Button {
    std::string id;
    std::string label;
    int width = 0;
    bool enabled = true;
    bool quiet = false;  ///< Only a frame: what is typed, or may be.
  };

  static constexpr int kMargin = 6;
  static constexpr int kLine = 12;
  static constexpr int kGap = 3;             ///< Between the buttons of a row.
  static constexpr int kRow = 22 + kMargin;  ///< A row of buttons, with the room below it.

  /// `screen` outlives the page.
  explicit PlainPage(platform::PlainScreen& screen) : screen_(screen) {}

  [[nodiscard]] static int titleWidth(std::string_view title);
  [[nodiscard]] static int titleHeight();

  /// Of a row of so many buttons, each `width` wide.
  [[nodiscard]] static int widthOf(int buttons, int width) {
    return buttons * (width + kGap) - kGap;
  }

  /// An empty page by that name, on which `width` by `height` fit.
  void begin(std::string_view name, int width, int height);
  void title(std::string_view text);  ///< Behind a bell, twice as large as the rest.
  void line(std::string_view text);
  void skip(int height) { y_ += height * dot_; }
  void row(const std::vector<Button>& buttons);
  /// Puts the page on the screen.
  void show();

  /// The enabled button in which the finger went down and left; "" = none.
  [[nodiscard]] std::string_view hit(const platform::PlainScreen::Tap& tap) const;

  /// Appends what the page holds to the description feed.
  void describe(const std::filesystem::path& feed);

 private:
  using Box = platform::PlainScreen::Box;

  void button(const Button& button, int left);
  void write(std::string_view text, int x, int y, int dot, std::uint32_t colour);

  platform::PlainScreen& screen_;
  Description description_{Description::Secrets::Hidden};
  std::vector<std::pair<std::string, Box>> targets_;  ///< Of the buttons that can be touched.
  int described_ = 0;
  int dot_ = 1;
  int y_ = 0;
};

}  // namespace hallpass

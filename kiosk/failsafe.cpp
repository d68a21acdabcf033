#include "kiosk/failsafe.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string_view>

#include "kiosk/ui/description.h"
#include "platform/display/plain_letters.h"
#include "platform/display/plain_screen.h"

namespace hallpass {
namespace {

using platform::PlainScreen;

// Catalogues are files, and all languages stand here at once: nobody is asked which one is wanted.
constexpr std::string_view kTitle = "PLEASE CALL STAFF";
constexpr std::array<std::string_view, 7> kOthers{
    "KUTSU HENKILÖKUNTA",           "KALLA PÅ PERSONALEN",
    "BITTE RUFEN SIE DAS PERSONAL", "VEUILLEZ APPELER LE PERSONNEL",
    "LLAME AL PERSONAL, POR FAVOR", "CHAME O PESSOAL, POR FAVOR",
    "スタッフを よんで ください"};
constexpr std::string_view kBell = "\U0001F514";
constexpr std::string_view kTryAgain = "TRY AGAIN NOW";

constexpr std::uint32_t kGround = 0xF6F4EE;
constexpr std::uint32_t kText = 0x14211C;
constexpr std::uint32_t kSign = 0x8E1B1B;
constexpr std::uint32_t kButton = 0x0B4A3B;
constexpr std::uint32_t kOnButton = 0xFFFFFF;

// In dots of the small letters.
constexpr int kSheetMargin = 6;
constexpr int kLine = 12;
constexpr int kButtonHeight = 22;
constexpr int kButtonWidth = 120;

std::string countdown(std::chrono::milliseconds left) {
  const auto seconds = (left.count() + 999) / 1000;
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "THE DEVICE TRIES AGAIN IN %d:%02d",
                static_cast<int>(seconds / 60), static_cast<int>(seconds % 60));
  return text.data();
}

/// The page, laid out anew at each drawing, so that it fits whatever the screen has become.
class FailsafePage {
 public:
  FailsafePage(PlainScreen& screen, Description& description)
      : screen_(screen), description_(description) {}

  void draw(std::chrono::milliseconds left) {
    const auto [width, height] = screen_.size();
    description_.begin("failsafe", static_cast<float>(width), static_cast<float>(height));
    dot_ = std::max(1, std::min(width / widthInDots(), height / heightInDots()));
    screen_.fill({0, 0, width, height}, kGround);
    y_ = (height - (heightInDots() - 2 * kSheetMargin) * dot_) / 2;
    drawTitle();
    for (const std::string_view text : kOthers) line(text, kLine);
    y_ += kSheetMargin * dot_;
    drawButton();
    line(countdown(left), kLine);
    screen_.show();
  }

  [[nodiscard]] bool isTryAgain(const PlainScreen::Tap& tap) const {
    return button_.holds(tap.downX, tap.downY) && button_.holds(tap.upX, tap.upY);
  }

 private:
  static int titleWidth() {
    return 2 * (platform::plainWidth(kBell) + kSheetMargin + platform::plainWidth(kTitle));
  }

  static int widthInDots() {
    int widest = titleWidth();
    for (const std::string_view text : kOthers) {
      widest = std::max(widest, platform::plainWidth(text));
    }
    return widest + 2 * kSheetMargin;
  }

  static int heightInDots() {
    const int lines = static_cast<int>(kOthers.size()) + 1;
    return 4 * kSheetMargin + 2 * platform::plainHeight(kBell) + lines * kLine + kButtonHeight +
           kSheetMargin;
  }

  /// Twice as large as the rest, behind the bell.
  void drawTitle() {
    const int bellHeight = platform::plainHeight(kBell);
    const int left = (screen_.size().width - titleWidth() * dot_) / 2;
    const int textLeft = left + 2 * (platform::plainWidth(kBell) + kSheetMargin) * dot_;
    screen_.write(kBell, left, y_, 2 * dot_, kSign);
    write(kTitle, textLeft, y_ + (bellHeight - platform::kPlainHeight) * dot_, 2 * dot_, kText);
    y_ += (2 * bellHeight + kSheetMargin) * dot_;
  }

  void line(std::string_view text, int height) {
    const int left = (screen_.size().width - platform::plainWidth(text) * dot_) / 2;
    write(text, left, y_, dot_, kText);
    y_ += height * dot_;
  }

  void drawButton() {
    button_ = {(screen_.size().width - kButtonWidth * dot_) / 2, y_, kButtonWidth * dot_,
               kButtonHeight * dot_};
    screen_.fill(button_, kButton);
    const int left = (screen_.size().width - platform::plainWidth(kTryAgain) * dot_) / 2;
    const int top = y_ + (kButtonHeight - platform::kPlainHeight - 1) * dot_ / 2;
    write(kTryAgain, left, top, dot_, kOnButton);
    description_.addTarget(
        {"try-again", std::string(kTryAgain), "button", toRect(button_), true, false});
    y_ += (kButtonHeight + kSheetMargin) * dot_;
  }

  void write(std::string_view text, int x, int y, int dot, std::uint32_t colour) {
    screen_.write(text, x, y, dot, colour);
    description_.addText(
        text, toRect({x, y, platform::plainWidth(text) * dot, platform::plainHeight(text) * dot}));
  }

  static Rect toRect(const PlainScreen::Box& box) {
    return {static_cast<float>(box.x), static_cast<float>(box.y), static_cast<float>(box.width),
            static_cast<float>(box.height)};
  }

  PlainScreen& screen_;
  Description& description_;
  int dot_ = 1;
  int y_ = 0;
  PlainScreen::Box button_;
};

}  // namespace

FailsafeEnd showFailsafe(const FailsafeParts& parts) {
  const auto screen = PlainScreen::open();
  if (!screen) {
    std::fprintf(stderr, "%s\n", screen.error().c_str());
    return FailsafeEnd::NoScreen;
  }
  Description description(Description::Secrets::Hidden);
  FailsafePage page(**screen, description);
  const platform::BootTime end = parts.clock.sinceBoot() + kFailsafeStands;
  for (bool first = true;; first = false) {
    const auto left = end - parts.clock.sinceBoot();
    if (left.count() <= 0) return FailsafeEnd::TryAgain;
    page.draw(left);
    parts.heartbeat.presented([] { return true; });
    if (first && parts.describe) {
      std::ofstream(*parts.describe, std::ios::app) << description.toJson(1) << '\n';
    }
    const auto second = left % 1000 + std::chrono::milliseconds(1);
    const auto event = (*screen)->wait(parts.signals.descriptor(), second);
    if (std::holds_alternative<PlainScreen::EndAsked>(event)) return FailsafeEnd::Ended;
    const auto* tap = std::get_if<PlainScreen::Tap>(&event);
    if (tap != nullptr && page.isTryAgain(*tap)) return FailsafeEnd::TryAgain;
  }
}

}  // namespace hallpass

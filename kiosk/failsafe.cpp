#include "kiosk/failsafe.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "kiosk/plain_page.h"
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
constexpr std::string_view kTryAgain = "TRY AGAIN NOW";

constexpr int kButtonWidth = 120;

std::string countdown(std::chrono::milliseconds left) {
  const auto seconds = (left.count() + 999) / 1000;
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "THE DEVICE TRIES AGAIN IN %d:%02d",
                static_cast<int>(seconds / 60), static_cast<int>(seconds % 60));
  return text.data();
}

int widthInDots() {
  int widest = PlainPage::titleWidth(kTitle);
  for (const std::string_view text : kOthers) {
    widest = std::max(widest, platform::plainWidth(text));
  }
  return widest;
}

int heightInDots() {
  const int lines = static_cast<int>(kOthers.size()) + 1;
  return PlainPage::titleHeight() + lines * PlainPage::kLine + PlainPage::kMargin + PlainPage::kRow;
}

void draw(PlainPage& page, std::chrono::milliseconds left) {
  page.begin("failsafe", widthInDots(), heightInDots());
  page.title(kTitle);
  for (const std::string_view text : kOthers) page.line(text);
  page.skip(PlainPage::kMargin);
  page.row({{"try-again", std::string(kTryAgain), kButtonWidth}});
  page.line(countdown(left));
  page.show();
}

}  // namespace

FailsafeEnd showFailsafe(const PlainParts& parts) {
  const auto screen = PlainScreen::open();
  if (!screen) {
    std::fprintf(stderr, "%s\n", screen.error().c_str());
    return FailsafeEnd::NoScreen;
  }
  PlainPage page(**screen);
  const platform::BootTime end = parts.clock.sinceBoot() + kFailsafeStands;
  for (bool first = true;; first = false) {
    const auto left = end - parts.clock.sinceBoot();
    if (left.count() <= 0) return FailsafeEnd::TryAgain;
    draw(page, left);
    parts.heartbeat.presented([] { return true; });
    if (first && parts.describe) page.describe(*parts.describe);
    const auto second = left % 1000 + std::chrono::milliseconds(1);
    const auto event = (*screen)->wait(parts.signals.descriptor(), second);
    if (std::holds_alternative<PlainScreen::EndAsked>(event)) return FailsafeEnd::Ended;
    const auto* tap = std::get_if<PlainScreen::Tap>(&event);
    if (tap != nullptr && page.hit(*tap) == "try-again") return FailsafeEnd::TryAgain;
  }
}

}  // namespace hallpass

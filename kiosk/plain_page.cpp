#include "kiosk/plain_page.h"

#include <algorithm>
#include <fstream>

#include "platform/display/plain_letters.h"

namespace hallpass {
namespace {

using platform::plainHeight;
using platform::plainWidth;

constexpr std::string_view kBell = "\U0001F514";

constexpr std::uint32_t kGround = 0xF6F4EE;
constexpr std::uint32_t kText = 0x14211C;
constexpr std::uint32_t kSign = 0x8E1B1B;
constexpr std::uint32_t kButton = 0x0B4A3B;
constexpr std::uint32_t kOnButton = 0xFFFFFF;
constexpr std::uint32_t kDisabled = 0xDAD6CA;
constexpr std::uint32_t kOnDisabled = 0x5C645F;

Rect toRect(const platform::PlainScreen::Box& box) {
  return {static_cast<float>(box.x), static_cast<float>(box.y), static_cast<float>(box.width),
          static_cast<float>(box.height)};
}

/// Of a row.
int widthOfAll(const std::vector<PlainPage::Button>& buttons) {
  int width = -PlainPage::kGap;
  for (const auto& button : buttons) width += button.width + PlainPage::kGap;
  return width;
}

}  // namespace

int PlainPage::titleWidth(std::string_view title) {
  return 2 * (plainWidth(kBell) + kMargin + plainWidth(title));
}

int PlainPage::titleHeight() { return 2 * plainHeight(kBell) + kMargin; }

void PlainPage::begin(std::string_view name, int width, int height) {
  const auto [across, down] = screen_.size();
  description_.begin(name, static_cast<float>(across), static_cast<float>(down));
  targets_.clear();
  dot_ = std::max(1, std::min(across / (width + 2 * kMargin), down / (height + 2 * kMargin)));
  y_ = (down - height * dot_) / 2;
  screen_.fill({0, 0, across, down}, kGround);
}

void PlainPage::title(std::string_view text) {
  const int left = (screen_.size().width - titleWidth(text) * dot_) / 2;
  const int textLeft = left + 2 * (plainWidth(kBell) + kMargin) * dot_;
  screen_.write(kBell, left, y_, 2 * dot_, kSign);
  write(text, textLeft, y_ + (plainHeight(kBell) - platform::kPlainHeight) * dot_, 2 * dot_, kText);
  skip(titleHeight());
}

void PlainPage::line(std::string_view text) {
  write(text, (screen_.size().width - plainWidth(text) * dot_) / 2, y_, dot_, kText);
  skip(kLine);
}

void PlainPage::row(const std::vector<Button>& buttons) {
  int left = (screen_.size().width - widthOfAll(buttons) * dot_) / 2;
  for (const Button& each : buttons) {
    button(each, left);
    left += (each.width + kGap) * dot_;
  }
  skip(kRow);
}

void PlainPage::button(const Button& button, int left) {
  const int height = kRow - kMargin;
  const Box box{left, y_, button.width * dot_, height * dot_};
  screen_.fill(box, button.enabled && !button.quiet ? kButton : kDisabled);
  if (button.quiet) {
    screen_.fill({box.x + dot_, box.y + dot_, box.width - 2 * dot_, box.height - 2 * dot_},
                 kOnButton);
  }
  const int x = left + (button.width - plainWidth(button.label)) * dot_ / 2;
  const int y = y_ + (height - platform::kPlainHeight - 1) * dot_ / 2;
  const std::uint32_t colour = button.quiet ? kText : button.enabled ? kOnButton : kOnDisabled;
  if (button.quiet) {
    // What is typed is nobody else's.
    screen_.write(button.label, x, y, dot_, colour);
  } else {
    write(button.label, x, y, dot_, colour);
  }
  description_.addTarget(
      {button.id, button.quiet ? "" : button.label, "button", toRect(box), button.enabled, false});
  if (button.enabled) targets_.emplace_back(button.id, box);
}

void PlainPage::show() { screen_.show(); }

std::string_view PlainPage::hit(const platform::PlainScreen::Tap& tap) const {
  for (const auto& [id, box] : targets_) {
    if (box.holds(tap.downX, tap.downY) && box.holds(tap.upX, tap.upY)) return id;
  }
  return "";
}

void PlainPage::describe(const std::filesystem::path& feed) {
  std::ofstream(feed, std::ios::app) << description_.toJson(++described_) << '\n';
}

void PlainPage::write(std::string_view text, int x, int y, int dot, std::uint32_t colour) {
  screen_.write(text, x, y, dot, colour);
  description_.addText(text, toRect({x, y, plainWidth(text) * dot, plainHeight(text) * dot}));
}

}  // namespace hallpass

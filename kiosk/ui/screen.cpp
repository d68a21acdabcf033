#include "kiosk/ui/screen.h"

#include <fstream>

#include "kiosk/ui/page.h"
#include "kiosk/ui/show.h"

namespace hallpass {

Screen::Screen(const platform::Window& window, Feed feed)
    : window_(window), feed_(std::move(feed)), description_(feed_.secrets) {}

Metrics Screen::metrics() const {
  const platform::PixelSize size = window_.size();
  return {static_cast<float>(size.width), static_cast<float>(size.height), window_.pixelsPerMm()};
}

void Screen::prepare(const std::u32string& characters) { fonts_.require(metrics(), characters); }

std::optional<Intent> Screen::draw(const View& view) {
  const Metrics sizes = metrics();
  Page page(lightTheme(), sizes, fonts_, description_);
  return show(page, view);
}

void Screen::describe() {
  if (!feed_.file) return;
  std::string now = description_.toJson(0);
  if (now == described_) return;
  std::ofstream(*feed_.file, std::ios::app) << description_.toJson(++sequence_) << '\n';
  described_ = std::move(now);
}

}  // namespace hallpass

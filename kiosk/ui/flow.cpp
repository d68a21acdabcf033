#include "kiosk/ui/flow.h"

#include <algorithm>
#include <numeric>

namespace hallpass {

std::vector<Rect> flow(const Rect& area, const std::vector<float>& widths, float height,
                       float gap) {
  std::vector<Rect> places;
  float x = area.x;
  float y = area.y;
  for (const float width : widths) {
    const float taken = std::min(width, area.w);
    if (x > area.x && x + taken > area.x + area.w + 0.5F) {
      x = area.x;
      y += height + gap;
    }
    places.push_back({x, y, taken, height});
    x += taken + gap;
  }
  return places;
}

float flowHeight(float width, const std::vector<float>& widths, float height, float gap) {
  if (widths.empty()) return 0;
  const std::vector<Rect> places = flow({0, 0, width, 0}, widths, height, gap);
  return places.back().y + height;
}

std::vector<float> fairWidths(const std::vector<float>& needs, float room) {
  std::vector<std::size_t> order(needs.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return needs[a] < needs[b]; });
  std::vector<float> widths(needs.size());
  float left = room;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const float equal = left / static_cast<float>(order.size() - i);
    widths[order[i]] = std::min(needs[order[i]], equal);
    left -= widths[order[i]];
  }
  return widths;
}

}  // namespace hallpass

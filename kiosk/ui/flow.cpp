#include "kiosk/ui/flow.h"

#include <algorithm>

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

}  // namespace hallpass

#include "tests/bench/finder.h"

namespace tests {

bool Finder::shown(Display& display) const {
  return display.screenshot(black).at({0, 0}) == kBlack &&
         display.screenshot(white).at({0, 0}) == kWhite;
}

Finder finderOf(const Image& code, Point place) {
  int corner = 0;
  while (code.at({corner, corner}) != kBlack) ++corner;
  const int square = corner / 4;
  const int black = corner + square / 2;
  return {{place.x + black, place.y + black, 1, 1},
          {place.x + black + square, place.y + black + square, 1, 1}};
}

}  // namespace tests

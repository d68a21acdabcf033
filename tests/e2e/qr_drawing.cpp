#include "tests/e2e/qr_drawing.h"

#include <algorithm>
#include <array>

namespace tests {
namespace {

constexpr int kFinderSquares = 7;
constexpr int kQuietSquares = 4;

/// The smallest rectangle that holds every black pixel of `area`.
Rect inked(const Image& picture, const Rect& area) {
  int left = area.right();
  int right = area.x;
  int top = area.bottom();
  int bottom = area.y;
  for (int y = area.y; y < area.bottom(); ++y) {
    for (int x = area.x; x < area.right(); ++x) {
      if (picture.at({x, y}) != kBlack) continue;
      left = std::min(left, x);
      right = std::max(right, x + 1);
      top = std::min(top, y);
      bottom = std::max(bottom, y + 1);
    }
  }
  return {left, top, right - left, bottom - top};
}

/// Pixels a square, by the seven black ones at the top left; 0 where they are not seven times it.
int squareOf(const Image& picture, const Rect& ink) {
  int run = 0;
  while (run < ink.width && picture.at({ink.x + run, ink.y}) == kBlack) ++run;
  return run % kFinderSquares == 0 ? run / kFinderSquares : 0;
}

bool onlyBlackAndWhite(const Image& picture, const Rect& area) {
  for (int y = area.y; y < area.bottom(); ++y) {
    for (int x = area.x; x < area.right(); ++x) {
      const Colour colour = picture.at({x, y});
      if (colour != kBlack && colour != kWhite) return false;
    }
  }
  return true;
}

}  // namespace

std::vector<std::string> qrDrawingProblems(const Image& picture, const Rect& area) {
  if (!area.inside(picture.size())) return {"it lies outside the picture"};
  if (!onlyBlackAndWhite(picture, area)) return {"not only black and white"};
  const Rect ink = inked(picture, area);
  if (ink.width <= 0) return {"nothing black"};
  const int square = squareOf(picture, ink);
  std::vector<std::string> problems;
  if (square == 0 || ink.width != ink.height || ink.width % square != 0) {
    return {"its squares are not whole pixels"};
  }
  const std::array<int, 4> quiet{ink.x - area.x, ink.y - area.y, area.right() - ink.right(),
                                 area.bottom() - ink.bottom()};
  const int least = *std::min_element(quiet.begin(), quiet.end());
  if (least < kQuietSquares * square) {
    problems.push_back("a quiet zone of " + std::to_string(least) + " px with squares of " +
                       std::to_string(square));
  }
  return problems;
}

}  // namespace tests

#include "kiosk/ui/even_lines.h"

#include <algorithm>

namespace hallpass {
namespace {

/// A last line shorter than this part of the longest one looks lost.
constexpr float kLostLine = 0.3F;

using Ends = std::vector<std::size_t>;

/// Each line as long as `width` lets it be.
Ends fullLines(const std::vector<LinePiece>& pieces, float width) {
  Ends ends;
  float taken = 0;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (pieces[at].ink > width) return {};
    if (taken + pieces[at].ink > width) {
      ends.push_back(at);
      taken = 0;
    }
    taken += pieces[at].width;
  }
  ends.push_back(pieces.size());
  return ends;
}

float lengthOf(const std::vector<LinePiece>& pieces, std::size_t first, std::size_t end) {
  float length = 0;
  for (std::size_t at = first; at < end; ++at) {
    length += at + 1 == end ? pieces[at].ink : pieces[at].width;
  }
  return length;
}

bool losesLast(const std::vector<LinePiece>& pieces, const Ends& ends) {
  float longest = 0;
  float last = 0;
  std::size_t first = 0;
  for (const std::size_t end : ends) {
    last = lengthOf(pieces, first, end);
    longest = std::max(longest, last);
    first = end;
  }
  return last < kLostLine * longest;
}

/// The narrowest lines that are not more than `full` has.
Ends evenLines(const std::vector<LinePiece>& pieces, float width, const Ends& full) {
  constexpr int kHalvings = 9;
  Ends best = full;
  float low = 0;
  float high = width;
  for (int i = 0; i < kHalvings; ++i) {
    const float middle = (low + high) / 2;
    Ends tried = fullLines(pieces, middle);
    const bool enough = !tried.empty() && tried.size() <= full.size();
    (enough ? high : low) = middle;
    if (enough) best = std::move(tried);
  }
  return best;
}

/// As wide as can be without a lost last line.
Ends pagedLines(const std::vector<LinePiece>& pieces, float width, const Ends& full) {
  constexpr float kStep = 0.97F;
  Ends tried = full;
  while (losesLast(pieces, tried)) {
    width *= kStep;
    tried = fullLines(pieces, width);
    if (tried.size() != full.size()) return full;
  }
  return tried;
}

}  // namespace

Ends lineEndsOf(const std::vector<LinePiece>& pieces, float width, LineShape shape) {
  const Ends full = fullLines(pieces, width);
  if (full.size() < 2 || shape == LineShape::Full) return full;
  return shape == LineShape::Even ? evenLines(pieces, width, full)
                                  : pagedLines(pieces, width, full);
}

}  // namespace hallpass

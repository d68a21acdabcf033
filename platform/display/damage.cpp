#include "platform/display/damage.h"

#include <cstddef>

namespace platform {
namespace {

constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15;  // 2^64 by the golden ratio

int tilesIn(int pixels) { return (pixels + Damage::kTile - 1) / Damage::kTile; }

}  // namespace

void Damage::begin(PixelSize size, std::uint64_t ground) {
  if (!(size == size_)) forget();
  size_ = size;
  columns_ = tilesIn(size.width);
  rows_ = tilesIn(size.height);
  now_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), ground);
}

void Damage::add(const Area& area, std::uint64_t number) {
  const int right = tilesIn(area.right);
  const int bottom = tilesIn(area.bottom);
  for (int row = area.top / kTile; row < bottom; ++row) {
    const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(row) * columns_;
    for (int column = area.left / kTile; column < right; ++column) {
      std::uint64_t& tile = now_[static_cast<std::size_t>(first + column)];
      tile = (tile ^ number) * kSpread;
      tile ^= tile >> 29;
    }
  }
}

/// Tiles beside each other in one row: more of the area above them, where that is as wide.
void Damage::addRun(int row, int from, int to) {
  for (auto area = areas_.rbegin(); area != areas_.rend(); ++area) {
    if (area->bottom != row || area->left != from || area->right != to) continue;
    area->bottom = row + 1;
    return;
  }
  areas_.push_back({from, row, to, row + 1});
}

const std::vector<Area>& Damage::end() {
  areas_.clear();
  const bool all = before_.size() != now_.size();
  std::size_t tile = 0;
  for (int row = 0; row < rows_; ++row) {
    int from = 0;
    for (int column = 0; column < columns_; ++column, ++tile) {
      if (all || now_[tile] != before_[tile]) continue;
      if (from < column) addRun(row, from, column);
      from = column + 1;
    }
    if (from < columns_) addRun(row, from, columns_);
  }
  before_.swap(now_);
  for (Area& area : areas_) {
    area =
        Area{area.left * kTile, area.top * kTile, area.right * kTile, area.bottom * kTile}.within(
            {0, 0, size_.width, size_.height});
  }
  return areas_;
}

}  // namespace platform

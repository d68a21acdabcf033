#include "platform/display/visual_order.h"

#include <fribidi.h>

#include <algorithm>
#include <vector>

#include "platform/base/text.h"

namespace platform {
namespace {

/// Hebrew to Arabic Extended, and the presentation forms of both.
bool isRightToLeft(char32_t point) {
  return (point >= 0x590 && point <= 0x8FF) || (point >= 0xFB1D && point <= 0xFDFF) ||
         (point >= 0xFE70 && point <= 0xFEFF);
}

}  // namespace

std::string visualOrder(std::string_view text) {
  const std::u32string points = toCodePoints(text);
  if (std::none_of(points.begin(), points.end(), isRightToLeft)) return std::string(text);
  const std::vector<FriBidiChar> logical(points.begin(), points.end());
  std::vector<FriBidiChar> visual(logical.size() + 1);
  FriBidiParType base = FRIBIDI_PAR_ON;
  if (fribidi_log2vis(logical.data(), static_cast<FriBidiStrIndex>(logical.size()), &base,
                      visual.data(), nullptr, nullptr, nullptr) == 0) {
    return std::string(text);
  }
  std::u32string drawn(visual.begin(), visual.end() - 1);
  std::erase(drawn, static_cast<char32_t>(FRIBIDI_CHAR_FILL));
  return toUtf8(drawn);
}

}  // namespace platform

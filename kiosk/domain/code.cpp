#include "kiosk/domain/code.h"

#include <ostream>

#include "platform/base/text.h"

namespace hallpass {

std::string Code::masked() const {
  const std::u32string points = platform::toCodePoints(text_);
  const std::u32string tail = points.size() < 8 ? U"" : points.substr(points.size() - 4);
  return "••••" + platform::toUtf8(tail);
}

std::string Code::grouped() const {
  if (text_.find('-') != text_.npos) return text_;
  std::u32string grouped;
  for (const char32_t point : platform::toCodePoints(text_)) {
    if (grouped.size() % 5 == 4) grouped.push_back(U' ');
    grouped.push_back(point);
  }
  return platform::toUtf8(grouped);
}

std::ostream& operator<<(std::ostream& out, const Code& code) { return out << code.masked(); }

}  // namespace hallpass

#include "kiosk/domain/pass_type.h"

#include <algorithm>

namespace hallpass {
namespace {

/// The standard library's matcher calls itself once a character: a longer text would end the
/// process.
constexpr std::size_t kLongestMatched = 1024;

}  // namespace

bool PassType::hasShape(std::string_view code) const {
  if (code.size() > kLongestMatched) return false;
  return std::any_of(shapes.begin(), shapes.end(), [&](const std::regex& shape) {
    return std::regex_match(code.begin(), code.end(), shape);
  });
}

std::string PassType::identity(std::string_view code) const {
  std::string same(code);
  if (caseRule == CaseRule::Insensitive) {
    std::transform(same.begin(), same.end(), same.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
  }
  return same;
}

}  // namespace hallpass

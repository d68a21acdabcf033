#include "kiosk/room/export_name.h"

#include <system_error>

#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::size_t kLongestTitle = 40;

bool isPlain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The plain letters that a reader takes `point` for: "e" for "é"; "" where there are none.
std::string plainOf(char32_t point) {
  std::string text = platform::toUtf8({&point, 1});
  if (point >= 0x80) text = platform::foldForSearch(text);
  for (const char c : text) {
    if (!isPlain(c)) return {};
  }
  return text;
}

/// `title` in words that are parted by dashes.
std::string dashed(std::string_view title) {
  std::string words;
  for (const char32_t point : platform::toCodePoints(title)) {
    const std::string plain = plainOf(point);
    if (words.size() + plain.size() > kLongestTitle) break;
    if (!plain.empty()) words += plain;
    if (plain.empty() && !words.empty() && words.back() != '-') words += '-';
  }
  if (!words.empty() && words.back() == '-') words.pop_back();
  return words;
}

}  // namespace

std::string exportName(std::string_view classTitle, platform::UtcTime made, std::string_view what) {
  constexpr std::size_t kDateLength = std::string_view("2026-11-21").size();
  const std::string title = dashed(classTitle);
  return "hallpass-" + (title.empty() ? "" : title + "-") +
         platform::toLocalText(made).substr(0, kDateLength) + "-" + std::string(what);
}

std::string freeName(const std::filesystem::path& folder, const std::string& name) {
  constexpr int kMost = 1000;
  const std::filesystem::path whole(name);
  std::string candidate = name;
  std::error_code ignored;
  for (int number = 2; number < kMost && std::filesystem::exists(folder / candidate, ignored);
       ++number) {
    candidate = whole.stem().string() + "-" + std::to_string(number) + whole.extension().string();
  }
  return candidate;
}

}  // namespace hallpass

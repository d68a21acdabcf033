#include "kiosk/commands/arguments.h"

#include <cstdlib>

#include "kiosk/settings/extent.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::size_t kLongestText = 100;
constexpr std::size_t kDateLength = 10;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

std::optional<platform::UtcTime> beginningAt(const std::string& text) {
  return platform::parseLocalTime(text);
}

std::optional<platform::UtcTime> endAt(const std::string& text) {
  const auto time = platform::parseLocalTime(text);
  return time && text.size() == kDateLength ? platform::endOfLocalDay(*time) : time;
}

std::string timeMistake(const std::string& text) {
  if (platform::parseIsoTime(text)) return "";
  return "\"" + text +
         "\" is no date or time. Write it as 2026-11-21 or 2026-11-21T17:30, in the device's own "
         "time; add Z to a time for UTC";
}

std::string textMistake(const std::string& text) {
  if (!platform::isUtf8(text)) return "the text is not UTF-8. Type it again";
  if (platform::trim(text).empty()) return "the text is empty. Write one";
  if (platform::hasControls(text)) return "the text holds control characters. Type it again";
  if (platform::toCodePoints(text).size() > kLongestText) {
    return "the text is longer than 100 characters. Make it shorter";
  }
  return "";
}

std::string extentMistake(const std::string& text) {
  return parseExtent(text) ? "" : "\"" + text + "\" is no size. Write width x height: 1280x720";
}

std::optional<std::filesystem::path> dataFolder(const std::string& given) {
  if (!given.empty()) return given;
  if (const std::string chosen = environment("HALLPASS_DATA"); !chosen.empty()) return chosen;
  // The XDG base directory specification: a relative path there is to be ignored.
  const std::filesystem::path shared = environment("XDG_DATA_HOME");
  if (shared.is_absolute()) return shared / "hallpass";
  const std::string home = environment("HOME");
  if (home.empty()) return std::nullopt;
  return std::filesystem::path(home) / ".local" / "share" / "hallpass";
}

}  // namespace hallpass

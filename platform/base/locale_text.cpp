#include "platform/base/locale_text.h"

#include <unicode/brkiter.h>
#include <unicode/numfmt.h>
#include <unicode/simpletz.h>
#include <unicode/smpdtfmt.h>
#include <unicode/utext.h>

#include <ctime>
#include <memory>

#include "platform/base/translation.h"

namespace platform {
namespace {

icu::Locale currentLocale() { return icu::Locale(std::string(language()).c_str()); }

std::string utf8(const icu::UnicodeString& text) {
  std::string all;
  text.toUTF8String(all);
  return all;
}

/// One kind of ICU's rules. Reading them costs some hundred times what a text does, so they are
/// kept until the language changes.
class Breaks {
 public:
  using Make = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

  explicit Breaks(Make make) : make_(make) {}

  /// The places in `text`, its end the last.
  std::vector<std::size_t> in(std::string_view text) {
    std::vector<std::size_t> ends;
    UErrorCode status = U_ZERO_ERROR;
    if (!rules_ || language_ != language()) {
      language_ = language();
      rules_.reset(make_(currentLocale(), status));
    }
    UText* bytes =
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    if (U_SUCCESS(status)) {
      rules_->setText(bytes, status);
      for (std::int32_t at = rules_->next(); at != icu::BreakIterator::DONE; at = rules_->next()) {
        ends.push_back(static_cast<std::size_t>(at));
      }
    }
    utext_close(bytes);
    if (ends.empty() || ends.back() != text.size()) ends.push_back(text.size());
    return ends;
  }

 private:
  Make make_;
  std::string language_;
  std::unique_ptr<icu::BreakIterator> rules_;
};

/// The device's own zone, as it is at `time`. ICU would keep the one that it met first.
std::unique_ptr<icu::TimeZone> zoneAt(UtcTime time) {
  const auto seconds = static_cast<std::time_t>(time.ms / 1000);
  std::tm parts{};
  ::tzset();
  ::localtime_r(&seconds, &parts);
  return std::make_unique<icu::SimpleTimeZone>(static_cast<std::int32_t>(parts.tm_gmtoff * 1000),
                                               "device");
}

}  // namespace

std::string timeText(UtcTime time, const char* pattern) {
  // Making a format reads much more than a text needs, and a list has many of the same kind.
  thread_local std::string kind;
  thread_local std::unique_ptr<icu::SimpleDateFormat> format;
  const std::string wanted = std::string(language()) + ":" + pattern;
  if (kind != wanted) {
    UErrorCode status = U_ZERO_ERROR;
    format = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString::fromUTF8(pattern),
                                                     currentLocale(), status);
    kind = wanted;
    if (U_FAILURE(status)) format.reset();
  }
  if (!format) return {};
  format->adoptTimeZone(zoneAt(time).release());
  icu::UnicodeString text;
  format->format(static_cast<UDate>(time.ms), text);
  return utf8(text);
}

std::string countText(std::int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberFormat> format(
      icu::NumberFormat::createInstance(currentLocale(), status));
  if (U_FAILURE(status)) return std::to_string(count);
  icu::UnicodeString text;
  format->format(count, text);
  return utf8(text);
}

std::vector<std::size_t> lineEnds(std::string_view text) {
  thread_local Breaks breaks(&icu::BreakIterator::createLineInstance);
  return breaks.in(text);
}

std::vector<std::size_t> characterEnds(std::string_view text) {
  thread_local Breaks breaks(&icu::BreakIterator::createCharacterInstance);
  return breaks.in(text);
}

}  // namespace platform

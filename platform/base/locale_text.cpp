#include "platform/base/locale_text.h"

#include <unicode/brkiter.h>
#include <unicode/numfmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/utext.h>

#include <memory>

#include "platform/base/translation.h"

namespace platform {
namespace {

icu::Locale current() { return icu::Locale(std::string(language()).c_str()); }

std::string utf8(const icu::UnicodeString& text) {
  std::string all;
  text.toUTF8String(all);
  return all;
}

}  // namespace

std::string timeText(UtcTime time, const char* pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::SimpleDateFormat format(icu::UnicodeString::fromUTF8(pattern), current(), status);
  if (U_FAILURE(status)) return {};
  icu::UnicodeString text;
  format.format(static_cast<UDate>(time.ms), text);
  return utf8(text);
}

std::string countText(std::int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberFormat> format(
      icu::NumberFormat::createInstance(current(), status));
  if (U_FAILURE(status)) return std::to_string(count);
  icu::UnicodeString text;
  format->format(count, text);
  return utf8(text);
}

std::vector<std::size_t> lineEnds(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(current(), status));
  UText* bytes =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  std::vector<std::size_t> ends;
  if (U_SUCCESS(status)) {
    breaks->setText(bytes, status);
    for (std::int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next()) {
      ends.push_back(static_cast<std::size_t>(at));
    }
  }
  utext_close(bytes);
  if (ends.empty() || ends.back() != text.size()) ends.push_back(text.size());
  return ends;
}

}  // namespace platform

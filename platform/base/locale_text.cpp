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
      rules_.reset(make_(current(), status));
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
  thread_local Breaks breaks(&icu::BreakIterator::createLineInstance);
  return breaks.in(text);
}

std::vector<std::size_t> characterEnds(std::string_view text) {
  thread_local Breaks breaks(&icu::BreakIterator::createCharacterInstance);
  return breaks.in(text);
}

}  // namespace platform

#include "platform/base/locale_text.h"

#include <array>
#include <cstdlib>
#include <string>

#include "platform/base/translation.h"
#include "tests/support/catch.h"

namespace platform {
namespace {

constexpr std::array kAll{"en", "fi", "sv", "de", "fr", "es", "pt", "ja"};

/// A language and a time zone, set while this lives.
class Place {
 public:
  explicit Place(const char* language, const char* zone = "UTC") {
    ::setenv("TZ", zone, 1);
    useCatalogues("/nowhere", {"none"});
    setLanguage(language);
  }
  ~Place() {
    setLanguage("en");
    useCatalogues({}, {});
    ::unsetenv("TZ");
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
};

std::string textIn(const char* language, const char* pattern) {
  const Place place(language);
  return timeText(*parseIsoTime("2026-11-23T09:05"), pattern);
}

std::string countIn(const char* language, std::int64_t count) {
  const Place place(language);
  return countText(count);
}

/// The pieces between the places where a line may end, parted by "|".
std::string pieces(std::string_view text) {
  std::string all;
  std::size_t from = 0;
  for (const std::size_t end : lineEnds(text)) {
    all += (all.empty() ? "" : "|") + std::string(text.substr(from, end - from));
    from = end;
  }
  return all;
}

}  // namespace

TEST_CASE("a time is told in the language that is set") {
  CHECK(textIn("en", "EEE d MMM, HH:mm") == "Mon 23 Nov, 09:05");
  CHECK(textIn("de", "EEEE, d. MMMM") == "Montag, 23. November");
  CHECK(textIn("fi", "EEEE d. MMMM") == "maanantaina 23. marraskuuta");
  CHECK(textIn("ja", "M月d日(EEE)") == "11月23日(月)");
}

TEST_CASE("every language has words for days and months") {
  for (const char* language : kAll) {
    for (int month = 1; month <= 12; ++month) {
      const Place place(language);
      const std::string iso =
          std::string("2026-") + (month < 10 ? "0" : "") + std::to_string(month) + "-15T12:00";
      const std::string text = timeText(*parseIsoTime(iso), "EEE d MMM, HH:mm");
      CAPTURE(language, text);
      CHECK(text.size() > std::string("15, 12:00").size());
      CHECK(text.find('?') == std::string::npos);
      CHECK(text.find("15") != std::string::npos);
    }
  }
}

TEST_CASE("a time is the device's own, also when its zone changes") {
  const UtcTime time = *parseIsoTime("2026-11-23T23:30");
  {
    const Place place("en", "CET-1CEST,M3.5.0,M10.5.0/3");
    CHECK(timeText(time, "EEE HH:mm") == "Tue 00:30");
    CHECK(timeText(*parseIsoTime("2026-07-01T12:00"), "HH:mm") == "14:00");
  }
  const Place place("en", "EST5");
  CHECK(timeText(time, "EEE HH:mm") == "Mon 18:30");
}

TEST_CASE("a large number has the language's own marks") {
  CHECK(countIn("en", 0) == "0");
  CHECK(countIn("en", 999) == "999");
  CHECK(countIn("en", 1200) == "1,200");
  CHECK(countIn("en", 1234567) == "1,234,567");
  CHECK(countIn("en", -1200) == "-1,200");
  CHECK(countIn("de", 1234567) == "1.234.567");
  CHECK(countIn("ja", 1234567) == "1,234,567");
  for (const char* language : kAll) {
    CAPTURE(language);
    CHECK(countIn(language, 1234567).size() >= 9);
    CHECK(countIn(language, 1234567).find('?') == std::string::npos);
  }
}

TEST_CASE("a line ends after spaces and hyphens") {
  CHECK(pieces("Open until Monday.") == "Open |until |Monday.");
  CHECK(pieces("InPrivate-Fenster") == "InPrivate-|Fenster");
  CHECK(lineEnds("") == std::vector<std::size_t>{0});
}

TEST_CASE("a Japanese line ends between characters, but not before a full stop") {
  const Place place("ja");
  CHECK(pieces("日本語。") == "日|本|語。");
  CHECK(pieces("コードは「A」です") == "コ|ー|ド|は|「A」|で|す");
}

}  // namespace platform

#include "kiosk/ui/spoken.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>

#include "kiosk/ui/spelling.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;
using Heard = Description::Heard;

constexpr int kCountEach = 10;  ///< Seconds between two sayings of a countdown,
constexpr int kLastCount = 5;   ///< and once more near its end.
constexpr std::size_t kMostTypedAtOnce = 3;

/// One thing said, and a pause.
void addSaid(std::string& said, const std::string& more) {
  if (more.empty()) return;
  if (!said.empty()) said += "\n";
  said += more;
  constexpr std::array<std::string_view, 7> kEnds{".", "!", "?", ":", "。", "？", "！"};
  const bool ends = std::any_of(kEnds.begin(), kEnds.end(),
                                [&](std::string_view end) { return more.ends_with(end); });
  if (!ends) said += ".";
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string withoutDigits(std::string text) {
  std::erase_if(text, isDigit);
  return text;
}

/// "Locks in 04:59": what changes each second and asks for nothing.
bool tellsTime(std::string_view text) {
  for (std::size_t at = 1; at + 2 < text.size(); ++at) {
    const bool colon = text[at] == ':';
    if (colon && isDigit(text[at - 1]) && isDigit(text[at + 1]) && isDigit(text[at + 2])) {
      return true;
    }
  }
  return false;
}

/// The seconds that a countdown's text names; 0 where it names none.
int secondsIn(const std::string& text) {
  constexpr int kMost = 1000;
  int seconds = 0;
  auto at = std::find_if(text.begin(), text.end(), isDigit);
  for (; at != text.end() && isDigit(*at) && seconds < kMost; ++at) {
    seconds = 10 * seconds + (*at - '0');
  }
  return seconds;
}

std::string spokenText(const Heard& text, Spoken::Codes codes) {
  if (!text.secret) return text.text;
  if (codes == Spoken::Codes::Spelt) return spelt(text.text);
  return tr("Press F1 to hear your code, letter by letter.");
}

const Description::Target* focused(const Description& now) {
  for (const Description::Target& target : now.targets()) {
    if (!now.focus().empty() && target.id == now.focus()) return &target;
  }
  return nullptr;
}

std::string spokenFocus(const Description& now, Spoken::Codes codes) {
  if (codes == Spoken::Codes::Kept && now.focusesSecret()) return {};
  const Description::Target* target = focused(now);
  return target == nullptr ? std::string() : spokenTarget(*target);
}

/// A heading first, for it says where one is; the rest as it stands.
std::string spokenScreen(const Description& now, Spoken::Codes codes, const std::string& focus) {
  std::string said;
  const auto& texts = now.heard();
  const auto title =
      std::find_if(texts.begin(), texts.end(), [](const Heard& text) { return text.heading; });
  if (title != texts.end()) addSaid(said, spokenText(*title, codes));
  for (auto text = texts.begin(); text != texts.end(); ++text) {
    if (text != title) addSaid(said, spokenText(*text, codes));
  }
  if (!texts.empty()) {
    addSaid(said, focus);
    return said;
  }
  // A screen without a word, dark at night: what can be touched on it.
  for (const Description::Target& target : now.targets()) addSaid(said, spokenTarget(target));
  return said;
}

/// What a text became that stood there before as `old`: the letters that were added to it.
std::optional<std::string> typedOnto(const std::string& old, const std::string& now) {
  if (!now.starts_with(old) || now.size() == old.size()) return std::nullopt;
  const std::u32string more = platform::toCodePoints(now.substr(old.size()));
  if (more.size() > kMostTypedAtOnce) return std::nullopt;
  std::string said;
  for (const char32_t each : more) {
    if (!said.empty()) said += ", ";
    said += spokenMark(platform::toUtf8({&each, 1}));
  }
  return said;
}

/// Whether `now` is one of `gone` with another number in it.
bool counts(const std::vector<std::string>& gone, const std::string& now) {
  const std::string words = withoutDigits(now);
  return std::any_of(gone.begin(), gone.end(),
                     [&](const std::string& old) { return withoutDigits(old) == words; });
}

std::string spokenChange(const std::vector<std::string>& gone, const std::string& now,
                         bool countdown) {
  if (countdown && counts(gone, now)) {
    const int left = secondsIn(now);
    return left % kCountEach == 0 || left == kLastCount ? now : std::string();
  }
  if (tellsTime(now) && counts(gone, now)) return {};
  for (const std::string& old : gone) {
    if (const auto typed = typedOnto(old, now)) return *typed;
  }
  return now;
}

bool isIn(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

std::string spokenTarget(const Description::Target& target) {
  std::string label = spokenMark(target.label);
  if (label.size() > 1 && label.back() == '.') label.pop_back();
  const auto with = [&](const char* words) { return filled(tr(words), {{"label", label}}); };
  if (!target.enabled) return with(platform::noted("{label}, not possible now"));
  if (target.role == "held")
    return with(platform::noted("{label}, button: hold it for three seconds"));
  if (target.role == "field") return with(platform::noted("{label}, field to type in"));
  if (target.focused) return with(platform::noted("{label}, chosen"));
  if (target.role == "key") return label;
  return with(platform::noted("{label}, button"));
}

std::string Spoken::news(const Description& now, Codes codes) {
  std::vector<std::string> texts;
  for (const Heard& text : now.heard()) texts.push_back(text.text);
  const std::string focus = spokenFocus(now, codes);
  std::string said;
  if (now.screen() != screen_) {
    said = spokenScreen(now, codes, focus);
  } else {
    std::vector<std::string> gone;
    std::copy_if(texts_.begin(), texts_.end(), std::back_inserter(gone),
                 [&](const std::string& text) { return !isIn(texts, text); });
    for (const Heard& text : now.heard()) {
      if (isIn(texts_, text.text)) continue;
      addSaid(said, text.secret ? spokenText(text, codes)
                                : spokenChange(gone, text.text, now.screen() == "still-there"));
    }
    if (focus != focus_) addSaid(said, focus);
  }
  screen_ = now.screen();
  texts_ = std::move(texts);
  focus_ = focus;
  return said;
}

std::string Spoken::whole(const Description& now, Codes codes) {
  return spokenScreen(now, Codes::Spelt, spokenFocus(now, codes));
}

}  // namespace hallpass

#include "kiosk/domain/subject.h"

#include <algorithm>
#include <vector>

#include "kiosk/domain/person_name.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::noted;

/// The words of `text` as they are compared, in an order of their own.
std::string comparedWords(std::string_view text) {
  std::u32string letters = platform::toCodePoints(platform::foldForSearch(text));
  std::erase_if(letters, platform::isPunctuation);
  std::vector<std::string> words = platform::words(platform::toUtf8(letters));
  std::sort(words.begin(), words.end());
  std::string joined;
  for (const std::string& word : words) joined += word + " ";
  return joined;
}

struct OverruleEntry {
  Overrule reason;
  std::string_view name;
  const char* title;
};

constexpr std::array kOverruleEntries{
    OverruleEntry{Overrule::OtherPerson, "other-person", noted("Another person of the same name")},
    OverruleEntry{Overrule::CodeLost, "code-lost", noted("That code cannot be used")},
    OverruleEntry{Overrule::Other, "other", noted("Something else")},
};
static_assert(kOverruleEntries.size() == kOverrules.size());

const OverruleEntry& overruleEntryOf(Overrule reason) {
  return *std::find_if(kOverruleEntries.begin(), kOverruleEntries.end(),
                       [&](const OverruleEntry& entry) { return entry.reason == reason; });
}

}  // namespace

platform::Hash subjectToken(const platform::Key& key, std::string_view passType,
                            std::string_view classTitle, std::string_view name) {
  return platform::keyedHash(key, "subject\n" + std::string(passType) + "\n" +
                                      comparedWords(classTitle) + "\n" +
                                      comparedWords(inSpokenOrder(name)));
}

std::string_view name(Overrule reason) { return overruleEntryOf(reason).name; }

std::optional<Overrule> overruleNamed(std::string_view name) {
  for (const OverruleEntry& entry : kOverruleEntries) {
    if (entry.name == name) return entry.reason;
  }
  return std::nullopt;
}

std::string_view title(Overrule reason) { return platform::tr(overruleEntryOf(reason).title); }

}  // namespace hallpass

#include "kiosk/guide/find_answers.h"

#include <algorithm>
#include <string>
#include <utility>

#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

constexpr std::size_t kFewestLetters = 2;

/// `text` for comparing: folded, its words with one space before each, marks left out.
std::string prepared(std::string_view text) {
  std::u32string points = platform::toCodePoints(platform::foldForSearch(text));
  for (char32_t& point : points) {
    if (platform::isPunctuation(point)) point = U' ';
  }
  std::string all;
  for (const std::string& word : platform::words(platform::toUtf8(points))) all += " " + word;
  return all;
}

/// A text as it stands in its file, and as the student reads it.
void addBoth(std::string& all, const std::string& english) {
  all += prepared(english);
  all += prepared(platform::tr(english));
}

struct Searched {
  std::string first;  ///< What the student sees.
  std::string rest;   ///< Why, and what to do.
};

Searched searchedOf(const GuideAnswer& answer) {
  Searched texts;
  addBoth(texts.first, answer.title);
  for (const std::string& message : answer.messages) addBoth(texts.first, message);
  for (const std::string* text : {&answer.question, &answer.yes, &answer.cause, &answer.body}) {
    addBoth(texts.rest, *text);
  }
  return texts;
}

enum class Rank : std::uint8_t { Seen, Told, Inside, None };

Rank rankOf(const Searched& texts, const std::vector<std::string>& words) {
  const auto all = [&](const auto& holds) {
    return std::all_of(words.begin(), words.end(), holds);
  };
  const auto begins = [](const std::string& text, const std::string& word) {
    return text.find(" " + word) != text.npos;
  };
  if (all([&](const std::string& word) { return begins(texts.first, word); })) return Rank::Seen;
  const std::string both = texts.first + texts.rest;
  if (all([&](const std::string& word) { return begins(both, word); })) return Rank::Told;
  if (all([&](const std::string& word) { return both.find(word) != both.npos; })) {
    return Rank::Inside;
  }
  return Rank::None;
}

std::vector<std::string> wordsOf(std::string_view typed) {
  return platform::words(prepared(typed));
}

}  // namespace

bool enoughToFindAnswers(std::string_view typed) {
  std::size_t letters = 0;
  for (const std::string& word : wordsOf(typed)) letters += platform::toCodePoints(word).size();
  return letters >= kFewestLetters;
}

std::vector<const GuideAnswer*> findAnswers(const std::vector<GuideAnswer>& answers,
                                            std::string_view typed) {
  if (!enoughToFindAnswers(typed)) return {};
  const std::vector<std::string> words = wordsOf(typed);
  std::vector<std::pair<Rank, const GuideAnswer*>> ranked;
  for (const GuideAnswer& answer : answers) {
    const Rank rank = rankOf(searchedOf(answer), words);
    if (rank != Rank::None) ranked.emplace_back(rank, &answer);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  std::vector<const GuideAnswer*> found;
  found.reserve(ranked.size());
  for (const auto& [rank, answer] : ranked) found.push_back(answer);
  return found;
}

}  // namespace hallpass

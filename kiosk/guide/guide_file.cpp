#include <algorithm>

#include "kiosk/guide/asset_table.h"
#include "kiosk/guide/guide.h"

namespace hallpass {
namespace {

constexpr std::size_t kCards = 3;
constexpr std::size_t kClosingLines = 2;

std::vector<WarningCard> readCards(AssetTable& file) {
  std::vector<WarningCard> cards;
  for (AssetTable& table : file.tables("cards", kCards)) {
    WarningCard card;
    card.title = table.text("title", kLongestTitle);
    card.body = table.text("body", kLongestCardBody);
    card.agree = table.text("agree", kLongestAgree);
    table.refuseOtherKeys();
    cards.push_back(std::move(card));
  }
  return cards;
}

/// The outcomes that need an answer, for a sentence.
std::string answerable() {
  std::string names;
  for (const Outcome outcome : kOutcomes) {
    if (outcome == Outcome::Worked) continue;
    names += (names.empty() ? "" : ", ") + std::string(name(outcome));
  }
  return names;
}

bool answers(const std::vector<GuideAnswer>& known, Outcome outcome) {
  return std::any_of(known.begin(), known.end(),
                     [outcome](const GuideAnswer& answer) { return answer.outcome == outcome; });
}

void readAnswer(AssetTable& table, std::vector<GuideAnswer>& known) {
  const std::string word = table.text("outcome", kLongestTitle);
  GuideAnswer answer;
  answer.title = table.text("title", kLongestTitle);
  answer.body = table.text("body", kLongestAnswer);
  table.refuseOtherKeys();
  const auto outcome = outcomeNamed(word);
  if (!outcome || *outcome == Outcome::Worked) {
    table.mistake("outcome", "is \"" + word + "\". Use one of: " + answerable() + ".");
    return;
  }
  if (answers(known, *outcome)) {
    table.mistake("outcome", "is \"" + word + "\" a second time. Keep one of the two answers.");
    return;
  }
  answer.outcome = *outcome;
  known.push_back(std::move(answer));
}

std::vector<GuideAnswer> readAnswers(AssetTable& file) {
  std::vector<GuideAnswer> found;
  for (AssetTable& table : file.tables("answers")) readAnswer(table, found);
  for (const Outcome outcome : kOutcomes) {
    if (outcome == Outcome::Worked || answers(found, outcome)) continue;
    file.mistake("answers", "has none for \"" + std::string(name(outcome)) +
                                "\". Add a table [[answers]] with that outcome.");
  }
  std::sort(found.begin(), found.end(), [](const GuideAnswer& one, const GuideAnswer& other) {
    return one.outcome < other.outcome;
  });
  return found;
}

}  // namespace

platform::Result<Guide, AssetProblem> loadGuide(const std::filesystem::path& assets,
                                                const std::string& id) {
  const auto content = readAsset(assets, "guides", id, "guide");
  if (!content) return content.error();
  Mistakes mistakes("guides/" + id + ".toml");
  AssetTable file(*content, mistakes);
  Guide guide;
  guide.id = id;
  guide.lead = file.text("lead", kLongestSentence);
  guide.cards = readCards(file);
  guide.codeStep = file.text("code_step", kLongestSentence);
  guide.siteStep = file.text("site_step", kLongestSentence);
  guide.next = file.texts("next", kClosingLines, kClosingLines, kLongestSentence);
  guide.answers = readAnswers(file);
  file.refuseOtherKeys();
  if (mistakes.first()) return *mistakes.first();
  return guide;
}

}  // namespace hallpass

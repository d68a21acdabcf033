#include <algorithm>

#include "kiosk/guide/guide_files.h"

namespace hallpass {
namespace {

constexpr std::size_t kCards = 3;
constexpr std::size_t kClosingLines = 2;
constexpr std::size_t kMostParts = 3;

std::vector<WarningCard> readCards(GuideTable& file) {
  std::vector<WarningCard> cards;
  for (GuideTable& table : file.tables("cards")) {
    WarningCard card;
    card.title = table.words("title", kLongestTitle);
    card.body = table.words("body", kLongestCardBody);
    card.agree = table.words("agree", kLongestAgree);
    card.accounts = table.accounts();
    card.facts = table.facts();
    table.plain().refuseOtherKeys();
    cards.push_back(std::move(card));
  }
  return cards;
}

void checkCards(GuideTable& file, const Guide& guide) {
  if (guide.cards.empty()) return;
  for (const AccountKind kind : guide.accounts) {
    const std::size_t shown = shownFor(guide.cards, kind).size();
    if (shown == kCards) continue;
    file.plain().mistake("cards", "shows " + std::to_string(shown) + " cards for the account \"" +
                                      std::string(name(kind)) + "\"; write exactly " +
                                      std::to_string(kCards) + ".");
  }
}

/// What is for an account that the guide does not know would never be seen.
template <class Shown>
void checkAccounts(GuideTable& file, const Guide& guide, const char* key,
                   const std::vector<Shown>& all) {
  const auto& known = guide.accounts;
  for (const Shown& one : all) {
    for (const AccountKind kind : one.accounts) {
      if (known.empty() || std::find(known.begin(), known.end(), kind) != known.end()) continue;
      file.plain().mistake(key, "names the account \"" + std::string(name(kind)) + "\" in \"" +
                                    one.title + "\". Add it to the guide's accounts too.");
    }
  }
}

}  // namespace

Guide readGuide(const toml::table& content, const Known& known, Mistakes& mistakes) {
  GuideTable file(AssetTable(content, mistakes), known);
  Guide guide;
  guide.lead = file.words("lead", kLongestSentence);
  guide.accounts = file.accounts(Presence::Required);
  guide.codeStep = file.words("code_step", kLongestSentence);
  guide.siteStep = file.words("site_step", kLongestSentence);
  guide.next = file.wordsList("next", kClosingLines, kClosingLines, kLongestSentence);
  guide.parts = file.wordsList("parts", 1, kMostParts, kLongestTitle);
  guide.pocket = file.words("pocket", kLongestPocket, Presence::Required, Lines::Many);
  guide.cards = readCards(file);
  guide.steps =
      readSteps(file, static_cast<int>(guide.parts.empty() ? kMostParts : guide.parts.size()));
  file.plain().refuseOtherKeys();
  checkCards(file, guide);
  checkAccounts(file, guide, "cards", guide.cards);
  checkAccounts(file, guide, "steps", guide.steps);
  return guide;
}

}  // namespace hallpass

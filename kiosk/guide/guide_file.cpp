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
  file.refuseOtherKeys();
  if (mistakes.first()) return *mistakes.first();
  return guide;
}

}  // namespace hallpass

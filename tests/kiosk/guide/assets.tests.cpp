#include <algorithm>
#include <fstream>
#include <set>

#include "kiosk/guide/guide.h"
#include "platform/base/text.h"
#include "tests/support/catch.h"

namespace hallpass {
namespace {

const std::filesystem::path kAssets = TESTS_DATA "/../../assets";

std::vector<std::string> sampleCells(const std::string& file, std::size_t column, char separator) {
  std::ifstream in(std::string(TESTS_DATA "/") + file);
  std::vector<std::string> cells;
  for (std::string line; std::getline(in, line);) {
    std::size_t begin = 0;
    for (std::size_t skip = 0; skip < column; ++skip) begin = line.find(separator, begin) + 1;
    const std::string_view cell =
        std::string_view(line).substr(begin, line.find(separator, begin) - begin);
    cells.emplace_back(platform::trim(cell));
  }
  return cells;
}

std::int64_t shapely(const PassType& type, const std::vector<std::string>& cells) {
  return std::count_if(cells.begin(), cells.end(),
                       [&](const std::string& cell) { return type.hasShape(cell); });
}

PassType shipped(const std::string& id) {
  auto type = loadPassType(kAssets, id);
  INFO((type ? "" : type.error().sentence));
  REQUIRE(type);
  return *type;
}

}  // namespace

TEST_CASE("the shipped assets hold no mistake") {
  std::string all;
  for (const AssetProblem& problem : checkAssets(kAssets)) all += problem.sentence + "\n";
  CHECK(all == "");
}

TEST_CASE("the desk offers three of the shipped pass types until a venue says otherwise") {
  std::vector<std::string> offered;
  for (const std::string& id : passTypeIds(kAssets)) {
    if (shipped(id).offered) offered.push_back(id);
  }
  CHECK(offered == std::vector<std::string>{"azure-pass", "exam-voucher", "training-key"});
}

TEST_CASE("the topics stand in the order of their places: a new account comes first") {
  const auto guide = loadGuide(kAssets, "azure-pass");
  REQUIRE(guide);
  std::vector<std::string> topics;
  for (const GuideTopic& topic : guide->topics) topics.push_back(topic.id);
  CHECK(topics ==
        std::vector<std::string>{"new-account", "which-account", "balance", "help-and-terms"});
}

TEST_CASE("every shipped pass type loads with its guide") {
  for (const std::string& id : passTypeIds(kAssets)) {
    const PassType type = shipped(id);
    const auto guide = loadGuide(kAssets, type.guide);
    INFO((guide ? "" : guide.error().sentence));
    REQUIRE(guide);
    CHECK(guide->id == type.guide);
    CHECK(guide->next.size() == 2);
    for (const AccountKind kind : guide->accounts) CHECK(shownFor(guide->cards, kind).size() == 3);
    CHECK_FALSE(guide->browsers.empty());
    CHECK_FALSE(guide->addresses.empty());
  }
}

TEST_CASE("every guide answers each outcome, in the order of the stages") {
  for (const std::string& id : guideIds(kAssets)) {
    const auto guide = loadGuide(kAssets, id);
    REQUIRE(guide);
    std::set<Outcome> outcomes;
    Stage last = Stage::Before;
    for (const GuideAnswer& answer : guide->answers) {
      outcomes.insert(answer.outcome);
      CHECK(answer.stage >= last);
      last = answer.stage;
      CHECK(guide->answer(answer.id) == &answer);
    }
    INFO(id);
    CHECK(outcomes.size() == kOutcomes.size() - 1);
  }
}

TEST_CASE("an Azure Pass code that is already used asks first who used it") {
  const auto guide = loadGuide(kAssets, "azure-pass");
  REQUIRE(guide);
  const GuideAnswer* const used = guide->answer("already-used");
  REQUIRE(used != nullptr);
  CHECK(used->question.rfind("Did you ", 0) == 0);
  CHECK_FALSE(used->yes.empty());
}

TEST_CASE("the shapes fit the sample lists and nothing else of them") {
  CHECK(shapely(shipped("azure-pass"), sampleCells("codes-azure-5x5.txt", 0, '\t')) == 12);
  CHECK(shapely(shipped("azure-pass"), sampleCells("codes-azure-pasted.txt", 0, ',')) == 16);
  CHECK(shapely(shipped("training-key"), sampleCells("codes-training-keys.csv", 1, ',')) == 18);
  CHECK(shapely(shipped("training-key"), sampleCells("codes-training-keys.csv", 0, ',')) == 0);
  CHECK(shapely(shipped("exam-voucher"), sampleCells("codes-exam-vouchers.csv", 0, ';')) == 10);
  CHECK(shapely(shipped("exam-voucher"), sampleCells("codes-exam-vouchers.csv", 1, ';')) == 0);
}

TEST_CASE("a training key's case counts, an Azure Pass code's does not") {
  CHECK(shipped("training-key").identity("3Be72559") == "3Be72559");
  CHECK(shipped("azure-pass").identity("mctest0kiosk01") == "MCTEST0KIOSK01");
}

}  // namespace hallpass

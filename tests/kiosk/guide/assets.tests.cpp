#include <algorithm>
#include <fstream>

#include "kiosk/domain/payload.h"
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

TEST_CASE("the shipped pass types are the three of the beginning") {
  CHECK(passTypeIds(kAssets) ==
        std::vector<std::string>{"azure-pass", "exam-voucher", "training-key"});
}

TEST_CASE("every shipped pass type and its guide load, and its QR holds the bare code") {
  for (const std::string& id : passTypeIds(kAssets)) {
    const PassType type = shipped(id);
    const auto guide = loadGuide(kAssets, type.guide);
    INFO((guide ? "" : guide.error().sentence));
    REQUIRE(guide);
    CHECK(guide->cards.size() == 3);
    CHECK(guide->next.size() == 2);
    CHECK(*fillPayload(type.payload, {{"CODE", "aB-1"}}) == "aB-1");
  }
}

TEST_CASE(
    "every shipped guide answers each thing that can go wrong, in the order of the outcomes") {
  for (const std::string& id : passTypeIds(kAssets)) {
    const auto guide = loadGuide(kAssets, id);
    INFO((guide ? id : guide.error().sentence));
    REQUIRE(guide);
    REQUIRE(guide->answers.size() == kOutcomes.size() - 1);
    for (std::size_t i = 0; i < guide->answers.size(); ++i) {
      CHECK(guide->answers[i].outcome == kOutcomes[i + 1]);
      CHECK_FALSE(guide->answers[i].title.empty());
      CHECK_FALSE(guide->answers[i].body.empty());
    }
  }
}

TEST_CASE("who reads that a code is already used is first asked who used it") {
  for (const std::string& id : passTypeIds(kAssets)) {
    const auto guide = loadGuide(kAssets, id);
    REQUIRE(guide);
    REQUIRE(guide->answers.front().outcome == Outcome::AlreadyUsed);
    INFO(guide->answers.front().body);
    CHECK(guide->answers.front().body.rfind("Did you ", 0) == 0);
    CHECK(guide->answers.front().body.find("yourself") != std::string::npos);
  }
}

TEST_CASE("the Azure Pass guide says the three things that go wrong") {
  const auto guide = loadGuide(kAssets, "azure-pass");
  REQUIRE(guide);
  const auto says = [](const std::string& text, const char* what) {
    return text.find(what) != std::string::npos;
  };
  for (const char* window : {"InPrivate", "Incognito", "Firefox", "Safari", "Close ALL"}) {
    CHECK(says(guide->cards[0].body, window));
  }
  CHECK(says(guide->cards[1].body, "NEW personal Microsoft account"));
  CHECK(says(guide->cards[1].body, "work or school"));
  CHECK(says(guide->cards[2].body, "taken"));
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

#include "kiosk/desk/batch_list.h"
#include "kiosk/desk/leftovers.h"
#include "kiosk/exchange/code_list.h"
#include "platform/os/files.h"
#include "tests/kiosk/desk/restocking.h"

using namespace hallpass;
using namespace tests;

namespace {

using Act = Intent::Act;
using Texts = std::vector<std::string>;

constexpr std::int64_t kDay = 86'400'000;

/// A device with batches, and the screen that lists them.
struct Batches {
  DeskRoom room;
  PageStack pages{room, batchesPage(room.tools())};

  std::int64_t add(int count, std::optional<platform::UtcTime> redeemBy = std::nullopt) {
    std::vector<NewCode> codes;
    for (int at = 0; at < count; ++at) {
      const std::string text = "WK0SKTEST" + std::to_string(100'000'000 + next_++);
      codes.push_back({at + 1, Code(text), text, std::nullopt});
    }
    NewBatch batch;
    batch.passType = "azure-pass";
    batch.fileName = "mail.csv";
    batch.fileHash = platform::sha256("the file");
    batch.course = "AZ-104T00";
    batch.order = "MP-1";
    batch.redeemBy = redeemBy;
    batch.value = "$100";
    const auto report =
        room.ledger().stock().add(batch, codes, Mode::Keep, Role::Instructor, {}).value();
    pages.refresh();
    return report.batch;
  }
  [[nodiscard]] Sign sign(std::size_t row) const {
    return pages.desk().table.value().rows.at(row).sign;
  }
  [[nodiscard]] std::string fact(const std::string& label) const {
    const DeskView view = pages.desk();
    for (const auto& fact : view.facts) {
      if (fact.label == label) return fact.value;
    }
    FAIL("no fact " + label);
    return {};
  }
  [[nodiscard]] StockCount count() { return room.ledger().stock().count(std::nullopt).value(); }

  /// Everything that lies on the stick, hidden files too.
  [[nodiscard]] std::vector<std::filesystem::path> onStick() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(room.stick())) {
      files.push_back(entry.path());
    }
    return files;
  }

 private:
  int next_ = 0;
};

CodeList listIn(const std::filesystem::path& file) {
  const auto type = loadPassType(assetsFolder(), "azure-pass").value();
  const auto bytes = platform::readFile(file, 1'000'000).value();
  return readCodes(readTable(bytes).value(), type, {}).value();
}

}  // namespace

TEST_CASE("batches stand newest first, with where they came from and what is left") {
  Batches desk;
  CHECK(desk.pages.desk().table->whenEmpty ==
        "No codes have come in yet. Bring some under Restock.");
  desk.add(3);
  desk.add(2, *platform::parseIsoTime("2027-01-28T23:59:59.999Z"));
  CHECK(desk.pages.rows() ==
        Texts{"2026-10-14 | Azure Pass | AZ-104T00, MP-1 | mail.csv | 2 | 2027-01-28",
              "2026-10-14 | Azure Pass | AZ-104T00, MP-1 | mail.csv | 3 | none"});
}

TEST_CASE("a batch that ends within 14 days, before the class, or has ended is marked so") {
  Batches desk;
  const auto now = desk.room.clock.now();
  desk.add(1, platform::UtcTime{now.ms + 13 * kDay});
  desk.add(1, platform::UtcTime{now.ms + 20 * kDay});
  CHECK(desk.sign(0) == Sign::None);
  CHECK(desk.sign(1) == Sign::Attention);
  NewClass facts;
  facts.title = "Long course";
  facts.passType = "azure-pass";
  facts.until = platform::UtcTime{now.ms + 21 * kDay};
  REQUIRE(desk.room.ledger().classes().open(facts, Role::Instructor));
  desk.pages.refresh();
  CHECK(desk.sign(0) == Sign::Attention);
  desk.room.clock.pass(std::chrono::hours(24 * 15));
  desk.pages.refresh();
  CHECK(desk.sign(0) == Sign::Attention);
  CHECK(desk.sign(1) == Sign::Bad);
}

TEST_CASE("a batch tells its story, and its counts add up to what came in") {
  Batches desk;
  desk.add(6);
  desk.room.openClass();
  const auto student = desk.room.add("Aino Virtanen");
  desk.room.claim(student);
  REQUIRE(desk.room.ledger().claims().replace(student, Cause::Used, Role::Instructor));
  desk.pages.refresh();
  desk.pages.open(0);
  CHECK(desk.pages.desk().title == "Batch 1: Azure Pass");
  CHECK(desk.fact("came in") == "6");
  CHECK(desk.fact("in stock") == "4");
  CHECK(desk.fact("taken") == "1");
  CHECK(desk.fact("in quarantine") == "1");
  const std::string hash = platform::toHex(platform::sha256("the file"));
  CHECK(desk.pages.rows() ==
        Texts{"File | mail.csv", "SHA-256 | " + hash.substr(0, 16) + " ...",
              "Taken in | " + platform::toLocalText(desk.room.clock.now()) + " by the instructor",
              "Redeem by | none", "Course, order | AZ-104T00, MP-1", "Worth | $100"});
  CHECK(desk.pages.desk().lead == "What is left stays in stock for the next class of this pass.");
}

TEST_CASE("what is left of a batch goes back onto a stick, out of stock, and can be read again") {
  Batches desk;
  desk.add(1);
  desk.add(3, *platform::parseIsoTime("2027-01-28T23:59:59.999Z"));
  desk.pages.open(0);
  desk.pages.touch("return");
  CHECK(desk.pages.screen() == "return-leftovers");
  CHECK(desk.pages.desk().leadSign == Sign::Waiting);
  CHECK_FALSE(desk.pages.desk().main->enabled);
  const auto stick = desk.room.stick();
  desk.pages.refresh();
  CHECK(desk.pages.desk().lead.starts_with("3 codes leave the stock of this device for good"));
  desk.pages.touch("return");
  CHECK_FALSE(desk.pages.on<WorkingView>().cancels);
  desk.pages.finishWork();
  const auto notice = desk.pages.on<NoticeView>();
  CHECK(notice.headline == "3 codes are on the stick");
  CHECK(notice.detail.starts_with("You can pull it now."));
  REQUIRE(desk.onStick().size() == 1);
  const CodeList list = listIn(desk.onStick().front());
  REQUIRE(list.codes.size() == 3);
  CHECK(list.rejected == 0);
  CHECK(list.odd == 0);
  CHECK(list.codes.front().code == Code("WK0SKTEST100000001"));
  CHECK(list.codes.front().redeemBy == *platform::parseIsoTime("2027-01-28T23:59:59.999Z"));
  CHECK(desk.count().returned == 3);
  CHECK(desk.count().inStock == 1);
  CHECK(desk.room.newestEvent() == "codes-returned by instructor");
}

TEST_CASE("returned codes can be written again, with what was returned since") {
  Batches desk;
  const std::int64_t batch = desk.add(2);
  REQUIRE(std::filesystem::is_directory(desk.room.stick()));
  REQUIRE(desk.room.ledger().stock().takeBack(batch, Role::Instructor));
  desk.pages.refresh();
  desk.pages.open(0);
  CHECK(desk.pages.desk().main->label == "Write the returned codes again");
  desk.pages.touch("return");
  CHECK(desk.pages.desk().lead == "The file also holds the 2 codes returned before.");
  desk.pages.touch("return");
  desk.pages.finishWork();
  CHECK(listIn(desk.onStick().front()).codes.size() == 2);
}

TEST_CASE("a stick that cannot be written leaves every code in stock") {
  Batches desk;
  desk.add(2);
  const LeftoversAsk ask{1, 2, desk.room.stick() / "gone", desk.room.tools().ledgerFile,
                         Role::Instructor};
  const auto returned = returnLeftovers(ask, desk.room.clock);
  REQUIRE_FALSE(returned);
  CHECK_FALSE(returned.error().outOfStock);
  CHECK(returned.error().sentence.ends_with("No code left the stock."));
  CHECK(desk.count().inStock == 2);
}

TEST_CASE("codes that left the stock but not for the stick can be written again: none is lost") {
  Batches desk;
  desk.add(2);
  const auto inTheWay = desk.room.stick() / "leftovers-batch-1-20261014-174640.csv" / "folder";
  std::filesystem::create_directories(inTheWay);
  desk.pages.open(0);
  desk.pages.touch("return");
  desk.pages.touch("return");
  desk.pages.finishWork();
  const auto notice = desk.pages.on<NoticeView>();
  CHECK(notice.sign == Sign::Bad);
  CHECK(notice.headline == "The codes left the stock, but the file was not written");
  CHECK(notice.detail.ends_with("Then write the file again: no code is lost."));
  CHECK(desk.count().returned == 2);
  std::filesystem::remove_all(inTheWay.parent_path());
  desk.pages.touch("again");
  desk.pages.touch("return");
  desk.pages.finishWork();
  CHECK(desk.pages.on<NoticeView>().headline == "2 codes are on the stick");
  CHECK(listIn(desk.onStick().front()).codes.size() == 2);
}

TEST_CASE("a stick that is pulled before the writing leaves every code in stock, and says so") {
  Batches desk;
  desk.add(2);
  REQUIRE(std::filesystem::is_directory(desk.room.stick()));
  desk.pages.open(0);
  desk.pages.touch("return");
  std::filesystem::remove_all(desk.room.stick());
  desk.pages.touch("return");
  desk.pages.finishWork();
  CHECK(desk.pages.on<NoticeView>().headline == "Nothing was returned");
  CHECK(desk.count().inStock == 2);
  desk.pages.touch("again");
  CHECK(desk.pages.screen() == "return-leftovers");
  CHECK(desk.pages.desk().lead == "Plug in the stick that the codes go onto.");
}

TEST_CASE("a batch of which nothing is left has nothing to return") {
  Batches desk;
  desk.add(1);
  desk.room.openClass();
  desk.room.claim(desk.room.add("Aino Virtanen"));
  desk.pages.refresh();
  desk.pages.open(0);
  CHECK_FALSE(desk.pages.desk().main);
  desk.pages.act(Act::Main);
  CHECK(desk.pages.screen() == "batch");
}

TEST_CASE("among several sticks one is chosen") {
  Batches desk;
  desk.add(1);
  const auto first = desk.room.stick();
  const auto other = first.parent_path() / "ZIP";
  std::filesystem::create_directories(other);
  desk.pages.open(0);
  desk.pages.touch("return");
  CHECK(desk.pages.field("stick").choices == Texts{"STICK", "ZIP"});
  desk.pages.choose("stick", "ZIP");
  desk.pages.touch("return");
  desk.pages.finishWork();
  CHECK(desk.onStick().empty());
  CHECK_FALSE(std::filesystem::is_empty(other));
}

TEST_CASE("no text of the batches holds a code, and the stick's file name neither") {
  Batches desk;
  desk.add(2);
  REQUIRE(std::filesystem::is_directory(desk.room.stick()));
  std::string seen = joinedTexts(desk.pages.view());
  desk.pages.open(0);
  seen += joinedTexts(desk.pages.view());
  desk.pages.touch("return");
  seen += joinedTexts(desk.pages.view());
  desk.pages.touch("return");
  desk.pages.finishWork();
  seen += joinedTexts(desk.pages.view());
  CHECK(seen.find("WK0SKTEST") == std::string::npos);
  CHECK(seen.find("leftovers-batch-1-") != std::string::npos);  // The control.
}

TEST_CASE("the stock is shown in pictures, each beside words that say the same") {
  Batches desk;
  CHECK_FALSE(desk.pages.desk().other);
  const auto now = desk.room.clock.now();
  desk.add(3, platform::UtcTime{now.ms + 5 * kDay});
  desk.add(2, platform::UtcTime{now.ms + 90 * kDay});
  desk.add(1);
  desk.room.openClass();
  desk.room.claim(desk.room.add("Aino Virtanen"));
  desk.pages.refresh();
  desk.pages.touch("pictures");
  const DeskView view = desk.pages.desk();
  CHECK(view.screen == "stock");
  REQUIRE(view.route.size() == 3);  // No order is known.
  CHECK(view.route[0].value == "6");
  CHECK(view.route[1].value == "1");
  CHECK(view.route[2].value == "0");
  REQUIRE(view.columns);
  CHECK(view.columns->sentence == "2 codes in stock end within 14 days.");
  REQUIRE(view.columns->columns.size() == 3);
  CHECK(view.columns->columns[0].value == 2);
  CHECK(view.columns->columns[0].sign == Sign::Attention);
  CHECK(view.columns->columns[1].value == 2);
  CHECK(view.columns->columns[1].sign == Sign::None);
  CHECK(view.columns->columns[2].label == "no end");
  REQUIRE(view.course);
  CHECK(view.course->sentence == "5 codes of 6 that came in are in stock.");
  CHECK(view.course->steps.back().value == 5);
  desk.pages.back();
  CHECK(desk.pages.screen() == "batches");
}

TEST_CASE("of many days to redeem by, the later ones share a column") {
  Batches desk;
  const auto now = desk.room.clock.now();
  for (int day = 20; day < 30; ++day) desk.add(1, platform::UtcTime{now.ms + day * kDay});
  desk.add(4);
  desk.pages.touch("pictures");
  const auto columns = desk.pages.desk().columns->columns;
  REQUIRE(columns.size() == 5);
  CHECK(columns[3].label == "later");
  CHECK(columns[3].value == 7);
  CHECK(columns[4].value == 4);
}

// What the desk says of the depot, and what can be done with it there.
#include <algorithm>
#include <set>

#include "kiosk/desk/depot_page.h"
#include "kiosk/desk/erasing_page.h"
#include "tests/kiosk/desk/restocking.h"
#include "tests/kiosk/desk/stand_in_depot.h"

using namespace hallpass;
using namespace tests;

namespace {

/// A device that is enrolled at a depot that is on line.
struct DepotRoom {
  DeskRoom room;
  StandInDepot depot;

  DepotRoom() {
    depot.stands.synced = at("2026-10-14T08:30");
    depot.stands.left = 240;
  }

  DeskTools tools() {
    DeskTools tools = room.tools();
    tools.depot = &depot;
    return tools;
  }
  void join() { REQUIRE(room.ledger().leases().join(freshUuid(), Role::Operator).ok()); }
  /// Codes of the depot that are here, of a lease of their own.
  void lease(int count, const std::string& passType = "azure-pass") {
    const LeaseAsk ask{freshUuid(), passType, count};
    REQUIRE(room.ledger().leases().ask(ask).ok());
    std::vector<LeasedCode> codes;
    for (int at = 0; at < count; ++at) {
      const std::string text = "LEASED" + std::to_string(1'000'000 + ++leased_);
      codes.push_back({freshUuid(), Code(text), text, std::nullopt});
    }
    REQUIRE(room.ledger().leases().hold(ask, codes).ok());
  }
  std::int64_t unused() { return room.ledger().leases().figures()->inStock; }

 private:
  int leased_ = 0;
};

/// The front page's line of the depot; an empty one where it has none.
FrontView::Line depotLineOf(const PageStack& pages) {
  for (const FrontView::Line& line : pages.on<FrontView>().lines) {
    if (line.button == "Depot") return line;
  }
  return {};
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> factsOf(const PageStack& pages) {
  std::vector<std::string> facts;
  for (const Fact& fact : pages.desk().facts) facts.push_back(fact.value + " " + fact.label);
  return facts;
}

constexpr std::array kTroubles{
    DepotRefusal::Unreachable,  DepotRefusal::Unknown,    DepotRefusal::Frozen,
    DepotRefusal::Lost,         DepotRefusal::Rebuilding, DepotRefusal::Empty,
    DepotRefusal::WrongVersion, DepotRefusal::NotAllowed, DepotRefusal::Broken,
    DepotRefusal::Ledger,       DepotRefusal::Untrusted};

}  // namespace

TEST_CASE("a device without a depot says nothing of one") {
  DeskRoom room;
  const PageStack pages(room, frontPage(room.tools()));
  CHECK(depotLineOf(pages).sentence.empty());
}

TEST_CASE("the overview says that the depot is on line, when that was, and where its codes are") {
  DepotRoom room;
  room.join();
  room.lease(18);
  const PageStack pages(room.room, frontPage(room.tools()));
  const auto line = depotLineOf(pages);
  CHECK(line.sign == Sign::Good);
  CHECK(line.sentence ==
        "The depot is on line. Last synchronised: Wed 14 Oct, 08:30. Codes of the depot: 18 here, "
        "240 left there.");
  CHECK(pages.on<FrontView>().lines.back().button == "Depot");
}

TEST_CASE("a device that is not enrolled, or has not asked yet, says so") {
  DepotRoom room;
  room.depot.stands = {};
  room.depot.stands.trouble = DepotRefusal::NotSet;
  PageStack pages(room.room, frontPage(room.tools()));
  CHECK(depotLineOf(pages).sign == Sign::Attention);
  CHECK(holds(depotLineOf(pages).sentence, "hallpass depot enrol"));
  room.join();
  pages.refresh();
  CHECK(depotLineOf(pages).sign == Sign::Waiting);
  CHECK(holds(depotLineOf(pages).sentence, "not asked yet"));
}

TEST_CASE("each trouble with the depot has a sentence of its own, above what is well") {
  DepotRoom room;
  room.join();
  std::set<std::string> sentences;
  for (const DepotRefusal trouble : kTroubles) {
    room.depot.stands.trouble = trouble;
    room.depot.stands.since = at("2026-10-14T09:15");
    const PageStack pages(room.room, frontPage(room.tools()));
    const auto line = depotLineOf(pages);
    INFO(name(trouble) << ": " << line.sentence);
    CHECK((line.sign == Sign::Attention || line.sign == Sign::Bad));
    CHECK(sentences.insert(line.sentence).second);
  }
  room.depot.stands.trouble = DepotRefusal::Unreachable;
  PageStack pages(room.room, frontPage(room.tools()));
  CHECK(holds(depotLineOf(pages).sentence, "since Wed 14 Oct, 09:15"));
  CHECK(holds(depotLineOf(pages).sentence, "to be sent."));
  CHECK(depotLineOf(pages).sign == Sign::Attention);
  // What the ledger knows for good comes first.
  REQUIRE(room.room.ledger().leases().freeze("declared-lost").ok());
  pages.refresh();
  CHECK(depotLineOf(pages).sign == Sign::Bad);
  CHECK(holds(depotLineOf(pages).sentence, "declared this device lost"));
}

TEST_CASE("the depot's page has its numbers, and synchronises when it is asked to") {
  DepotRoom room;
  room.join();
  room.lease(18);
  PageStack pages(room.room, depotPage(room.tools()));
  CHECK(factsOf(pages)[0] == "18 unused codes of the depot are here");
  CHECK(factsOf(pages)[1] == "240 codes are left in the depot");
  CHECK(pages.desk().leadSign == Sign::Good);
  pages.touch("synchronise");
  CHECK(room.depot.toldNow == 1);
  CHECK(holds(pages.desk().lead, "Synchronising"));
  CHECK_FALSE(pages.desk().main->enabled);
  room.depot.stands.busy = false;
  room.depot.stands.trouble = DepotRefusal::Unreachable;
  pages.refresh();
  CHECK(factsOf(pages).back() == "Wed 14 Oct, 08:30 last synchronised");
  CHECK(pages.desk().main->enabled);
}

TEST_CASE("unused codes go back to the depot once no class needs them") {
  DepotRoom room;
  room.join();
  room.room.openClass();
  room.lease(18);
  room.lease(5, "training-key");
  PageStack pages(room.room, depotPage(room.tools()));
  pages.touch("give-back");
  CHECK(pages.screen() == "depot-give-back");
  CHECK(holds(pages.on<NoticeView>().headline, "Give 5 codes back"));
  CHECK(holds(pages.on<NoticeView>().detail, "18 codes of the open class stay"));
  pages.touch("give-back");
  CHECK(pages.screen() == "depot");
  CHECK(room.unused() == 18);
  CHECK(room.depot.toldNow == 1);
  pages.touch("give-back");
  CHECK(pages.screen() == "depot-in-use");
  pages.touch("understood");
  CHECK(room.unused() == 18);
  room.room.setState(ClassState::Closed);
  pages.touch("give-back");
  pages.touch("keep");
  CHECK(room.unused() == 18);
  pages.touch("give-back");
  pages.touch("give-back");
  CHECK(room.unused() == 0);
  CHECK(room.room.newestEvent() == "codes-returned by instructor");
  CHECK_FALSE(pages.desk().other);
}

TEST_CASE("the test of the device says how it stands with the depot") {
  DepotRoom room;
  room.join();
  room.depot.stands.trouble = DepotRefusal::WrongVersion;
  PageStack pages(room.room, readinessPage(room.tools()));
  pages.finishWork();
  const auto rows = pages.rows();
  const auto depot = std::find_if(
      rows.begin(), rows.end(), [](const std::string& row) { return row.starts_with("Depot | "); });
  REQUIRE(depot != rows.end());
  CHECK(holds(*depot, "one of them is older"));
}

TEST_CASE("an erasure has the depot's worker let go of the ledger, and then go on") {
  DepotRoom room;
  room.join();
  {
    PageStack pages(room.room, std::make_unique<ErasingPage>(room.tools(), KeptPins{}));
    pages.finishWork();
    CHECK(room.depot.paused == "pr");
  }
  CHECK(room.depot.paused == "pr");
}

namespace {

/// The restock screen of a device with a stick and a depot.
struct DepotRestocking : DepotRoom {
  PageStack pages;
  DepotRestocking() : pages(room, (join(), restockPage(tools()))) {}

  void choose(const std::string& content) {
    room.putOnStick("codes.txt", content);
    pages.touch("stick");
    pages.refresh();
    pages.open(0);
    pages.finishWork();
  }
};

const std::string kThreeCodes = "WK0SKTEST100000001\nWK0SKTEST100000002\nWK0SKTEST100000003\n";

}  // namespace

TEST_CASE("a list goes to the depot for all rooms, and nothing of it into this room's stock") {
  DepotRestocking desk;
  desk.depot.answer = std::int64_t{2};
  desk.choose(kThreeCodes);
  CHECK(desk.pages.desk().main->label == "For all rooms: 3 codes to the depot");
  CHECK(desk.pages.desk().other->label == "For this room only");
  desk.pages.touch("send");
  desk.pages.finishWork();
  CHECK(desk.pages.screen() == "restock-sent");
  CHECK(desk.pages.desk().title == "2 codes of Azure Pass are new in the depot");
  CHECK(factsOf(desk.pages).front() == "1 was in the depot before");
  REQUIRE(desk.depot.sent.size() == 1);
  CHECK(desk.depot.sent[0].codes.size() == 3);
  CHECK(desk.depot.sent[0].facts.passType == "azure-pass");
  CHECK(desk.room.ledger().stock().count(std::nullopt)->loaded == 0);
  CHECK(desk.depot.toldNow == 1);
  CHECK(desk.room.newestEvent() == "depot-restocked by instructor");
  CHECK(desk.room.journal().back().fields.find("WK0SKTEST") == std::string::npos);
  desk.pages.touch("depot");
  CHECK(desk.pages.screen() == "depot");
}

TEST_CASE("a list for this room alone goes into its stock, as without a depot") {
  DepotRestocking desk;
  desk.choose(kThreeCodes);
  desk.pages.touch("take");
  desk.pages.finishWork();
  CHECK(desk.pages.screen() == "restock-done");
  CHECK(desk.depot.sent.empty());
  CHECK(desk.room.ledger().stock().count(std::nullopt)->inStock == 3);
}

TEST_CASE("what is known here stays out of the depot: it may have been handed out here") {
  DepotRestocking desk;
  desk.choose("WK0SKTEST100000002\n");
  desk.pages.touch("take");
  desk.pages.finishWork();
  desk.pages.touch("more");
  desk.room.putOnStick("codes.txt", kThreeCodes);
  desk.pages.refresh();
  desk.pages.open(0);
  desk.pages.finishWork();
  desk.pages.touch("send");
  desk.pages.finishWork();
  REQUIRE(desk.depot.sent.size() == 1);
  REQUIRE(desk.depot.sent[0].codes.size() == 2);
  CHECK(desk.depot.sent[0].codes[0].identity == "WK0SKTEST100000001");
  CHECK(desk.depot.sent[0].codes[1].identity == "WK0SKTEST100000003");
}

TEST_CASE("sending that was cut is told, and is the same batch when it is sent again") {
  DepotRestocking desk;
  desk.depot.answer = DepotRefusal::Unreachable;
  desk.choose(kThreeCodes);
  desk.pages.touch("send");
  desk.pages.finishWork();
  CHECK(desk.pages.screen() == "restock-unsent");
  CHECK(holds(desk.pages.on<NoticeView>().detail, "Send the list again"));
  CHECK(desk.room.newestEvent() == "depot-joined by operator");
  desk.pages.touch("back");
  desk.depot.answer = std::int64_t{0};
  desk.pages.touch("send");
  desk.pages.finishWork();
  CHECK(desk.pages.screen() == "restock-sent");
  REQUIRE(desk.depot.sent.size() == 2);
  CHECK(desk.depot.sent[0].id == desk.depot.sent[1].id);
}

TEST_CASE("a device that the depot gives nothing offers to send it nothing") {
  DepotRestocking desk;
  REQUIRE(desk.room.ledger().leases().freeze("two-ledgers").ok());
  desk.choose(kThreeCodes);
  CHECK(desk.pages.desk().main->id == "take");
  CHECK_FALSE(desk.pages.desk().other);
}

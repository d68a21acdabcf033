#include "kiosk/desk/intake.h"
#include "kiosk/desk/redeem_by.h"
#include "kiosk/desk/restock_page.h"
#include "platform/base/text.h"
#include "tests/kiosk/desk/restocking.h"

using namespace hallpass;
using namespace tests;

namespace {

using Act = Intent::Act;

/// Codes of an Azure Pass, one a line.
std::string list(int first, int count) {
  std::string text;
  for (int at = first; at < first + count; ++at) {
    text += "WK0SKTEST" + std::to_string(100'000'000 + at) + "\n";
  }
  return text;
}

std::vector<std::string> buttonIds(const DeskView& view) {
  std::vector<std::string> ids;
  for (const auto& button : view.buttons) ids.push_back(button.id);
  return ids;
}

Order order(const std::string& number, int licences) {
  Order bought;
  bought.number = number;
  bought.date = *platform::parseIsoTime("2026-09-01");
  bought.course = "AZ-104T00";
  bought.title = "Microsoft Student Access Pass: Azure";
  bought.licences = licences;
  return bought;
}

/// An order of which so many codes are expected.
void expect(DeskRoom& room, const std::string& number, int quantity) {
  const std::vector<Order> orders{order(number, quantity)};
  REQUIRE(room.ledger().orders().import(orders, Mode::Keep, Role::Instructor));
  REQUIRE(room.ledger().orders().add(number, std::nullopt, Role::Instructor));
}

}  // namespace

TEST_CASE("a list of a stick goes into stock whole: from the first screen to the stored rows") {
  Restocking desk;
  CHECK(desk.pages.screen() == "restock");
  desk.choose("mail.csv", sample("codes-azure-one-line.csv"));
  CHECK(desk.pages.screen() == "restock-preview");
  CHECK(desk.pages.desk().title == "mail.csv");
  CHECK(desk.fact("new") == "24");
  CHECK(desk.count().loaded == 0);
  CHECK(desk.pages.desk().main->label == "Take 24 codes into stock");
  desk.take();
  CHECK(desk.pages.screen() == "restock-done");
  CHECK(desk.pages.desk().title == "24 codes of Azure Pass are in stock");
  CHECK(desk.pages.desk().lead == "You can pull the stick.");
  CHECK(desk.fact("Azure Pass codes left") == "24");
  CHECK(desk.stored().size() == 24);
  CHECK(desk.stored().front() == "QTLJ05CZ6ZIZB4C0EI");
  CHECK(desk.room.newestEvent() == "codes-imported by instructor");
}

TEST_CASE("a batch keeps its file's name and SHA-256, who took it, and what was said of it") {
  Restocking desk;
  desk.choose("mail.csv", list(0, 3));
  desk.pages.fill("course", "AZ-104T00");
  desk.pages.choose("order", "Another ...");
  desk.pages.type("MP-77");
  desk.pages.choose("redeem-by", "In 30 days");
  desk.pages.fill("value", "$100, 30 days");
  desk.take();
  const Batch batch = desk.newestBatch();
  CHECK(batch.facts.passType == "azure-pass");
  CHECK(batch.facts.fileName == "mail.csv");
  CHECK(batch.facts.fileHash == platform::sha256(list(0, 3)));
  CHECK(batch.facts.course == "AZ-104T00");
  CHECK(batch.facts.order == "MP-77");
  CHECK(batch.facts.redeemBy == *platform::parseIsoTime("2026-11-13T23:59:59.999Z"));
  CHECK(batch.facts.value == "$100, 30 days");
  CHECK(batch.importedBy == "instructor");
}

TEST_CASE("what is said of the codes is asked once and kept for the next list") {
  Restocking desk;
  desk.choose("a.csv", list(0, 2));
  desk.pages.fill("course", "AZ-500");
  desk.pages.choose("redeem-by", "In 90 days");
  desk.take();
  desk.pages.touch("more");
  CHECK(desk.pages.screen() == "restock-files");
  desk.room.putOnStick("b.csv", list(10, 2));
  desk.pages.refresh();
  desk.pick("b.csv");
  CHECK(desk.pages.field("course").value == "AZ-500");
  CHECK(desk.pages.field("redeem-by").chosen == 2);
  desk.take();
  CHECK(desk.newestBatch().facts.course == "AZ-500");
  CHECK(desk.count().loaded == 4);
}

TEST_CASE("what a list holds is told apart, and each part opens its lines without a whole code") {
  Restocking desk;
  desk.choose("first.txt", "WK0SKTEST000000001\n");
  desk.take();
  desk.pages.touch("more");
  desk.room.putOnStick("list.csv",
                       "Code,Status\nWK0SKTEST000000001,\nWK0SKTEST000000002,\n"
                       "WK0SKTEST000000002,\nODD-1,\nWK0SKTEST000000003,Used\n"
                       "WK0SKTEST000000004,\nWK0SKTEST000000005,\nWK0SKTEST000000006,\n");
  desk.pages.refresh();
  desk.pick("list.csv");
  CHECK(desk.fact("new") == "5");
  CHECK(desk.fact("duplicate") == "1");
  CHECK(desk.fact("known here") == "1");
  CHECK(desk.fact("unusual") == "1");
  CHECK(desk.fact("left out") == "1");
  CHECK(buttonIds(desk.pages.desk()) ==
        std::vector<std::string>{"new", "duplicate", "in-stock", "odd", "rejected"});
  desk.pages.touch("new");
  CHECK(desk.pages.screen() == "restock-lines");
  CHECK(desk.pages.rows().front() == "3 | ••••0002 | ");
  desk.pages.back();
  desk.pages.touch("duplicate");
  CHECK(desk.pages.names() == std::vector<std::string>{"4"});
  desk.pages.back();
  desk.pages.touch("in-stock");
  CHECK(desk.pages.rows() == std::vector<std::string>{"2 | The code of this line came in before."});
  desk.pages.back();
  desk.pages.touch("odd");
  CHECK(desk.pages.desk().title == "Unusual: 1");
  CHECK(desk.pages.names() == std::vector<std::string>{"5"});
  desk.pages.open(0);
  CHECK(desk.pages.on<NoticeView>().headline == "Line 5");
  CHECK(desk.pages.on<NoticeView>().detail.ends_with("Compare it with the list as it was sent."));
  desk.pages.touch("back");
  desk.pages.back();
  desk.pages.touch("rejected");
  CHECK(desk.pages.names() == std::vector<std::string>{"6"});
}

TEST_CASE("a line of many codes says how many of it are new where some came in before") {
  Restocking desk;
  desk.choose("a.txt", "WK0SKTEST000000001\nWK0SKTEST000000002\n");
  desk.take();
  desk.pages.touch("more");
  desk.room.putOnStick("b.csv",
                       "WK0SKTEST000000001,WK0SKTEST000000002,WK0SKTEST000000003,"
                       "WK0SKTEST000000004,WK0SKTEST000000005\n");
  desk.pages.refresh();
  desk.pick("b.csv");
  desk.pages.touch("new");
  CHECK(desk.pages.rows() == std::vector<std::string>{"1 | 3 new codes | "});
  desk.pages.back();
  desk.pages.touch("in-stock");
  CHECK(desk.pages.rows() == std::vector<std::string>{"1 | 2 codes of this line came in before."});
}

TEST_CASE("the kind of pass whose shape fits is chosen first, and another one can be") {
  Restocking desk;
  desk.choose("keys.csv", sample("codes-training-keys.csv"));
  const auto field = desk.pages.field("pass-type");
  CHECK(field.choices == std::vector<std::string>{"Azure Pass", "Exam voucher", "Training key"});
  CHECK(field.chosen == 2);
  CHECK(desk.pages.desk().leadSign == Sign::None);
  desk.pages.choose("pass-type", "Exam voucher");
  desk.pages.finishWork();
  CHECK(desk.pages.screen() == "restock-preview");
  CHECK(desk.pages.field("pass-type").chosen == 1);
  desk.take();
  CHECK(desk.newestBatch().facts.passType == "exam-voucher");
}

TEST_CASE("a kind of pass that fits no code of the list is warned of before anything is stored") {
  Restocking desk;
  desk.choose("a.txt", list(0, 3));
  desk.pages.choose("pass-type", "Training key");
  desk.pages.finishWork();
  REQUIRE(desk.pages.screen() == "restock-preview");
  CHECK(desk.pages.desk().leadSign == Sign::Attention);
  CHECK(desk.pages.desk().lead.starts_with("None of them looks like a code of Training key"));
}

TEST_CASE("among kinds of pass that fit alike, the class's comes first") {
  Restocking desk;
  NewClass facts;
  facts.title = "Exam day";
  facts.passType = "exam-voucher";
  REQUIRE(desk.room.ledger().classes().open(facts, Role::Instructor));
  desk.choose("a.txt", list(0, 3));
  CHECK(desk.pages.field("pass-type").chosen == 1);
}

TEST_CASE("the dates of the file are kept, and a date for the batch is not asked for then") {
  Restocking desk;
  desk.choose("vouchers.csv", sample("codes-exam-vouchers.csv"));
  const auto field = desk.pages.field("redeem-by");
  REQUIRE(field.choices.size() == 1);
  CHECK(field.choices.front().starts_with("As in the file: 2027-01-28 to "));
  desk.take();
  const auto unused = desk.room.ledger().stock().unused(std::nullopt).value();
  CHECK(redeemByText(unused.front().redeemBy.value()) == "2027-01-28");
}

TEST_CASE("a redeem-by date that is past, or none at all, is refused with what to type") {
  Restocking desk;
  desk.choose("a.txt", list(0, 2));
  desk.pages.choose("redeem-by", "A date ...");
  desk.pages.type("2026-10-13");
  CHECK(desk.pages.on<EditView>().mistake ==
        "2026-10-13 is past: no code could be handed out. Type a day to come, such as 2027-01-12.");
  desk.pages.type("soon");
  CHECK(desk.pages.on<EditView>().mistake ==
        "That is no date. Type it as year-month-day, such as 2027-01-12.");
  desk.pages.type("2026-10-14");
  CHECK(desk.pages.screen() == "restock-preview");
  CHECK(desk.pages.field("redeem-by").choices.back() == "2026-10-14");
  CHECK(desk.pages.field("redeem-by").chosen == 3);
  desk.take();
  CHECK(desk.newestBatch().facts.redeemBy == *platform::parseIsoTime("2026-10-14T23:59:59.999Z"));
}

TEST_CASE("a list whose codes have ended says so before it is taken") {
  Restocking desk;
  desk.choose("a.csv", "Code,Redeem by\nWK0SKTEST000000001,2026-01-01\nWK0SKTEST000000002,\n");
  CHECK(desk.pages.desk().leadSign == Sign::Attention);
  CHECK(desk.pages.desk().lead.starts_with("1 code of the list can never be handed out"));
  CHECK(desk.pages.field("redeem-by").choices.front() == "As in the file");
  CHECK(desk.pages.field("redeem-by").choices.size() == 4);
}

TEST_CASE("an order that waits for codes is offered, brings its course, and then has arrived") {
  Restocking desk;
  expect(desk.room, "MP-1", 3);
  desk.pages.refresh();
  CHECK(desk.fact("expected codes missing") == "3");
  CHECK(desk.pages.rows() == std::vector<std::string>{"MP-1 | AZ-104T00 | 3 | 0 | 3"});
  CHECK(desk.pages.desk().table->rows.front().sign == Sign::Waiting);
  desk.choose("a.txt", list(0, 2));
  CHECK(desk.pages.field("order").choices ==
        std::vector<std::string>{"None", "MP-1", "Another ..."});
  desk.pages.choose("order", "MP-1");
  CHECK(desk.pages.field("course").value == "AZ-104T00");
  desk.take();
  CHECK(desk.fact("still missing of order MP-1") == "1");
  desk.pages.touch("more");
  desk.pages.back();
  CHECK(desk.pages.rows() == std::vector<std::string>{"MP-1 | AZ-104T00 | 3 | 2 | 1"});
  CHECK(desk.pages.desk().table->rows.front().sign == Sign::Attention);
  desk.choose("b.txt", list(50, 1));
  CHECK(desk.pages.field("order").chosen == 1);
  desk.take();
  desk.pages.touch("more");
  desk.pages.back();
  CHECK(desk.pages.rows() == std::vector<std::string>{"MP-1 | AZ-104T00 | 3 | 3 | 0"});
  CHECK(desk.pages.desk().table->rows.front().sign == Sign::Good);
  desk.choose("c.txt", list(70, 1));
  CHECK(desk.pages.field("order").choices == std::vector<std::string>{"None", "Another ..."});
  CHECK(desk.pages.field("order").chosen == 0);
}

TEST_CASE("the same file again says when it was taken, and takes nothing") {
  Restocking desk;
  desk.choose("a.txt", list(0, 2));
  desk.take();
  desk.pages.touch("more");
  desk.pick("a.txt");
  CHECK(desk.fact("new") == "0");
  CHECK_FALSE(desk.pages.desk().main->enabled);
  CHECK(desk.pages.desk().lead.starts_with("This very file was taken before, on 2026-10-14."));
  desk.pages.act(Act::Main);
  CHECK(desk.pages.screen() == "restock-preview");
  CHECK(desk.room.ledger().stock().batches().value().size() == 1);
}

TEST_CASE("a file that is no list says why and what to do, and goes back to the files") {
  const std::string oldWorkbook = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  const std::vector<std::pair<std::string, std::string>> files{
      {"empty.csv", ""},
      {"paper.txt", "%PDF-1.7\n" + std::string(300, '\x01')},
      {"old.xlsx", oldWorkbook},
      {"torn.xlsx", std::string("PK\x03\x04", 4) + std::string(200, 'x')},
      {"names.csv", "Name,E-mail\nAino,a@example.org\nEetu,e@example.org\n"},
  };
  for (const auto& [name, content] : files) {
    INFO(name);
    Restocking desk;
    desk.choose(name, content);
    const auto notice = desk.pages.on<NoticeView>();
    CHECK(notice.screen == "restock-refused");
    CHECK(notice.headline == "No codes were taken");
    CHECK(notice.detail.ends_with(" Nothing was stored."));
    CHECK(notice.detail.size() > 60);
    desk.pages.touch("back");
    CHECK(desk.pages.screen() == "restock-files");
    CHECK(desk.count().loaded == 0);
  }
}

TEST_CASE("a stick that goes away between the list and the reading says so") {
  Restocking desk;
  desk.room.putOnStick("a.txt", list(0, 2));
  desk.pages.touch("stick");
  CHECK(desk.pages.names() == std::vector<std::string>{"a.txt"});
  std::filesystem::remove_all(desk.room.stick());
  desk.pages.open(0);
  desk.pages.finishWork();
  CHECK(desk.pages.on<NoticeView>().detail.starts_with("The stick was pulled"));
}

TEST_CASE("reading that is stopped leads back to the files, and taking that is leaves nothing") {
  Restocking desk;
  desk.room.putOnStick("a.txt", list(0, 2500));
  desk.pages.touch("stick");
  desk.pages.open(0);
  desk.pages.act(Act::Other);
  desk.pages.finishWork();
  CHECK(desk.pages.screen() == "restock-files");
  desk.pick("a.txt");
  desk.pages.touch("take");
  CHECK(desk.pages.on<WorkingView>().cancels);
  desk.pages.act(Act::Other);
  CHECK(desk.pages.on<WorkingView>().title == "Stopping ...");
  desk.pages.finishWork();
  CHECK(desk.pages.screen() == "restock-preview");
  CHECK(desk.count().loaded == 0);
  CHECK(desk.room.ledger().stock().batches().value().empty());
  desk.take();
  CHECK(desk.count().loaded == 2500);
}

TEST_CASE("in training mode stand-ins go into stock, and the codes of the file never do") {
  Restocking desk{true};
  desk.room.stock(5);
  desk.choose("a.txt", list(0, 3));
  CHECK(desk.pages.desk().lead.starts_with("Training"));
  desk.pages.touch("new");
  CHECK(desk.pages.rows().front() == "1 | ••••0006 | ");
  desk.pages.back();
  desk.take();
  const auto stored = desk.stored();
  CHECK(std::vector(stored.end() - 3, stored.end()) ==
        std::vector<std::string>{"TRAINING-0006", "TRAINING-0007", "TRAINING-0008"});
  desk.pages.touch("more");
  desk.pick("a.txt");
  desk.take();
  CHECK(desk.stored().back() == "TRAINING-0011");
  CHECK(desk.count().loaded == 11);
}

TEST_CASE("no text of the way into stock holds a whole code") {
  Restocking desk;
  std::string seen;
  const auto look = [&] { seen += joinedTexts(desk.pages.view()); };
  desk.choose("a.csv", "Code,Note\nWK0SKTEST000000001,x\nWK0SKTEST000000001,y\nSHORT-1,z\n");
  look();
  for (const std::string part : {"new", "duplicate", "odd"}) {
    desk.pages.touch(part);
    look();
    desk.pages.back();
  }
  desk.take();
  look();
  CHECK(seen.find("WK0SKTEST000000001") == std::string::npos);
  CHECK(seen.find("SHORT-1") == std::string::npos);
  CHECK(seen.find("••••0001") != std::string::npos);  // The control: the list was looked at.
}

TEST_CASE("a stick that is plugged in while the restock screen is open lists its files") {
  DeskRoom room;
  RestockPage page(room.tools());
  CHECK(std::holds_alternative<StayHere>(page.next()));
  room.putOnStick("a.txt", list(0, 1));
  page.refresh();
  auto step = page.next();
  REQUIRE(std::holds_alternative<OpenPage>(step));
  const auto view = std::get<DeskView>(std::get<OpenPage>(step).page->view());
  CHECK(view.screen == "restock-files");
  CHECK(view.table->rows.front().cells.front() == "a.txt");
  page.refresh();  // Back from the files, with the stick still there.
  CHECK(std::holds_alternative<StayHere>(page.next()));
}

TEST_CASE("a stick that came while another page was open opens nothing on the way back") {
  DeskRoom room;
  RestockPage page(room.tools());
  REQUIRE(std::holds_alternative<OpenPage>(page.handle({Act::Press, "", 1, 0})));
  room.putOnStick("a.txt", list(0, 1));
  page.refresh();
  CHECK(std::holds_alternative<StayHere>(page.next()));
}

TEST_CASE("the restock screen says how many codes of the class's pass are left") {
  Restocking desk;
  CHECK(desk.fact("codes left") == "0");
  CHECK(desk.pages.desk().facts.front().sign == Sign::Bad);
  desk.room.openClass();
  desk.room.stock(4);
  desk.pages.refresh();
  CHECK(desk.fact("Azure Pass codes left") == "4");
  CHECK(desk.pages.desk().facts.front().sign == Sign::None);
}

TEST_CASE("after a batch the way leads to the batches or the overview") {
  for (const auto& [button, place] :
       {std::pair{"batches", DeskPlace::Batches}, {"overview", DeskPlace::Front}}) {
    Restocking desk;
    desk.choose("a.txt", list(0, 1));
    desk.take();
    CHECK(desk.pages.desk().title == "1 code of Azure Pass is in stock");
    desk.pages.touch(button);
    CHECK(desk.pages.left<GoToPlace>().place == place);
  }
}

TEST_CASE("a ledger that cannot be opened by the worker takes nothing, and says why") {
  Restocking desk;
  IntakePlaces places(desk.room.tools());
  CodeSource source = typedSource({Code("WK0SKTEST000000001")}, desk.room.clock.now());
  const auto looked = lookAt(places, source, {}, {});
  REQUIRE(looked);
  places.ledgerFile = desk.room.stick();
  const auto taken = takeIn(places, *looked, {}, {});
  REQUIRE_FALSE(taken);
  CHECK_FALSE(taken.error().cancelled);
  CHECK(taken.error().sentence.size() > 20);
  CHECK_FALSE(lookAt(places, source, {}, {}));
  places.assets = desk.room.stick();
  const auto untyped = lookAt(places, source, {}, {});
  REQUIRE_FALSE(untyped);
  CHECK(untyped.error().sentence.starts_with("No pass type of this kiosk can be read"));
  CHECK(desk.count().loaded == 0);
}

TEST_CASE("a pass type that is off the forms is known for a class that was opened for it") {
  Restocking desk;
  const IntakePlaces places(desk.room.tools());
  const CodeSource source = typedSource({Code("TEST0-TEST1-TEST2")}, desk.room.clock.now());
  const auto idsOf = [](const Intake& intake) {
    std::vector<std::string> ids;
    for (const PassType& type : *intake.types) ids.push_back(type.id);
    return ids;
  };
  const auto before = lookAt(places, source, {}, {});
  REQUIRE(before);
  CHECK(idsOf(*before) == std::vector<std::string>{"azure-pass", "exam-voucher", "training-key"});
  NewClass facts;
  facts.title = "Games";
  facts.passType = "steam-key";
  REQUIRE(desk.room.ledger().classes().open(facts, Role::Operator));
  const auto looked = lookAt(places, source, {}, {});
  REQUIRE(looked);
  CHECK(idsOf(*looked) ==
        std::vector<std::string>{"azure-pass", "exam-voucher", "steam-key", "training-key"});
  CHECK(looked->type.id == "steam-key");
}

TEST_CASE("what is read and tried out can be stopped, and says that it was") {
  Restocking desk;
  const IntakePlaces places(desk.room.tools());
  desk.room.putOnStick("a.txt", list(0, 2500));
  auto source = readSource({desk.room.stick() / "a.txt", "a.txt", 1});
  REQUIRE(source);
  const Progress stop = [](std::int64_t, std::int64_t) { return false; };
  const auto stopped = lookAt(places, *source, {}, stop);
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().cancelled);
}

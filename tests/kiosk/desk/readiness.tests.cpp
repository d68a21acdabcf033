#include "kiosk/desk/places.h"
#include "kiosk/room/device_key.h"
#include "kiosk/room/signed_text.h"
#include "kiosk/room/status.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

namespace {

using Act = Intent::Act;

DeskTools staffTools(DeskRoom& room) {
  static const std::function<DisplayFacts()> display = [] { return DisplayFacts{1280, 800, 3.78}; };
  DeskTools tools = room.tools(Role::Staff);
  tools.display = &display;
  return tools;
}

/// The staff's readiness of `room`, once the test has ended.
PageStack tested(DeskRoom& room) {
  PageStack pages(room, readinessPage(staffTools(room)));
  CHECK(pages.screen() == "working");
  pages.finishWork();
  REQUIRE(pages.screen() == "readiness");
  return pages;
}

std::string rowOf(const PageStack& pages, const std::string& title) {
  for (const std::string& row : pages.rows()) {
    if (row.starts_with(title + " | ")) return row;
  }
  return "";
}

}  // namespace

TEST_CASE("staff read what was tested, what needs a look before what is in order") {
  DeskRoom room;
  PageStack pages = tested(room);
  CHECK(pages.desk().leadSign == Sign::Attention);
  CHECK(pages.desk().table->rows.front().sign == Sign::Attention);
  CHECK(pages.names().back() == "Not tested");
  CHECK(pages.desk().table->rows.back().sign == Sign::None);
  CHECK(rowOf(pages, "In order").find("Ledger, Journal, Disk") != std::string::npos);
  CHECK(rowOf(pages, "PINs").find("No PIN is set for the instructor") != std::string::npos);
  pages.open(0);
  CHECK(pages.screen() == "check");
  CHECK(pages.on<NoticeView>().headline == "PINs: needs a look");
}

TEST_CASE("what is in order, and what was not tested, is told on pages of their own") {
  DeskRoom room;
  PageStack pages = tested(room);
  const auto rows = pages.names();
  pages.open(rows.size() - 2);
  CHECK(pages.screen() == "checks");
  CHECK(pages.desk().title == "In order");
  CHECK(pages.rows().front() == "Ledger | The ledger is sound.");
  pages.open(1);
  CHECK(pages.on<NoticeView>().headline == "Journal: in order");
  pages.back();
  pages.back();
  pages.open(rows.size() - 1);
  CHECK(pages.desk().title == "Not tested");
  pages.open(99);
  CHECK(pages.screen() == "checks");
}

TEST_CASE("no screen of the readiness names a class, a student or a code") {
  DeskRoom room;
  room.openClass("Class of Anna");
  room.add("Maija Mehiläinen", "S1");
  room.stock(2);
  PageStack pages = tested(room);
  std::string all = joinedTexts(pages.view());
  pages.open(pages.names().size() - 2);
  pages.act(Act::PerPage, 4);
  all += joinedTexts(pages.view());
  pages.back();
  pages.touch("show");
  const auto ready = pages.on<NoticeView>();
  all += joinedTexts(pages.view()) + ready.qr;
  for (const std::string& secret :
       {std::string("Anna"), std::string("Maija"), DeskRoom::codeText(0)}) {
    CHECK(all.find(secret) == std::string::npos);
  }
  CHECK(all.find("A class is open") != std::string::npos);
}

TEST_CASE("the large screen shows a status that the device signed") {
  DeskRoom room;
  PageStack pages = tested(room);
  pages.touch("show");
  const auto ready = pages.on<NoticeView>();
  CHECK(ready.screen == "ready");
  CHECK(ready.headline == "Ready for class, with a remark");
  const auto key = deviceKey(room.tools().ledgerFile.parent_path());
  REQUIRE(key);
  CHECK(checkSigned(ready.qr, key->publicKey()));
  CHECK(ready.qrLabel == "Signed status of the device " + deviceName(key->publicKey()));
}

TEST_CASE("a device with something broken is not called ready") {
  DeskRoom room;
  std::ofstream(deviceKeyFile(room.tools().ledgerFile.parent_path())) << "x";
  PageStack pages = tested(room);
  CHECK(pages.desk().leadSign == Sign::Bad);
  CHECK(pages.names().front() == "Device key");
  pages.touch("show");
  CHECK(pages.on<NoticeView>().headline == "Not ready for a class");
  CHECK(pages.on<NoticeView>().qr.empty());
}

TEST_CASE("the touch test counts on the readiness as soon as it was tried") {
  DeskRoom room;
  PageStack pages = tested(room);
  CHECK(rowOf(pages, "Not tested").find("Touch") != std::string::npos);
  pages.touch("touch");
  for (std::size_t at = 0; at < 4; ++at) pages.act(Act::Press, at);
  pages.act(Act::Press, 3);
  pages.act(Act::Press, 99);
  pages.back();
  CHECK(rowOf(pages, "Touch").find("Only 4 of 9") != std::string::npos);
  pages.touch("touch");
  for (std::size_t at = 0; at < 9; ++at) pages.act(Act::Press, at);
  CHECK(pages.screen() == "touch-good");
  pages.touch("done");
  CHECK(rowOf(pages, "In order").find("Touch") != std::string::npos);
  pages.touch("again");
  pages.finishWork();
  CHECK(rowOf(pages, "In order").find("Touch") != std::string::npos);
}

TEST_CASE("the report goes to the stick, and says what to do where there is none") {
  DeskRoom room;
  PageStack pages = tested(room);
  pages.touch("report");
  CHECK(pages.screen() == "report-failed");
  pages.touch("done");
  const auto stick = room.stick();
  pages.touch("report");
  pages.finishWork();
  REQUIRE(pages.screen() == "report-written");
  const auto file = *std::filesystem::directory_iterator(stick);
  std::ifstream stream(file.path());
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  CHECK(text.find("Ledger (in order): The ledger is sound.") != std::string::npos);
  CHECK(checkSigned(text.substr(text.find("hallpass status 1")), std::nullopt));
}

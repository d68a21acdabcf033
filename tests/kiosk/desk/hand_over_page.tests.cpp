#include "kiosk/desk/hand_over_page.h"

#include <fstream>
#include <future>
#include <regex>
#include <set>
#include <sstream>

#include "kiosk/desk/places.h"
#include "kiosk/ledger/copies.h"
#include "platform/base/secret_hash.h"
#include "tests/kiosk/desk/page_stack.h"
#include "tests/support/mount.h"
#include "tests/support/process.h"

using namespace hallpass;
using namespace tests;
namespace fs = std::filesystem;

namespace {

using FileNames = std::set<std::string>;

constexpr const char* kInstructorPin = "135790";
constexpr std::size_t kBackupRow = 5;

/// A class in which one student took a code and another one none.
struct HandedOver {
  DeskRoom room;

  HandedOver() {
    room.openClass("AZ-104");
    room.stock(4);
    room.claim(room.add("=Aino()", "S1"));
    room.add("Bo Ek", "S2");
    const auto set = room.ledger().locks().set(Lock::Instructor,
                                               platform::hashSecret(kInstructorPin), Role::System);
    REQUIRE(set.ok());
  }

  [[nodiscard]] PageStack page() { return {room, handOverPage(room.tools())}; }
};

void typeInstructorPin(PageStack& pages, const std::string& pin) {
  REQUIRE(std::holds_alternative<PinView>(pages.view()));
  for (const char digit : pin) pages.typeKey(std::string(1, digit));
  pages.finishWork();
}

FileNames filesIn(const fs::path& folder) {
  FileNames names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
  return names;
}

/// `name` without what it tells of its content.
std::string plainName(const std::string& name) {
  return std::regex_replace(name, std::regex("-[0-9a-f]{12}(?=\\.)"), "");
}

FileNames plainNamesIn(const fs::path& folder) {
  FileNames names;
  for (const std::string& name : filesIn(folder)) names.insert(plainName(name));
  return names;
}

/// The file there whose plainName() that is.
fs::path fileIn(const fs::path& folder, const std::string& plain) {
  for (const std::string& name : filesIn(folder)) {
    if (plainName(name) == plain) return folder / name;
  }
  return folder / "none";
}

/// The name of the backup that lies there.
std::string backupIn(const fs::path& folder) {
  for (const std::string& name : filesIn(folder)) {
    if (name.starts_with("ledger-")) return name;
  }
  return "no backup";
}

std::string bytesIn(const fs::path& file) {
  std::ostringstream content;
  content << std::ifstream(file, std::ios::binary).rdbuf();
  return content.str();
}

/// How many of the codes that were ever stocked stand in what lies in `folder`, as text or in a
/// PDF.
int codesIn(const DeskRoom& room, const fs::path& folder) {
  std::string all;
  for (const std::string& name : filesIn(folder)) {
    all += name + bytesIn(folder / name);
    if (name.ends_with(".pdf")) all += runToEnd({{"pdftotext", folder / name, "-"}}).output;
  }
  int found = 0;
  for (int at = 0; at < room.stocked(); ++at) {
    found += all.find(DeskRoom::codeText(at)) == std::string::npos ? 0 : 1;
  }
  return found;
}

/// "claims no": what of each export is in the journal, in order.
std::vector<std::string> exportsIn(DeskRoom& room) {
  std::vector<std::string> exports;
  for (const JournalEntry& entry : room.journal()) {
    if (entry.event != "data-exported") continue;
    const bool whole = entry.fields.find(R"("with_codes":"yes")") != std::string::npos;
    const auto from = entry.fields.find(R"("what":")") + 8;
    exports.push_back(entry.fields.substr(from, entry.fields.find('"', from) - from) +
                      (whole ? " with codes by " : " by ") + entry.role);
  }
  return exports;
}

bool canMount() {
  const std::string why = Mount::whyNot();
  if (!why.empty()) WARN("not tested: " << why);
  return why.empty();
}

/// What must be the same before and after an export that failed.
std::string stateOf(DeskRoom& room) {
  return platform::toHex(room.journal().back().hash) + " " +
         std::to_string(room.ledger().stock().count(std::nullopt).value().inStock);
}

void checkFailed(PageStack& pages, const std::string& why) {
  const auto notice = pages.on<NoticeView>();
  CHECK(notice.screen == "hand-over-failed");
  CHECK(notice.detail.find(why) != std::string::npos);
  CHECK(notice.detail.find("Nothing changed in this device.") != std::string::npos);
}

}  // namespace

TEST_CASE("everything goes onto the stick, and only then it can be pulled") {
  HandedOver taught;
  const fs::path stick = taught.room.stick();
  PageStack pages = taught.page();
  CHECK(pages.desk().main->label == "Write to STICK");
  pages.touch("write");
  CHECK_FALSE(pages.on<WorkingView>().cancels);
  pages.finishWork();
  const auto notice = pages.on<NoticeView>();
  CHECK(notice.sign == Sign::Good);
  CHECK(notice.headline == "6 files are on the stick STICK");
  CHECK(notice.detail == "You can pull it now.");
  const std::string name = "hallpass-AZ-104-2026-10-14-";
  CHECK(plainNamesIn(stick) == FileNames{name + "claims.csv", name + "students-without-a-code.csv",
                                         name + "unused-codes.csv", name + "journal.jsonl",
                                         name + "journal.jsonl.manifest.json",
                                         name + "report.pdf"});
  CHECK(exportsIn(taught.room) ==
        std::vector<std::string>{"claims by instructor", "students by instructor",
                                 "unused by instructor", "journal by instructor",
                                 "report by instructor"});
  CHECK(codesIn(taught.room, stick) == 0);
  CHECK(bytesIn(fileIn(stick, name + "claims.csv")).find("\"'=Aino()\"") != std::string::npos);
  pages.touch("done");
  CHECK(pages.screen() == "hand-over");
}

TEST_CASE("whole codes leave only after the PIN was typed once more") {
  HandedOver taught;
  const fs::path stick = taught.room.stick();
  PageStack pages = taught.page();
  pages.choose("codes", "Whole, with your PIN");
  pages.touch("write");
  typeInstructorPin(pages, "246800");
  CHECK(std::holds_alternative<PinView>(pages.view()));
  CHECK(filesIn(stick).empty());
  typeInstructorPin(pages, kInstructorPin);
  pages.finishWork();
  CHECK(pages.on<NoticeView>().headline == "6 files are on the stick STICK");
  CHECK(pages.on<NoticeView>().detail.find("Whole codes are on it") != std::string::npos);
  CHECK(codesIn(taught.room, stick) == taught.room.stocked());
  const auto exports = exportsIn(taught.room);
  REQUIRE(exports.size() == 5);
  CHECK(exports[0] == "claims with codes by instructor");
  CHECK(exports[1] == "students by instructor");
  CHECK(exports[2] == "unused with codes by instructor");
  CHECK(exports[3] == "journal by instructor");
  pages.touch("done");
  CHECK(pages.screen() == "hand-over");
}

TEST_CASE("who does not type the PIN takes no codes along") {
  HandedOver taught;
  const fs::path stick = taught.room.stick();
  PageStack pages = taught.page();
  pages.choose("codes", "Whole, with your PIN");
  pages.touch("write");
  pages.back();
  CHECK(pages.screen() == "hand-over");
  CHECK(filesIn(stick).empty());
  CHECK(exportsIn(taught.room).empty());
}

TEST_CASE("what is left out stays, and no PIN is asked for where no code can leave") {
  HandedOver taught;
  const fs::path stick = taught.room.stick();
  PageStack pages = taught.page();
  pages.touch("all");
  pages.touch("all");
  CHECK_FALSE(pages.desk().main->enabled);
  pages.open(1);
  pages.choose("codes", "Whole, with your PIN");
  CHECK(pages.rows()[1].find("| yes") != std::string::npos);
  CHECK(pages.rows()[0].find("| no") != std::string::npos);
  pages.touch("write");
  pages.finishWork();
  CHECK(pages.on<NoticeView>().headline == "1 file is on the stick STICK");
  CHECK(plainNamesIn(stick) == FileNames{"hallpass-AZ-104-2026-10-14-students-without-a-code.csv"});
}

TEST_CASE("what was taken in earlier classes leaves only where somebody asks for it") {
  HandedOver taught;
  CHECK(taught.page().rows().size() == 6);
  taught.room.replaceClass("AZ-204");
  const fs::path stick = taught.room.stick();
  PageStack pages = taught.page();
  REQUIRE(pages.rows().size() == 7);
  CHECK(pages.rows()[5].starts_with("Codes taken in earlier classes | "));
  CHECK(pages.rows()[5].ends_with(" | no"));
  for (std::size_t kind = 0; kind < 6; ++kind) pages.open(kind);
  CHECK(pages.rows()[0].ends_with(" | no"));
  pages.touch("write");
  pages.finishWork();
  const std::string name = "hallpass-2026-10-14-claims-of-earlier-classes.csv";
  CHECK(plainNamesIn(stick) == FileNames{name});
  CHECK(bytesIn(fileIn(stick, name)).find("\"'=Aino()\"") != std::string::npos);
  CHECK(exportsIn(taught.room) == std::vector<std::string>{"earlier-claims by instructor"});
}

TEST_CASE(
    "a backup leaves only behind the PIN, whole, with the entry that tells of it, and no PIN") {
  HandedOver taught;
  const fs::path stick = taught.room.stick();
  PageStack pages = taught.page();
  CHECK(pages.rows()[kBackupRow].ends_with("whole codes, no PINs | no"));
  pages.open(kBackupRow);
  pages.touch("write");
  CHECK(filesIn(stick).empty());
  typeInstructorPin(pages, kInstructorPin);
  pages.finishWork();
  CHECK(pages.on<NoticeView>().headline == "7 files are on the stick STICK");
  CHECK(pages.on<NoticeView>().detail.find("Whole codes are on it") != std::string::npos);
  const fs::path copy = stick / backupIn(stick);
  const auto facts = inspectCopy(copy);
  REQUIRE(facts.ok());
  CHECK(facts->inStock == 3);
  CHECK(facts->head.hash == taught.room.journal().back().hash);
  CHECK(exportsIn(taught.room).back() == "backup with codes by instructor");
  CHECK(codesIn(taught.room, stick) == taught.room.stocked());
  CHECK(bytesIn(copy).find("$argon2id$") == std::string::npos);
  CHECK(filesIn(backupFolder(taught.room.tools().ledgerFile)).empty());
}

TEST_CASE("a backup alone can leave, and one bit of it that turns over is found") {
  HandedOver taught;
  const fs::path stick = taught.room.stick();
  PageStack pages = taught.page();
  pages.touch("all");
  pages.touch("all");
  pages.open(kBackupRow);
  pages.touch("write");
  typeInstructorPin(pages, kInstructorPin);
  pages.finishWork();
  REQUIRE(filesIn(stick).size() == 1);
  const fs::path copy = stick / backupIn(stick);
  CHECK(inspectCopy(copy).ok());
  std::string bytes = bytesIn(copy);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
  std::ofstream(copy, std::ios::binary) << bytes;
  CHECK_FALSE(inspectCopy(copy).ok());
}

TEST_CASE("in training mode there is no backup to take along") {
  HandedOver taught;
  DeskTools tools = taught.room.tools();
  tools.training = true;
  (void)taught.room.stick();
  PageStack pages(taught.room, handOverPage(tools));
  CHECK(pages.rows().size() == kBackupRow);
  pages.open(kBackupRow);
  pages.touch("write");
  pages.finishWork();
  CHECK(pages.on<NoticeView>().headline == "6 files are on the stick STICK");
}

TEST_CASE("without a stick the page says what to do, and follows one that is plugged in") {
  HandedOver taught;
  PageStack pages = taught.page();
  CHECK(pages.desk().lead.find("Plug in the stick") == 0);
  CHECK_FALSE(pages.desk().main->enabled);
  (void)taught.room.stick();
  pages.refresh();
  CHECK(pages.desk().main->enabled);
  CHECK(pages.desk().main->label == "Write to STICK");
}

TEST_CASE("where several sticks are plugged in, one of them is chosen") {
  HandedOver taught;
  const fs::path first = taught.room.stick();
  const fs::path second = first.parent_path() / "TWO";
  fs::create_directories(second);
  PageStack pages = taught.page();
  pages.choose("stick", "TWO");
  CHECK(pages.desk().main->label == "Write to TWO");
  pages.touch("write");
  pages.finishWork();
  CHECK(filesIn(first).empty());
  CHECK(filesIn(second).size() == 6);
}

TEST_CASE("what another room left on the stick is not written over") {
  HandedOver taught;
  const std::string journal = "hallpass-AZ-104-2026-10-14-journal";
  taught.room.putOnStick(journal + ".jsonl", "of the other room");
  PageStack pages = taught.page();
  pages.touch("write");
  pages.finishWork();
  const fs::path stick = taught.room.stick();
  CHECK(bytesIn(stick / (journal + ".jsonl")) == "of the other room");
  CHECK(fs::exists(stick / (journal + "-2.jsonl")));
}

TEST_CASE("without a class, stock and journal can leave") {
  DeskRoom room;
  room.stock(2);
  (void)room.stick();
  PageStack pages(room, handOverPage(room.tools()));
  CHECK(pages.rows()[0].find("needs a class") != std::string::npos);
  pages.open(0);
  CHECK(pages.rows()[0].find("needs a class") != std::string::npos);
  pages.touch("write");
  pages.finishWork();
  CHECK(plainNamesIn(room.stick()) == FileNames{"hallpass-2026-10-14-unused-codes.csv",
                                                "hallpass-2026-10-14-journal.jsonl",
                                                "hallpass-2026-10-14-journal.jsonl.manifest.json"});
}

TEST_CASE("a stick that is full is told, and the device is as it was", "[mount]") {
  if (!canMount()) return;
  HandedOver taught;
  const Mount stick = Mount::inMemory(taught.room.stick(), 2048);
  std::ofstream(stick.folder() / "holiday.mp4") << std::string((2048 - 40) * 1024, 'x');
  const std::string before = stateOf(taught.room);
  PageStack pages = taught.page();
  pages.touch("write");
  pages.finishWork();
  checkFailed(pages, "The stick is full.");
  CHECK(filesIn(stick.folder()) == FileNames{"holiday.mp4"});
  CHECK(stateOf(taught.room) == before);
  fs::remove(stick.folder() / "holiday.mp4");
  pages.touch("again");
  pages.touch("write");
  pages.finishWork();
  CHECK(pages.on<NoticeView>().headline == "6 files are on the stick STICK");
  CHECK(stateOf(taught.room) != before);
}

TEST_CASE("a stick without room for a backup keeps none of it, and neither does the device",
          "[mount]") {
  if (!canMount()) return;
  HandedOver taught;
  const Mount stick = Mount::inMemory(taught.room.stick(), 2048);
  std::ofstream(stick.folder() / "holiday.mp4") << std::string((2048 - 100) * 1024, 'x');
  PageStack pages = taught.page();
  pages.open(kBackupRow);
  pages.touch("write");
  typeInstructorPin(pages, kInstructorPin);
  pages.finishWork();
  CHECK(pages.on<NoticeView>().screen == "hand-over-failed");
  CHECK(pages.on<NoticeView>().detail.ends_with("or take another one."));
  CHECK(filesIn(stick.folder()) == FileNames{"holiday.mp4"});
  CHECK(filesIn(backupFolder(taught.room.tools().ledgerFile)).empty());
}

TEST_CASE("a stick that can only be read is told, and the device is as it was", "[mount]") {
  if (!canMount()) return;
  HandedOver taught;
  Mount stick = Mount::inMemory(taught.room.stick(), 2048);
  stick.makeReadOnly();
  const std::string before = stateOf(taught.room);
  PageStack pages = taught.page();
  pages.touch("write");
  pages.finishWork();
  checkFailed(pages, "The stick can only be read.");
  CHECK(stateOf(taught.room) == before);
}

TEST_CASE("a stick that is pulled is told, and the device is as it was", "[mount]") {
  if (!canMount()) return;
  HandedOver taught;
  const TemporaryFolder folder;
  Mount stick = Mount::ext4(taught.room.stick(), folder.path() / "image", 4096);
  const std::string before = stateOf(taught.room);
  PageStack pages = taught.page();
  std::promise<void> pulled;
  const auto waits =
      taught.room.worker().start([done = pulled.get_future().share()](platform::Worker::Job&) {
        done.wait();
        return platform::Worker::Finish{};
      });
  pages.touch("write");
  stick.pull();
  pulled.set_value();
  pages.finishWork();
  checkFailed(pages, "The stick could not be written.");
  CHECK(stateOf(taught.room) == before);
  CHECK(exportsIn(taught.room).empty());
}

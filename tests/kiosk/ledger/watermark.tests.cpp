// The head of the journal that is kept outside of the ledger: what an old copy, a log that was
// damaged or a ledger that is gone would otherwise hide.
#include "kiosk/ledger/watermark.h"

#include <fstream>

#include "tests/kiosk/ledger/residue.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::JournalHead;
using hallpass::Ledger;
using hallpass::OpenRefusal;
using hallpass::Watermark;
namespace fs = std::filesystem;

namespace {

/// A room with one claim more than the copy of its ledger.
struct CopiedRoom : tests::Room {
  CopiedRoom() {
    openClass();
    addCodes(tests::newCodes(0, 5));
    REQUIRE(claim(student("Aino")).ok());
    ledger.reset();
    fs::copy_file(folder.file(), copy);
    ledger = tests::openLedger(folder.file(), clock);
    later = claim(student("Ben")).value().code.reveal();
    ledger.reset();
  }

  void bringBackTheCopy() const {
    fs::copy_file(copy, folder.file(), fs::copy_options::overwrite_existing);
  }

  tests::TempFolder elsewhere;
  fs::path copy = elsewhere.path() / "copy.db";
  std::string later;  ///< The code that the copy has in stock.
};

JournalHead headOf(tests::Room& room) {
  const auto verdict = room.ledger->journal().verify(std::nullopt).value();
  return {verdict.events, verdict.head};
}

void writeMark(const tests::Room& room, const std::string& bytes) {
  std::ofstream(Watermark::fileOf(room.folder.file()), std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("the mark is the head of the journal after every change", "[ledger][watermark]") {
  tests::Room room;
  const auto isThere = [&] { return Watermark::at(room.folder.file()) == headOf(room); };
  CHECK(isThere());
  room.openClass();
  CHECK(isThere());
  room.addCodes(tests::newCodes(0, 3));
  const auto aino = room.student("Aino");
  REQUIRE(room.claim(aino).ok());
  CHECK(isThere());
  REQUIRE(room.claim(room.student("Ben")).ok());
  CHECK(isThere());
  room.reopen();
  CHECK(isThere());
  REQUIRE(room.ledger->erase({}, hallpass::Role::Staff).ok());
  CHECK(isThere());
  room.reopen();
  CHECK(room.journal().size() == 1);
}

TEST_CASE("an old copy in the place of the ledger is refused", "[ledger][watermark]") {
  CopiedRoom room;
  room.bringBackTheCopy();
  const auto opened = Ledger::open(room.folder.file(), room.clock);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().kind == OpenRefusal::Kind::Older);
}

TEST_CASE("without the mark an old copy would give a code a second time", "[ledger][watermark]") {
  CopiedRoom room;
  room.bringBackTheCopy();
  fs::remove(Watermark::fileOf(room.folder.file()));
  room.reopen();
  CHECK(room.claim(room.student("Cleo")).value().code.reveal() == room.later);
}

TEST_CASE("a ledger that is gone is not begun anew", "[ledger][watermark]") {
  tests::Room room;
  room.ledger.reset();
  fs::remove(room.folder.file());
  const auto opened = Ledger::open(room.folder.file(), room.clock);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().kind == OpenRefusal::Kind::Older);
  CHECK_FALSE(fs::exists(room.folder.file()));
}

TEST_CASE("a mark that was damaged counts as none, and is written anew", "[ledger][watermark]") {
  tests::Room room;
  room.openClass();
  const JournalHead head = headOf(room);
  room.ledger.reset();
  const auto whole = tests::rawBytes(Watermark::fileOf(room.folder.file()));
  SECTION("empty") { writeMark(room, ""); }
  SECTION("a bit of the newest line, then the one before counts") {
    std::string bytes = whole;
    const auto at = bytes.find(platform::toHex(head.hash));
    REQUIRE(at != std::string::npos);
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    writeMark(room, bytes);
    CHECK(Watermark::at(room.folder.file())->events == head.events - 1);
  }
  SECTION("no text at all") { writeMark(room, std::string(9'000, '\xff')); }
  room.reopen();
  CHECK(Watermark::at(room.folder.file()) == head);
}

TEST_CASE("a mark is never taken back by somebody who is slower", "[ledger][watermark]") {
  tests::Room room;
  const auto slow = Watermark::open(room.folder.file());
  room.openClass();
  const JournalHead newest = headOf(room);
  CHECK(slow->raise({newest.events - 1, platform::sha256("before")}));
  CHECK(slow->read() == newest);
  CHECK(slow->set({1, platform::sha256("anew")}));
  CHECK(slow->read() == JournalHead{1, platform::sha256("anew")});
}

TEST_CASE("where the mark cannot be written, nothing is given", "[ledger][watermark]") {
  tests::Room room;
  room.ledger.reset();
  fs::remove(Watermark::fileOf(room.folder.file()));
  fs::create_directory(Watermark::fileOf(room.folder.file()));
  const auto opened = Ledger::open(room.folder.file(), room.clock);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().kind == OpenRefusal::Kind::Failed);
}

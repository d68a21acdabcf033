// What is saved of a ledger that cannot be opened any more.
#include "kiosk/ledger/rescue.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "kiosk/ledger/leaf_pages.h"
#include "tests/kiosk/ledger/full_room.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/residue.h"

using hallpass::Rescued;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPageBytes = 4096;

Rescued rescue(const fs::path& file, const fs::path& to) {
  auto rescued = hallpass::rescueLedger(file, to);
  if (!rescued) FAIL(rescued.error().sentence);
  return *std::move(rescued);
}

std::map<std::string, std::int64_t> rowsOf(const Rescued& rescued) {
  std::map<std::string, std::int64_t> rows;
  for (const auto& table : rescued.tables) rows[table.name] = table.rows;
  return rows;
}

std::vector<nlohmann::json> linesOf(const fs::path& file) {
  std::vector<nlohmann::json> lines;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

/// A full room that is closed, and what its tables hold.
struct SavedRoom {
  SavedRoom() {
    room.ledger.reset();
    tests::RawSql raw(room.folder.file());
    for (const auto& name : raw.column("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                       "AND name <> 'tally'")) {
      rows[name] = std::stoll(raw.text("SELECT count(*) FROM " + name));
    }
  }
  void overwritePage(std::size_t number) const {
    std::fstream out(room.folder.file(), std::ios::binary | std::ios::in | std::ios::out);
    out.seekp(static_cast<std::streamoff>(number * kPageBytes));
    out << std::string(kPageBytes, '\x5a');
  }
  [[nodiscard]] Rescued save() const { return rescue(room.folder.file(), to.path()); }

  tests::FullRoom room{{2, 120, 300}};
  tests::TempFolder to;
  std::map<std::string, std::int64_t> rows;
};

}  // namespace

TEST_CASE("of a ledger that is whole every row is saved", "[ledger][rescue]") {
  const SavedRoom saved;
  const auto before = tests::rawBytes(saved.room.folder.file());
  const Rescued rescued = saved.save();
  CHECK(rowsOf(rescued) == saved.rows);
  CHECK(rescued.damaged == 0);
  CHECK_FALSE(rescued.endLost);
  CHECK(tests::rawBytes(saved.room.folder.file()) == before);
  const auto codes = linesOf(saved.to.path() / "code.jsonl");
  REQUIRE(codes.size() == 600);
  CHECK(codes.front()["secret"].get<std::string>().find("ZYX0-CODE-") == 0);
  CHECK(linesOf(saved.to.path() / "journal.jsonl").front()["hash"].get<std::string>().size() == 64);
  const auto mode = fs::status(saved.to.path() / "code.jsonl").permissions();
  CHECK(mode == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("what was recorded last is saved out of the log", "[ledger][rescue]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 3));
  REQUIRE(room.claim(room.student("Aino")).ok());
  REQUIRE(fs::file_size(room.folder.file().string() + "-wal") > 0);
  tests::TempFolder copy;
  fs::copy_file(room.folder.file(), copy.file());
  fs::copy_file(room.folder.file().string() + "-wal", copy.file().string() + "-wal");
  const Rescued rescued = rescue(copy.file(), copy.path() / "saved");
  CHECK(rowsOf(rescued)["claim"] == 1);
  CHECK(rowsOf(rescued)["code"] == 3);
  CHECK_FALSE(rescued.endLost);
}

TEST_CASE("a log that is damaged or not there is told of", "[ledger][rescue]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 3));
  REQUIRE(room.claim(room.student("Aino")).ok());
  tests::TempFolder copy;
  const fs::path log = copy.file().string() + "-wal";
  fs::copy_file(room.folder.file(), copy.file());
  const std::string whole = tests::rawBytes(room.folder.file().string() + "-wal");
  const auto rescuedWith = [&](const std::string& bytes) {
    std::ofstream(log, std::ios::binary) << bytes;
    return rescue(copy.file(), copy.path() / "saved");
  };
  CHECK_FALSE(rescuedWith(whole).endLost);
  for (const std::size_t at : {std::size_t{20}, std::size_t{40}, whole.size() / 2}) {
    INFO(at);
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    CHECK(rescuedWith(bytes).endLost);
  }
  fs::remove(log);
  CHECK_FALSE(rescue(copy.file(), copy.path() / "saved").endLost);  // Nothing tells.
  fs::copy_file(room.folder.file().string() + "-head", copy.file().string() + "-head");
  CHECK(rescue(copy.file(), copy.path() / "saved").endLost);
}

TEST_CASE("whatever lies in the folder, the ledger is what is read, and it stays",
          "[ledger][rescue]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 3));
  REQUIRE(fs::file_size(room.folder.file().string() + "-wal") > 0);
  tests::TempFolder to;
  const fs::path file = to.path() / "rescue.db";
  std::ofstream(file) << "not the ledger";
  CHECK(rowsOf(rescue(room.folder.file(), to.path()))["code"] == 3);
  fs::copy_file(room.folder.file(), file, fs::copy_options::overwrite_existing);
  fs::copy_file(room.folder.file().string() + "-wal", file.string() + "-wal");
  const std::string before = tests::rawBytes(file);
  CHECK(rowsOf(rescue(file, to.path()))["code"] == 3);
  CHECK(tests::rawBytes(file) == before);
}

TEST_CASE("the first page gone, no row is lost but those on it", "[ledger][rescue]") {
  const SavedRoom saved;
  saved.overwritePage(0);
  CHECK_FALSE(hallpass::Ledger::open(saved.room.folder.file(), saved.room.clock).ok());
  CHECK(rowsOf(saved.save()) == saved.rows);
}

TEST_CASE("any page gone, every row of all other pages is saved", "[ledger][rescue]") {
  const SavedRoom saved;
  const std::string whole = tests::rawBytes(saved.room.folder.file());
  const std::size_t pages = whole.size() / kPageBytes;
  for (std::size_t page = 0; page < pages; page += 1 + pages / 25) {
    INFO(page);
    std::string others = whole;
    others.replace(page * kPageBytes, kPageBytes, std::string(kPageBytes, '\x5a'));
    std::ofstream(saved.room.folder.file(), std::ios::binary) << others;
    auto rows = rowsOf(saved.save());
    std::int64_t lost = 0;
    int losing = 0;
    for (const auto& [name, count] : saved.rows) {
      CHECK(rows[name] <= count);
      losing += rows[name] < count ? 1 : 0;
      lost += count - rows[name];
    }
    constexpr std::int64_t kRowsOfPage = 400;  // At most: none is shorter than ten bytes.
    CHECK(losing <= 1);
    CHECK(lost <= kRowsOfPage);
  }
}

TEST_CASE("a code or an entry that was damaged is not saved as if it were whole",
          "[ledger][rescue]") {
  const SavedRoom saved;
  {
    tests::RawSql raw(saved.room.folder.file());
    raw.withoutTriggers([&] {
      raw.run("UPDATE code SET secret = 'ZYX0-CODF-7' WHERE id = 8");
      raw.run("UPDATE journal SET wall = wall + 1 WHERE sequence = 9");
    });
  }
  const Rescued rescued = saved.save();
  CHECK(rescued.damaged == 2);
  CHECK(rowsOf(rescued)["code"] == 599);
  for (const auto& code : linesOf(saved.to.path() / "code.jsonl")) CHECK(code["id"] != 8);
}

TEST_CASE("bytes of any kind are read without harm", "[ledger][rescue]") {
  const SavedRoom saved;
  const std::string whole = tests::rawBytes(saved.room.folder.file());
  std::mt19937 random(20261121);
  std::int64_t rows = 0;
  for (int round = 0; round < 200; ++round) {
    std::string bytes = whole.substr(0, 20 * kPageBytes);
    for (int flip = 0; flip < 200; ++flip) {
      bytes[random() % bytes.size()] = static_cast<char>(random() & 0xFFU);
    }
    (void)hallpass::readLeafPages(bytes, [&](const hallpass::StoredRow&) { ++rows; });
    bytes.resize(random() % bytes.size());
    (void)hallpass::readLeafPages(bytes, [&](const hallpass::StoredRow&) { ++rows; });
  }
  CHECK(rows > 0);
}

#include "kiosk/ledger/ledger.h"

#include <fstream>

#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Refusal;

namespace {

/// Writes over all of the page that `table` begins on, as a dying disk would.
void spoil(const std::filesystem::path& file, const std::string& table) {
  tests::RawSql raw(file);
  const auto page = std::stol(raw.text("SELECT rootpage FROM sqlite_schema WHERE name = '" + table +
                                       "' AND type = 'table'"));
  const auto bytes = std::stol(raw.text("PRAGMA page_size"));
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp((page - 1) * bytes);
  out << std::string(static_cast<std::size_t>(bytes), '\xA5');
  REQUIRE(out.flush());
}

tests::Room& withCodes(tests::Room& room) {
  room.openClass();
  room.addCodes(tests::newCodes(0, 100));
  room.ledger.reset();
  return room;
}

}  // namespace

TEST_CASE("a ledger says whether its file is sound", "[ledger]") {
  tests::Room room;
  withCodes(room).reopen();
  CHECK(room.ledger->isSound().value());
}

TEST_CASE("a damaged ledger says so, and what is not damaged can still be read", "[ledger]") {
  tests::Room room;
  withCodes(room);
  spoil(room.folder.file(), "code");
  room.reopen();
  CHECK_FALSE(room.ledger->isSound().value());
  CHECK_FALSE(room.ledger->failed());
  CHECK(room.journal().size() == 3);
  CHECK(room.ledger->stock().unused(std::nullopt).error() == Refusal::Failed);
  CHECK(room.ledger->isSound().error() == Refusal::Failed);
}

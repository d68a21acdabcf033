#include "kiosk/ledger/database.h"

#include <sqlite3.h>

#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Database;
using hallpass::Mode;
using hallpass::Refusal;
using hallpass::SqlError;
using hallpass::Transaction;
using platform::Done;
using platform::Result;

namespace {

std::filesystem::path withTable(const std::filesystem::path& file) {
  tests::RawSql(file).run("PRAGMA journal_mode = WAL; CREATE TABLE t (x UNIQUE)");
  return file;
}

struct Table {
  tests::TempFolder folder;
  std::unique_ptr<Database> database =
      std::make_unique<Database>(withTable(folder.file()), Database::Access::ReadWrite, "");

  std::int64_t rows() { return database->integer("SELECT count(*) FROM t"); }
  Result<Done, Refusal> add(const char* value, Mode mode = Mode::Keep) {
    return database->change(mode, [&]() -> Result<Done, Refusal> {
      database->prepare("INSERT INTO t VALUES (?1)").bind(value).run();
      return Done{};
    });
  }
};

}  // namespace

TEST_CASE("a change is kept, and with a dry run taken back", "[ledger][database]") {
  Table table;
  CHECK(table.add("kept").ok());
  CHECK(table.add("tried", Mode::DryRun).ok());
  CHECK(table.rows() == 1);
}

TEST_CASE("a refusal passes through and takes the change back", "[ledger][database]") {
  Table table;
  const auto refused = table.database->change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    table.database->execute("INSERT INTO t VALUES (1)");
    return Refusal::OutOfStock;
  });
  CHECK(refused.error() == Refusal::OutOfStock);
  CHECK(table.rows() == 0);
  CHECK_FALSE(table.database->failed());
}

TEST_CASE("an exception that is not SQLite's takes the change back and goes on",
          "[ledger][database]") {
  Table table;
  const auto throwing = [&] {
    return table.database->change(Mode::Keep, [&]() -> Result<Done, Refusal> {
      table.database->execute("INSERT INTO t VALUES (1)");
      throw std::runtime_error("elsewhere");
    });
  };
  CHECK_THROWS_AS(throwing(), std::runtime_error);
  CHECK(table.rows() == 0);
  CHECK(table.add("next").ok());
}

TEST_CASE("an error of SQLite latches: every later call fails", "[ledger][database]") {
  Table table;
  REQUIRE(table.add("one").ok());
  CHECK(table.add("one").error() == Refusal::Failed);
  CHECK(table.database->failed());
  CHECK(table.add("two").error() == Refusal::Failed);
  const auto read = table.database->query([]() -> Result<Done, Refusal> { return Done{}; });
  CHECK(read.error() == Refusal::Failed);
  CHECK(tests::RawSql(table.folder.file()).text("SELECT count(*) FROM t") == "1");
}

TEST_CASE("another writer makes a change busy, with nothing changed and nothing latched",
          "[ledger][database]") {
  Table table;
  table.database->execute("PRAGMA busy_timeout = 0");
  tests::RawSql other(table.folder.file());
  other.run("BEGIN IMMEDIATE");
  CHECK(table.add("one").error() == Refusal::Busy);
  CHECK_FALSE(table.database->failed());
  other.run("COMMIT");
  CHECK(table.add("one").ok());
}

TEST_CASE("a reader sees one unchanging view while another program writes", "[ledger][database]") {
  Table table;
  tests::RawSql other(table.folder.file());
  const auto seen = table.database->query([&]() -> Result<bool, Refusal> {
    const auto before = table.rows();
    other.run("INSERT INTO t VALUES (1)");
    return before == 0 && table.rows() == 0;
  });
  CHECK(seen.value());
  CHECK(table.rows() == 1);
}

TEST_CASE("a transaction that was rolled back never touches a later one", "[ledger][database]") {
  Table table;
  {
    Transaction first(*table.database, Transaction::Kind::Write);
    first.rollback();
    Transaction second(*table.database, Transaction::Kind::Write);
    table.database->execute("INSERT INTO t VALUES (1)");
    first.rollback();
    CHECK(table.database->inTransaction());
    second.commit();
  }
  CHECK(table.rows() == 1);
}

TEST_CASE("a transaction that SQLite ended never touches a later one", "[ledger][database]") {
  Table table;
  {
    auto first = std::make_unique<Transaction>(*table.database, Transaction::Kind::Write);
    CHECK_THROWS_AS(table.database->execute("INSERT OR ROLLBACK INTO t VALUES (1), (1)"), SqlError);
    Transaction second(*table.database, Transaction::Kind::Write);
    table.database->execute("INSERT INTO t VALUES (2)");
    first.reset();
    CHECK(table.database->inTransaction());
    second.commit();
  }
  CHECK(table.rows() == 1);
}

TEST_CASE("a transaction that nobody committed is rolled back", "[ledger][database]") {
  Table table;
  {
    const Transaction forgotten(*table.database, Transaction::Kind::Write);
    table.database->execute("INSERT INTO t VALUES (1)");
  }
  CHECK_FALSE(table.database->inTransaction());
  CHECK(table.rows() == 0);
}

TEST_CASE("a transaction within a transaction is a mistake in the program", "[ledger][database]") {
  Table table;
  const Transaction outer(*table.database, Transaction::Kind::Read);
  CHECK_THROWS_AS(Transaction(*table.database, Transaction::Kind::Write), std::logic_error);
}

TEST_CASE("one statement may be in use twice at once", "[ledger][database]") {
  Table table;
  REQUIRE(table.add("a").ok());
  REQUIRE(table.add("b").ok());
  auto outer = table.database->prepare("SELECT x FROM t ORDER BY x");
  auto inner = table.database->prepare("SELECT x FROM t ORDER BY x");
  REQUIRE(outer.step());
  REQUIRE(inner.step());
  REQUIRE(inner.step());
  CHECK(outer.text(0) == "a");
  CHECK(inner.text(0) == "b");
}

TEST_CASE("what is bound comes back as it was, zero bytes and all", "[ledger][database]") {
  Table table;
  const std::string text("a\0b", 3);
  auto row = table.database->prepare("SELECT ?1, ?2, ?3, ?4");
  const platform::Hash hash = platform::sha256("x");
  REQUIRE(row.bind(text, std::optional<platform::UtcTime>(), platform::UtcTime{7}, hash).step());
  CHECK(row.text(0) == text);
  CHECK_FALSE(row.time(1));
  CHECK(row.time(2) == platform::UtcTime{7});
  CHECK(row.hash(3) == hash);
}

TEST_CASE("a file system that is not there is an error, not another one", "[ledger][database]") {
  tests::TempFolder folder;
  CHECK_THROWS_AS(Database(withTable(folder.file()), Database::Access::ReadWrite, "no-such-vfs"),
                  SqlError);
  const auto opened = hallpass::Ledger::open(folder.file(), tests::ManualClock(), "no-such-vfs");
  CHECK(opened.error().kind == hallpass::OpenRefusal::Kind::Failed);
}

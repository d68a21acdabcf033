#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using tests::openClass;
using tests::Program;

namespace {

std::string ledgerBytes(const Program& program) {
  return tests::contentOf(program.data() / "ledger.db");
}

void writeLedger(const Program& program, const std::string& bytes) {
  std::filesystem::create_directories(program.data());
  (void)program.folder().file("data/ledger.db", bytes);
}

}  // namespace

TEST_CASE("a ledger of a newer program is refused, and left as it was") {
  const Program program;
  openClass(program);
  std::string bytes = ledgerBytes(program);
  bytes[60 + 3] = 99;  // PRAGMA user_version, in the header of the SQLite file format.
  writeLedger(program, bytes);
  CHECK(program.refused({"stock"}) == "LedgerNewer");
  CHECK(ledgerBytes(program) == bytes);
}

TEST_CASE("a file that is no ledger is refused, and left as it was") {
  const Program program;
  const std::string text = "Dear diary, " + std::string(2'000, 'x');
  writeLedger(program, text);
  CHECK(program.refused({"stock"}) == "LedgerForeign");
  CHECK(ledgerBytes(program) == text);
}

TEST_CASE("a ledger of which a part is missing is the ledger's fault, not the caller's") {
  const Program program;
  openClass(program);
  writeLedger(program, ledgerBytes(program).substr(0, 20'000));
  const auto ended = program.run({"students", "--json"});
  CHECK(ended.status == 3);
  CHECK(ended.json()["refused"] == "LedgerDamaged");
}

TEST_CASE("a ledger that another program keeps for itself is not opened, and that one is named") {
  const Program program;
  openClass(program);
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open((program.data() / "ledger.db").c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", nullptr, nullptr,
                       nullptr) == SQLITE_OK);
  const std::string holder = "test_commands (process " + std::to_string(::getpid()) + ")";
  const auto ended = program.run({"stock", "--json"});
  CHECK(ended.status == 3);
  CHECK(ended.json()["refused"] == "Busy");
  CHECK(ended.err.find(holder) != std::string::npos);
  sqlite3_close(other);
  CHECK(program.run({"stock"}).status == 0);
}

TEST_CASE("a data folder that cannot be made is the ledger's fault") {
  const Program program;
  const std::string file = program.folder().file("taken", "a file, not a folder");
  const auto ended = Program::runBare({"stock", "--json", "--data", file}, {});
  CHECK(ended.status == 3);
  CHECK(ended.json()["refused"] == "Failed");
  CHECK(ended.err.find("The folder \"" + file + "\" could not be made: a file stands where") == 0);
}

TEST_CASE("the ledger and its folder are readable by their owner only") {
  const Program program;
  openClass(program);
  struct stat facts {};
  REQUIRE(::stat((program.data() / "ledger.db").c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777U) == 0600);
  REQUIRE(::stat(program.data().c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777U) == 0700);
}

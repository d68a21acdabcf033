#include <filesystem>

#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using tests::Program;
using tests::sample;
namespace fs = std::filesystem;

namespace {

/// A class with codes, of which nobody has one.
void stockUp(const Program& program) {
  tests::openClass(program);
  program.done({"import", "codes", sample("codes-azure-5x5.txt"), "--pass", "azure-pass"});
}

std::string backUp(const Program& program) { return program.json({"backup"})["file"]; }

}  // namespace

TEST_CASE("a backup is restored as it was, and the journal tells") {
  const Program program;
  stockUp(program);
  const std::string file = backUp(program);
  CHECK(fs::path(file).parent_path() == program.data() / "backups");
  const auto restored = program.json({"restore", file});
  CHECK(restored["newest"] == true);
  CHECK(restored["quarantined"] == 0);
  CHECK(fs::exists(restored["aside"].get<std::string>()));
  CHECK(program.json({"doctor"})["in_stock"] == 12);
  CHECK(program.done({"journal", "show"}).find("The ledger was restored from a copy") !=
        std::string::npos);
}

TEST_CASE("a backup from before a claim is refused, or its stock is not handed out again") {
  const Program program;
  stockUp(program);
  const std::string file = backUp(program);
  const std::string code = program.json({"claim", "--student", "S70100"})["code"];
  CHECK(program.refused({"restore", file}) == "OlderCopy");
  CHECK(program.json({"claim", "--student", "S70100"})["code"] == code);
  CHECK(program.json({"restore", file, "--quarantine-stock"})["quarantined"] == 12);
  CHECK(program.refused({"claim", "--student", "S70100"}) == "OutOfStock");
}

TEST_CASE("an old ledger that is put in the place of the new one is not opened") {
  const Program program;
  stockUp(program);
  const fs::path ledger = program.data() / "ledger.db";
  const fs::path old = program.folder().path() / "old.db";
  fs::copy_file(ledger, old);
  program.done({"claim", "--student", "S70100"});
  fs::copy_file(old, ledger, fs::copy_options::overwrite_existing);
  CHECK(program.refusedWith(3, {"stock"}) == "LedgerOlder");
  const auto doctor = program.run({"doctor", "--json"});
  CHECK(doctor.json()["reasons"][0]["id"] == "ledger-older");
  program.done({"restore", ledger.string(), "--quarantine-stock"});
  CHECK(program.json({"doctor"})["in_stock"] == 0);
}

TEST_CASE("a backup for a stick is a file of that name, or in that folder, without PINs") {
  const Program program;
  stockUp(program);
  const fs::path folder = program.folder().path() / "stick";
  fs::create_directory(folder);
  const std::string inside = program.json({"backup", "--to", folder.string()})["file"];
  CHECK(fs::path(inside).parent_path() == folder);
  const std::string named = (folder / "mine.db").string();
  CHECK(program.json({"backup", "--to", named})["file"] == named);
  CHECK(program.refused({"backup", "--to", (program.data() / "ledger.db").string()}) ==
        "LedgerFile");
  CHECK(program.json({"restore", named})["newest"] == true);
  CHECK(fs::is_empty(program.data() / "backups") == false);
}

TEST_CASE("so many backups are kept as the settings say") {
  const Program program;
  stockUp(program);
  (void)program.folder().file("data/hallpass.toml", "backups_kept = 2\n");
  for (int number = 0; number < 4; ++number) {
    program.done({"class", number % 2 == 0 ? "pause" : "resume"});
    (void)backUp(program);
  }
  CHECK(std::distance(fs::directory_iterator(program.data() / "backups"), {}) == 2);
}

TEST_CASE("a damaged ledger is saved row by row") {
  const Program program;
  stockUp(program);
  const fs::path ledger = program.data() / "ledger.db";
  std::string bytes = tests::contentOf(ledger);
  (void)program.folder().file("data/ledger.db", bytes.replace(0, 4096, std::string(4096, 'x')));
  const fs::path to = program.folder().path() / "saved";
  const auto saved = program.json({"rescue", ledger.string(), "--to", to.string()});
  CHECK(saved["rows"]["code"] == 12);
  CHECK(saved["rows"]["identity"] == 30);
  CHECK(saved["damaged"] == 0);
  CHECK(program.refusedWith(3, {"rescue", "nowhere.db", "--to", to.string()}) == "Failed");
}

// The peer of an import: the shell of SQLite, which reads the same rows into the same schema.
#include <cstdlib>
#include <fstream>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/schema.h"
#include "tests/bench/scale/growth_table.h"
#include "tests/bench/scale/scales.h"

namespace tests {
namespace {

/// The migrations and one batch, as a script.
void writeSchema(const std::filesystem::path& file) {
  std::ofstream script(file);
  for (const hallpass::Migration& migration : hallpass::migrations()) script << migration.sql;
  script << "INSERT INTO batch (id, pass_type, file_name, file_sha256, course, order_number, "
            "redeem_by, imported_at) VALUES (1, 'azure-pass', 'x', zeroblob(32), '', '', NULL, "
            "0);\n";
}

void writeRows(const std::filesystem::path& file, const std::vector<hallpass::NewCode>& codes) {
  std::ofstream rows(file);
  for (std::size_t at = 0; at < codes.size(); ++at) {
    const std::string& text = codes[at].identity;
    rows << at + 1 << ",1," << at << ",azure-pass," << text << "," << text
         << ",4102444800000,stock\n";
  }
}

void run(const std::string& command) {
  // NOLINTNEXTLINE(cert-env33-c,concurrency-mt-unsafe): the shell of the system is what is measured
  if (std::system(command.c_str()) != 0) throw std::runtime_error("it failed: " + command);
}

}  // namespace

double shellImportSeconds(const std::filesystem::path& folder,
                          const std::vector<hallpass::NewCode>& codes) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  writeSchema(folder / "schema.sql");
  writeRows(folder / "rows.csv", codes);
  const std::string shell = "sqlite3 -batch " + (folder / "peer.db").string();
  run(shell + " 'PRAGMA journal_mode = WAL' '.read " + (folder / "schema.sql").string() +
      "' >/dev/null");
  const double seconds = secondsOf([&] {
    run(shell + " 'PRAGMA synchronous = FULL' 'PRAGMA foreign_keys = ON' '.import --csv " +
        (folder / "rows.csv").string() + " code'");
  });
  hallpass::Database peer(folder / "peer.db", hallpass::Database::Access::ReadWrite, "");
  const std::int64_t rows = peer.integer("SELECT count(*) FROM code");
  if (rows != std::ssize(codes)) throw std::runtime_error("the shell left rows out");
  return seconds;
}

}  // namespace tests

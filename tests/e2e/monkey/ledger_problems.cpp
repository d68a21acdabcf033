#include "tests/e2e/monkey/ledger_problems.h"

#include <sqlite3.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace tests {
namespace {

struct Closer {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

using Database = std::unique_ptr<sqlite3, Closer>;

Database opened(const std::filesystem::path& file) {
  sqlite3* database = nullptr;
  const int status = sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
  Database held(database);
  if (status != SQLITE_OK) throw std::runtime_error("cannot open " + file.string());
  sqlite3_busy_timeout(database, 10'000);
  sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  return held;
}

/// The first value of the first row, as text; "" where there is no row.
std::string answerTo(sqlite3* database, const char* question) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, question, -1, &statement, nullptr) != SQLITE_OK) {
    throw std::runtime_error(std::string("cannot ask: ") + sqlite3_errmsg(database));
  }
  const std::unique_ptr<sqlite3_stmt, Closer> held(statement);
  const int status = sqlite3_step(statement);
  if (status == SQLITE_DONE) return {};
  if (status != SQLITE_ROW) throw std::runtime_error(sqlite3_errmsg(database));
  const auto* text = sqlite3_column_text(statement, 0);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): SQLite gives text as bytes.
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

/// How many rows break a rule.
struct Rule {
  const char* sentence;
  const char* breaches;
};

constexpr std::array kRules{
    Rule{"claims and the journal's claims differ in number",
         "SELECT abs((SELECT count(*) FROM claim) - (SELECT count(*) FROM journal WHERE event IN "
         "('claim-made', 'claim-replaced')))"},
    Rule{"a claimed code has no claim",
         "SELECT count(*) FROM code WHERE state = 'claimed' AND id NOT IN (SELECT code FROM "
         "claim)"},
    Rule{"the code of a claim is not marked as given",
         "SELECT count(*) FROM claim JOIN code ON code.id = claim.code WHERE code.state NOT IN "
         "('claimed', 'quarantined')"},
    Rule{"the code of a live claim is in quarantine",
         "SELECT count(*) FROM claim JOIN code ON code.id = claim.code WHERE claim.live = 1 AND "
         "code.state <> 'claimed'"},
    Rule{"a student has two live claims in one class",
         "SELECT count(*) FROM (SELECT 1 FROM claim WHERE live = 1 GROUP BY student, class, "
         "pass_type HAVING count(*) > 1)"},
    Rule{"a code was given twice",
         "SELECT count(*) FROM (SELECT 1 FROM claim GROUP BY code HAVING count(*) > 1)"},
    Rule{"more than one class is not closed",
         "SELECT max(0, count(*) - 1) FROM class WHERE state <> 'closed'"},
    Rule{"the journal has a gap", "SELECT coalesce(max(sequence), 0) - count(*) FROM journal"},
    Rule{"an entry of the journal does not follow the one before",
         "SELECT count(*) FROM journal AS entry JOIN journal AS before ON before.sequence = "
         "entry.sequence - 1 WHERE entry.previous <> before.hash"},
    Rule{"something refers to what is not there", "SELECT count(*) FROM pragma_foreign_key_check"},
};

}  // namespace

std::vector<std::string> ledgerProblems(const std::filesystem::path& file) {
  const Database database = opened(file);
  std::vector<std::string> problems;
  for (const Rule& rule : kRules) {
    const std::string breaches = answerTo(database.get(), rule.breaches);
    if (breaches != "0") problems.push_back(std::string(rule.sentence) + " (" + breaches + ")");
  }
  const std::string integrity = answerTo(database.get(), "PRAGMA integrity_check");
  if (integrity != "ok") problems.push_back("the file is damaged: " + integrity);
  return problems;
}

}  // namespace tests

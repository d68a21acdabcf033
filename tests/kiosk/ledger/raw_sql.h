#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

namespace tests {

/// A second hand on the file, past every rule that is not in the schema itself: no foreign keys, no
/// settings of the ledger's.
class RawSql {
 public:
  explicit RawSql(const std::filesystem::path& file) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open(file.c_str(), &opened);
    connection_.reset(opened);
    REQUIRE(code == SQLITE_OK);
    sqlite3_busy_timeout(opened, 5'000);
  }

  /// What SQLite says against `sql`; "" where it does as told.
  std::string refusal(const std::string& sql) {
    char* message = nullptr;
    sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, &message);
    const std::string said = message == nullptr ? "" : message;
    sqlite3_free(message);
    return said;
  }

  void run(const std::string& sql) {
    INFO(sql);
    REQUIRE(refusal(sql) == "");
  }

  /// The first column of every row.
  std::vector<std::string> column(const std::string& sql) {
    std::vector<std::string> values;
    const auto take = [](void* into, int, char** row, char**) {
      static_cast<std::vector<std::string>*>(into)->push_back(row[0] == nullptr ? "" : row[0]);
      return 0;
    };
    INFO(sql);
    REQUIRE(sqlite3_exec(connection_.get(), sql.c_str(), take, &values, nullptr) == SQLITE_OK);
    return values;
  }

  std::string text(const std::string& sql) {
    const auto values = column(sql);
    REQUIRE(values.size() == 1);
    return values.front();
  }

  /// Does `work` with every trigger taken away, and puts them back as they were: what somebody does
  /// who wants to leave no trace.
  template <class Work>
  void withoutTriggers(Work&& work) {
    const auto names = column("SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    const auto texts = column("SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
    run("BEGIN IMMEDIATE");
    for (const auto& name : names) run("DROP TRIGGER " + name);
    std::forward<Work>(work)();
    for (const auto& text : texts) run(text);
    run("COMMIT");
  }

 private:
  struct Closer {
    void operator()(sqlite3* connection) const { sqlite3_close(connection); }
  };
  std::unique_ptr<sqlite3, Closer> connection_;
};

}  // namespace tests

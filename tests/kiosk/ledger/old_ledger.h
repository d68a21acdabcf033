#pragma once

#include <string>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"
#include "tests/kiosk/ledger/room.h"

namespace tests {

/// In the tables of schema 1: a class, a batch of three codes, a student of the first name who
/// holds the first of them, and one of the second name who holds none.
inline void fillOld(hallpass::Database& database, platform::UtcTime now, const std::string& first,
                    const std::string& second) {
  const std::string at = std::to_string(now.ms);
  database.execute("INSERT INTO class VALUES (1, 'Old', 'azure-pass', NULL, NULL, 1, 'open')");
  database.execute("INSERT INTO student VALUES (1, 1, 1), (2, 1, 2)");
  database.execute("INSERT INTO identity VALUES (1, '" + first +
                   "', '', '', 1, zeroblob(32)), (2, '" + second + "', '', '', 1, zeroblob(32))");
  database.execute(
      "INSERT INTO batch VALUES (1, 'azure-pass', 'old.csv', zeroblob(32), 'AZ-1', 'MP-1', NULL, " +
      at + ")");
  for (int number = 0; number < 3; ++number) {
    const std::string text = "'" + newCode(number).code.reveal() + "'";
    database.execute("INSERT INTO code (batch, position, pass_type, secret, identity) VALUES (1, " +
                     std::to_string(number) + ", 'azure-pass', " + text + ", " + text + ")");
  }
  database.execute(
      "INSERT INTO claim (class, student, code, pass_type, made_at) "
      "VALUES (1, 1, 1, 'azure-pass', " +
      at + ")");
}

/// What the journal of then says of the batch.
inline void recordOldImport(hallpass::Journal& journal) {
  journal.append(hallpass::Event::CodesImported, hallpass::Role::Operator,
                 {{"batch", "1"},
                  {"pass_type", "azure-pass"},
                  {"added", "3"},
                  {"in_stock_already", "0"},
                  {"file_sha256", ""},
                  {"course", "AZ-1"},
                  {"order", "MP-1"},
                  {"redeem_by", ""}});
}

}  // namespace tests

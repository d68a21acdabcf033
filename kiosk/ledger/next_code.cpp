#include "kiosk/ledger/next_code.h"

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/soundness.h"

namespace hallpass {

std::optional<NextCode> readNextCode(Database& database, const std::string& passType,
                                     platform::UtcTime now) {
  Statement row = database.prepare(kNextCodeSql);
  if (!row.bind(passType, now).step()) return std::nullopt;
  return NextCode{row.integer(0), row.integer(1), intactCode(row, 2, 4), row.text(3)};
}

}  // namespace hallpass

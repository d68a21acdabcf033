#include "kiosk/ledger/stock_count.h"

#include "kiosk/ledger/database.h"

namespace hallpass {

StockCount stockCountAt(const Statement& row, int first) {
  return {row.integer(first),     row.integer(first + 1), row.integer(first + 2),
          row.integer(first + 3), row.integer(first + 4), row.integer(first + 5)};
}

StockCount readStockCount(Database& database, const std::optional<std::string>& passType,
                          platform::UtcTime now) {
  Statement row = database.prepare("SELECT " + std::string(kStockCounts) + "FROM tally" +
                                   (passType ? " WHERE pass_type = ?2" : ""));
  passType ? row.bind(now, *passType).step() : row.bind(now).step();
  return stockCountAt(row, 0);
}

}  // namespace hallpass

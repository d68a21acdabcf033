// What the stock did, for the desk's pictures.
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/stock.h"

namespace hallpass {

using platform::Result;

Result<std::vector<StockChange>, Refusal> Stock::changes() {
  return database_.query([&]() -> Result<std::vector<StockChange>, Refusal> {
    Statement row = database_.prepare(
        "SELECT at, sum(n) FROM ("
        "SELECT imported_at AS at, codes AS n FROM tally JOIN batch ON batch.id = tally.batch "
        "UNION ALL SELECT made_at, -1 FROM claim "
        "UNION ALL SELECT max(tally.redeem_by + 1, imported_at), -codes FROM tally "
        "JOIN batch ON batch.id = tally.batch WHERE state = 'stock' AND tally.redeem_by < ?1 "
        "UNION ALL SELECT wall, -json_extract(fields, '$.returned') FROM journal "
        "WHERE event = 'codes-returned' "
        "UNION ALL SELECT wall, -json_extract(fields, '$.quarantined') FROM journal "
        "WHERE event = 'ledger-restored') GROUP BY at ORDER BY at");
    row.bind(journal_.clock().now());
    std::vector<StockChange> changes;
    while (row.step()) changes.push_back({{row.integer(0)}, row.integer(1)});
    return changes;
  });
}

Result<StockRoute, Refusal> Stock::route() {
  return database_.query([&]() -> Result<StockRoute, Refusal> {
    Statement row = database_.prepare(
        "SELECT (SELECT coalesce(sum(codes), 0) FROM tally), (SELECT count(*) FROM claim), "
        "(SELECT count(*) FROM outcome AS last WHERE outcome = 'worked' AND NOT EXISTS "
        "(SELECT 1 FROM outcome WHERE outcome.claim = last.claim AND outcome.id > last.id))");
    row.step();
    return StockRoute{row.integer(0), row.integer(1), row.integer(2)};
  });
}

}  // namespace hallpass

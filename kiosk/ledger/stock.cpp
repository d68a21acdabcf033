#include "kiosk/ledger/stock.h"

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"

namespace hallpass {
namespace {

using platform::Result;

constexpr std::int64_t kProgressEvery = 1'000;

std::optional<platform::UtcTime> sameFileAt(Database& database, const platform::Hash& fileHash) {
  Statement row = database.prepare(
      "SELECT imported_at FROM batch WHERE file_sha256 = ?1 ORDER BY id DESC LIMIT 1");
  if (!row.bind(fileHash).step()) return std::nullopt;
  return row.time(0);
}

std::int64_t insertBatch(Database& database, const NewBatch& batch, platform::UtcTime now) {
  database
      .prepare(
          "INSERT INTO batch (pass_type, file_name, file_sha256, course, order_number, redeem_by, "
          "imported_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
      .bind(batch.passType, batch.fileName, batch.fileHash, batch.course, batch.order,
            batch.redeemBy, now)
      .run();
  return database.lastInsertId();
}

/// Puts the codes of one list into stock, within the caller's transaction.
class Intake {
 public:
  Intake(Database& database, const NewBatch& batch, platform::UtcTime now)
      : database_(database),
        batch_(batch),
        now_(now),
        known_(database.prepare("SELECT 1 FROM code WHERE pass_type = ?1 AND identity = ?2")),
        insert_(database.prepare(
            "INSERT INTO code (batch, position, pass_type, secret, identity, redeem_by) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")) {}

  void take(const NewCode& code, Stock::Report& report) {
    if (known_.bind(batch_.passType, code.identity).step()) {
      report.inStockAlready.push_back(code.line);
      return;
    }
    if (report.added == 0) batchId_ = insertBatch(database_, batch_, now_);
    const auto redeemBy = code.redeemBy ? code.redeemBy : batch_.redeemBy;
    insert_
        .bind(batchId_, report.added, batch_.passType, code.code.reveal(), code.identity, redeemBy)
        .run();
    ++report.added;
  }

  /// 0 where nothing was new.
  [[nodiscard]] std::int64_t batchId() const { return batchId_; }

 private:
  Database& database_;
  const NewBatch& batch_;
  platform::UtcTime now_;
  Statement known_;
  Statement insert_;
  std::int64_t batchId_ = 0;
};

void recordImport(Journal& journal, const NewBatch& batch, const Stock::Report& report,
                  std::int64_t batchId, Role role) {
  journal.append(Event::CodesImported, role,
                 {{"batch", std::to_string(batchId)},
                  {"pass_type", batch.passType},
                  {"added", std::to_string(report.added)},
                  {"in_stock_already", std::to_string(report.inStockAlready.size())},
                  {"file_sha256", platform::toHex(batch.fileHash)},
                  {"course", batch.course},
                  {"order", batch.order},
                  {"redeem_by", batch.redeemBy ? platform::toIsoText(*batch.redeemBy) : ""}});
}

}  // namespace

Stock::Stock(Database& database, Journal& journal) : database_(database), journal_(journal) {}

Result<Stock::Report, Refusal> Stock::add(const NewBatch& batch, std::span<const NewCode> codes,
                                          Mode mode, Role role, const Progress& progress) {
  return database_.change(mode, [&]() -> Result<Report, Refusal> {
    Report report;
    report.sameFileAt = sameFileAt(database_, batch.fileHash);
    const auto total = static_cast<std::int64_t>(codes.size());
    std::int64_t done = 0;
    Intake intake(database_, batch, journal_.clock().now());
    for (const NewCode& code : codes) {
      intake.take(code, report);
      if (++done % kProgressEvery == 0 && progress && !progress(done, total)) {
        return Refusal::Cancelled;
      }
    }
    if (report.added > 0) recordImport(journal_, batch, report, intake.batchId(), role);
    return report;
  });
}

Result<StockCount, Refusal> Stock::count(const std::optional<std::string>& passType) {
  return database_.query([&]() -> Result<StockCount, Refusal> {
    Statement row = database_.prepare(
        "SELECT count(*), "
        "count(*) FILTER (WHERE state = 'stock' AND (redeem_by IS NULL OR redeem_by >= ?2)), "
        "count(*) FILTER (WHERE state = 'claimed'), count(*) FILTER (WHERE state = 'quarantined'), "
        "count(*) FILTER (WHERE state = 'stock' AND redeem_by < ?2), "
        "count(*) FILTER (WHERE state = 'returned') "
        "FROM code WHERE ?1 IS NULL OR pass_type = ?1");
    row.bind(passType, journal_.clock().now()).step();
    return StockCount{row.integer(0), row.integer(1), row.integer(2),
                      row.integer(3), row.integer(4), row.integer(5)};
  });
}

}  // namespace hallpass

#include "kiosk/ledger/stock.h"

#include <set>
#include <string_view>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/stock_count.h"
#include "kiosk/ledger/stock_intake.h"

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

/// Who brings a batch in, and when.
struct Arrival {
  platform::UtcTime at;
  Role by;
};

std::int64_t insertBatch(Database& database, const NewBatch& batch, const Arrival& arrival) {
  database
      .prepare(
          "INSERT INTO batch (pass_type, file_name, file_sha256, course, order_number, redeem_by, "
          "imported_at, value, imported_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
      .bind(batch.passType, batch.fileName, batch.fileHash, batch.course, batch.order,
            batch.redeemBy, arrival.at, batch.value, name(arrival.by))
      .run();
  return database.lastInsertId();
}

/// So many rows a statement: SQLite keeps what each statement changed until it is done, in case a
/// rule refuses, and that costs more than a row.
constexpr int kRowsAtOnce = 100;
constexpr int kColumns = 6;

std::string insertSql(int rows) {
  std::string sql =
      "INSERT INTO code (batch, position, pass_type, secret, identity, redeem_by) VALUES ";
  for (int row = 0; row < rows; ++row) sql += row == 0 ? "(?,?,?,?,?,?)" : ",(?,?,?,?,?,?)";
  return sql;
}

/// Puts the codes of one list into stock, within the caller's transaction; all of them are there
/// after finish().
class Intake {
 public:
  Intake(Database& database, const NewBatch& batch, const Arrival& arrival)
      : database_(database),
        batch_(batch),
        arrival_(arrival),
        known_(database.prepare("SELECT 1 FROM code WHERE pass_type = ?1 AND identity = ?2")),
        one_(database.prepare(insertSql(1))),
        many_(database.prepare(insertSql(kRowsAtOnce))) {}

  void take(const NewCode& code, Stock::Report& report) {
    if (names_.contains(code.identity) || known_.bind(batch_.passType, code.identity).step()) {
      report.inStockAlready.push_back(code.line);
      return;
    }
    if (report.added == 0) report.batch = insertBatch(database_, batch_, arrival_);
    waiting_.push_back(&code);
    names_.insert(code.identity);
    ++report.added;
    if (std::ssize(waiting_) == kRowsAtOnce) {
      write(many_, waiting_, report.batch);
      forget();
    }
  }

  void finish(const Stock::Report& report) {
    for (const NewCode*& code : waiting_) write(one_, std::span(&code, 1), report.batch);
    forget();
  }

 private:
  void write(Statement& insert, std::span<const NewCode* const> codes, std::int64_t batch) {
    int place = 0;
    for (const NewCode* code : codes) {
      const auto redeemBy = code->redeemBy ? code->redeemBy : batch_.redeemBy;
      insert.bindMore(place, batch, position_++, batch_.passType, code->code.reveal(),
                      code->identity, redeemBy);
      place += kColumns;
    }
    insert.run();
  }

  void forget() {
    waiting_.clear();
    names_.clear();
  }

  Database& database_;
  const NewBatch& batch_;
  Arrival arrival_;
  Statement known_;
  Statement one_;
  Statement many_;
  std::int64_t position_ = 0;
  std::vector<const NewCode*> waiting_;  ///< Found to be new, and not written yet.
  std::set<std::string_view> names_;     ///< Their identities.
};

/// Room for the indexes that a long list goes all over: without it, most codes would be read from
/// the file and written to it again. Ends with the room given back.
class WideCache {
 public:
  WideCache(Database& database, std::size_t codes) : database_(database), wide_(codes >= kLong) {
    if (wide_) set("PRAGMA cache_size = -262144");  // KiB, of which it takes what it needs
  }
  ~WideCache() {
    if (wide_) set("PRAGMA cache_size = -2000; PRAGMA shrink_memory");
  }
  WideCache(const WideCache&) = delete;
  WideCache& operator=(const WideCache&) = delete;

 private:
  static constexpr std::size_t kLong = 10'000;

  /// An error latches: no memory for a setting is none for what comes after it either.
  void set(const char* pragma) {
    (void)database_.apart([&] { database_.execute(pragma); });
  }

  Database& database_;
  bool wide_;
};

void recordImport(Journal& journal, const NewBatch& batch, const Stock::Report& report, Role role) {
  journal.append(Event::CodesImported, role,
                 {{"batch", std::to_string(report.batch)},
                  {"pass_type", batch.passType},
                  {"added", std::to_string(report.added)},
                  {"in_stock_already", std::to_string(report.inStockAlready.size())},
                  {"file_sha256", platform::toHex(batch.fileHash)},
                  {"course", batch.course},
                  {"order", batch.order},
                  {"redeem_by", batch.redeemBy ? platform::toIsoText(*batch.redeemBy) : ""}});
}

Batch batchAt(const Statement& row) {
  NewBatch facts;
  facts.passType = row.text(1);
  facts.fileName = row.text(2);
  facts.fileHash = row.hash(3);
  facts.course = row.text(4);
  facts.order = row.text(5);
  facts.redeemBy = row.time(6);
  facts.value = row.text(7);
  return {row.integer(0), std::move(facts), {row.integer(8)}, row.text(9), stockCountAt(row, 11)};
}

std::vector<StockedCode> codesOf(Statement& row) {
  std::vector<StockedCode> codes;
  while (row.step()) codes.push_back({Code(row.text(0)), row.integer(1), row.time(2)});
  return codes;
}

bool isBatch(Database& database, std::int64_t batch) {
  Statement row = database.prepare("SELECT 1 FROM batch WHERE id = ?1");
  return row.bind(batch).step();
}

std::int64_t inStock(Database& database, std::int64_t batch) {
  Statement row =
      database.prepare("SELECT count(*) FROM code WHERE batch = ?1 AND state = 'stock'");
  row.bind(batch).step();
  return row.integer(0);
}

}  // namespace

Stock::Stock(Database& database, Journal& journal) : database_(database), journal_(journal) {}

Result<Stock::Report, Refusal> takeIn(Database& database, Journal& journal,
                                      const Consignment& consignment, const Progress& progress) {
  const auto& [batch, codes, role] = consignment;
  Stock::Report report;
  report.sameFileAt = sameFileAt(database, batch.fileHash);
  const auto total = static_cast<std::int64_t>(codes.size());
  std::int64_t done = 0;
  Intake intake(database, batch, {journal.clock().now(), role});
  for (const NewCode& code : codes) {
    intake.take(code, report);
    if (++done % kProgressEvery == 0 && progress && !progress(done, total)) {
      return Refusal::Cancelled;
    }
  }
  intake.finish(report);
  if (report.added > 0) recordImport(journal, batch, report, role);
  return report;
}

Result<Stock::Report, Refusal> Stock::add(const NewBatch& batch, std::span<const NewCode> codes,
                                          Mode mode, Role role, const Progress& progress) {
  const WideCache cache(database_, codes.size());
  return database_.change(mode, [&]() -> Result<Report, Refusal> {
    return takeIn(database_, journal_, {batch, codes, role}, progress);
  });
}

Result<StockCount, Refusal> Stock::count(const std::optional<std::string>& passType) {
  return database_.query([&]() -> Result<StockCount, Refusal> {
    return readStockCount(database_, passType, journal_.clock().now());
  });
}

Result<std::int64_t, Refusal> Stock::endingBefore(const std::string& passType,
                                                  platform::UtcTime moment) {
  return database_.query([&]() -> Result<std::int64_t, Refusal> {
    Statement row = database_.prepare(
        "SELECT coalesce(sum(codes), 0) FROM tally WHERE pass_type = ?1 AND state = 'stock' "
        "AND redeem_by >= ?2 AND redeem_by < ?3");
    row.bind(passType, journal_.clock().now(), moment).step();
    return row.integer(0);
  });
}

Result<std::vector<Batch>, Refusal> Stock::batches() {
  return database_.query([&]() -> Result<std::vector<Batch>, Refusal> {
    Statement row = database_.prepare(
        "SELECT batch.id, batch.pass_type, file_name, file_sha256, course, order_number, "
        "batch.redeem_by, value, imported_at, imported_by, batch.id, " +
        std::string(kStockCounts) +
        "FROM batch JOIN tally ON tally.pass_type = batch.pass_type AND tally.batch = batch.id "
        "GROUP BY batch.id ORDER BY batch.id DESC");
    row.bind(journal_.clock().now());
    std::vector<Batch> batches;
    while (row.step()) batches.push_back(batchAt(row));
    return batches;
  });
}

Result<std::vector<StockEnd>, Refusal> Stock::ends() {
  return database_.query([&]() -> Result<std::vector<StockEnd>, Refusal> {
    Statement row = database_.prepare(
        "SELECT batch, nullif(redeem_by, 9223372036854775807), codes FROM tally "
        "WHERE state = 'stock' AND codes > 0 AND redeem_by >= ?1 ORDER BY redeem_by, batch");
    row.bind(journal_.clock().now());
    std::vector<StockEnd> ends;
    while (row.step()) ends.push_back({row.integer(0), row.time(1), row.integer(2)});
    return ends;
  });
}

Result<std::vector<StockedCode>, Refusal> Stock::unused(
    const std::optional<std::string>& passType) {
  return database_.query([&]() -> Result<std::vector<StockedCode>, Refusal> {
    Statement row = database_.prepare(
        "SELECT secret, batch, redeem_by FROM code WHERE (?1 IS NULL OR pass_type = ?1) "
        "AND state = 'stock' AND coalesce(redeem_by, 9223372036854775807) >= ?2 "
        "ORDER BY coalesce(redeem_by, 9223372036854775807), batch, position");
    row.bind(passType, journal_.clock().now());
    return codesOf(row);
  });
}

Result<std::vector<StockedCode>, Refusal> Stock::takeBack(std::int64_t batch, Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<std::vector<StockedCode>, Refusal> {
    if (!isBatch(database_, batch)) return Refusal::UnknownBatch;
    const std::int64_t returned = inStock(database_, batch);
    if (returned > 0) {
      database_.prepare("UPDATE code SET state = 'returned' WHERE batch = ?1 AND state = 'stock'")
          .bind(batch)
          .run();
      journal_.append(Event::CodesReturned, role,
                      {{"batch", std::to_string(batch)}, {"returned", std::to_string(returned)}});
    }
    Statement row = database_.prepare(
        "SELECT secret, batch, redeem_by FROM code WHERE batch = ?1 AND state = 'returned' "
        "ORDER BY position");
    row.bind(batch);
    std::vector<StockedCode> codes = codesOf(row);
    if (codes.empty()) return Refusal::NothingLeft;
    return codes;
  });
}

}  // namespace hallpass

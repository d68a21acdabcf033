#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "kiosk/domain/refusal.h"
#include "kiosk/domain/stock.h"
#include "kiosk/ledger/sql_error.h"
#include "kiosk/ledger/statement.h"
#include "kiosk/ledger/transaction.h"
#include "kiosk/ledger/watermark.h"

struct sqlite3;
struct sqlite3_file;

namespace hallpass {

/// One connection to an SQLite file. Not to be used by two threads at once.
///
/// change() and query() are the only ways in for the rest of the ledger; inside of their work
/// SqlError may fly freely, and they turn it into Refusal::Busy or Failed.
class Database {
 public:
  enum class Access : std::uint8_t {
    ReadWrite,  ///< An existing file, or ":memory:".
    LookOnly,   ///< Reads the main file alone and leaves no trace beside it; no locks, no WAL.
  };

  /// How long a call waits for another program that writes.
  static constexpr int kBusyTimeoutMs = 5'000;

  /// Opens `file` through the SQLite VFS of that name ("" = the system's). Throws SqlError.
  Database(const std::filesystem::path& file, Access access, const std::string& vfs);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Runs `work`, which gives a Result<T, Refusal>, in one write transaction. Its value is durable
  /// when this returns, or taken back with Mode::DryRun; its refusal rolls back and passes through.
  /// Busy: another program wrote for longer than the wait; nothing changed. Failed: SQLite gave an
  /// error, or the journal's new head could not be written down outside; the outcome is unknown,
  /// and this and every later call gives Failed.
  template <class Work>
  std::invoke_result_t<Work> change(Mode mode, Work&& work) {
    return within(Transaction::Kind::Write, mode, std::forward<Work>(work));
  }

  /// Runs `work` likewise, on one unchanging view of the content.
  template <class Work>
  std::invoke_result_t<Work> query(Work&& work) {
    return within(Transaction::Kind::Read, Mode::Keep, std::forward<Work>(work));
  }

  /// Runs `work`, which makes transactions of its own or does what SQLite does in none, such as
  /// VACUUM. Any error gives Failed, for a part of it may have been done already.
  [[nodiscard]] std::optional<Refusal> apart(const std::function<void()>& work);

  /// Says from now on whether too little space is left for a claim; called often, on the thread of
  /// the ledger. Nobody asks the disk where nothing is set.
  void keepReserve(std::function<bool()> isLow) { diskIsLow_ = std::move(isLow); }
  [[nodiscard]] bool diskIsLow() const { return diskIsLow_ && diskIsLow_(); }

  /// Whether an error has made the content uncertain (see change()).
  [[nodiscard]] bool failed() const { return failed_; }
  void latchFailed() { failed_ = true; }

  /// The statement for `sql`, prepared once and kept for the next time. Throws SqlError.
  [[nodiscard]] Statement prepare(std::string_view sql);

  /// Runs one or more statements and drops their rows. Throws SqlError.
  void execute(const std::string& sql);

  /// The first column of the first row of `sql`. Throws SqlError; also where there is no row.
  [[nodiscard]] std::int64_t integer(std::string_view sql);
  [[nodiscard]] std::string text(std::string_view sql);

  /// Whether SQLite's check of every page, record, constraint and index finds no damage. Throws
  /// SqlError where it cannot be asked.
  [[nodiscard]] bool isSound();
  /// Gives back the memory that holds pages of the file.
  void releaseCache();

  /// Keeps the head of the journal outside of the file from now on: see change() and noteHead().
  void keepWatermark(std::unique_ptr<Watermark> watermark) { watermark_ = std::move(watermark); }
  [[nodiscard]] Watermark* watermark() const { return watermark_.get(); }

  /// The journal has that head once the transaction that is open now is committed.
  void noteHead(const JournalHead& head) { newHead_ = head; }

  [[nodiscard]] std::int64_t lastInsertId() const;
  [[nodiscard]] bool inTransaction() const;
  [[nodiscard]] bool readOnly() const;

  /// The file's whole name; "" in memory.
  [[nodiscard]] std::string fileName() const;

  /// Makes `target` the same as this is now, though others may write to this meanwhile (SQLite's
  /// backup API). Throws SqlError; then `target` is of no use.
  void copyTo(Database& target) const;

  /// SQLite's own handle of the file, for as long as this lives; nullptr where it has none.
  [[nodiscard]] sqlite3_file* file() const;

  /// Whether closing the last connection moves the write-ahead log into the file and removes it.
  void keepLogOnClose(bool keep);

  [[nodiscard]] SqlError error(int code) const;

 private:
  friend class Statement;
  friend class Transaction;

  struct Closer {
    void operator()(sqlite3* connection) const;
  };
  struct Finaliser {
    void operator()(sqlite3_stmt* statement) const;
  };
  using Prepared = std::unique_ptr<sqlite3_stmt, Finaliser>;

  template <class Work>
  std::invoke_result_t<Work> within(Transaction::Kind kind, Mode mode, Work&& work) {
    std::optional<std::invoke_result_t<Work>> outcome;
    const std::optional<Refusal> refusal = guarded(kind, [&] {
      outcome.emplace(work());
      return outcome->ok() && mode == Mode::Keep;
    });
    if (refusal) return *refusal;
    return std::move(*outcome);
  }

  /// Runs `work` in a transaction and commits where it answers true. SqlError is caught here and in
  /// apart() alone.
  std::optional<Refusal> guarded(Transaction::Kind kind, const std::function<bool()>& work);

  /// Writes down what noteHead() said of the transaction that was committed.
  void raiseWatermark();

  void giveBack(std::string sql, sqlite3_stmt* prepared);

  std::unique_ptr<sqlite3, Closer> connection_;
  std::map<std::string, Prepared, std::less<>> cache_;  ///< Those that nobody uses right now.
  std::uint64_t transactions_ = 0;                      ///< How many were begun.
  bool failed_ = false;
  std::function<bool()> diskIsLow_;
  std::unique_ptr<Watermark> watermark_;
  std::optional<JournalHead> newHead_;  ///< Of the transaction that is open.
};

}  // namespace hallpass

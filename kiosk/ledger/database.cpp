#include "kiosk/ledger/database.h"

#include <sqlite3.h>

namespace hallpass {
namespace {

/// `file` as SQLite's URI that asks for the main file alone (sqlite.org/uri.html, "immutable").
std::string lookOnlyUri(const std::filesystem::path& file) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = "file://";
  for (const char raw : file.string()) {
    const auto c = static_cast<unsigned char>(raw);
    if (raw == '%' || raw == '?' || raw == '#') {
      uri += {'%', digits[c >> 4U], digits[c & 0xFU]};
    } else {
      uri += raw;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

void Database::Closer::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

void Database::Finaliser::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Database::Database(const std::filesystem::path& file, Access access, const std::string& vfs) {
  const bool lookOnly = access == Access::LookOnly;
  const std::string name = lookOnly ? lookOnlyUri(file) : file.string();
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                    (lookOnly ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE);
  sqlite3* opened = nullptr;
  const int code =
      sqlite3_open_v2(name.c_str(), &opened, flags, vfs.empty() ? nullptr : vfs.c_str());
  connection_.reset(opened);  // SQLite gives a handle to close even where it could not open.
  if (code != SQLITE_OK) throw error(code);
  sqlite3_busy_timeout(opened, kBusyTimeoutMs);
  // Nobody may write to the schema's own table, and "text" is never taken for 'text'.
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
}

Database::~Database() = default;

Statement Database::prepare(std::string_view sql) {
  if (const auto kept = cache_.find(sql); kept != cache_.end()) {
    auto node = cache_.extract(kept);
    return Statement(*this, std::move(node.key()), node.mapped().release());
  }
  sqlite3_stmt* prepared = nullptr;
  const int code = sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
  if (code != SQLITE_OK) throw error(code);
  return Statement(*this, std::string(sql), prepared);
}

void Database::giveBack(std::string sql, sqlite3_stmt* prepared) {
  Prepared owned(prepared);
  sqlite3_reset(prepared);
  sqlite3_clear_bindings(prepared);  // A bound code must not stay in memory longer than needed.
  cache_.try_emplace(std::move(sql), std::move(owned));
}

void Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw error(code);
}

std::int64_t Database::integer(std::string_view sql) {
  Statement statement = prepare(sql);
  if (!statement.step()) throw SqlError(SQLITE_ERROR, "no row where one is always there");
  return statement.integer(0);
}

std::string Database::text(std::string_view sql) {
  Statement statement = prepare(sql);
  if (!statement.step()) throw SqlError(SQLITE_ERROR, "no row where one is always there");
  return statement.text(0);
}

bool Database::isSound() {
  try {
    return text("PRAGMA integrity_check(1)") == "ok";
  } catch (const SqlError& error) {
    const int code = error.primaryCode();
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) return false;
    throw;
  }
}

void Database::releaseCache() { sqlite3_db_release_memory(connection_.get()); }

std::int64_t Database::lastInsertId() const { return sqlite3_last_insert_rowid(connection_.get()); }

bool Database::inTransaction() const { return sqlite3_get_autocommit(connection_.get()) == 0; }

bool Database::readOnly() const { return sqlite3_db_readonly(connection_.get(), "main") == 1; }

std::string Database::fileName() const {
  const char* name = sqlite3_db_filename(connection_.get(), "main");
  return name == nullptr ? "" : name;
}

void Database::copyTo(Database& target) const {
  sqlite3_backup* copying =
      sqlite3_backup_init(target.connection_.get(), "main", connection_.get(), "main");
  if (copying == nullptr) throw target.error(sqlite3_errcode(target.connection_.get()));
  const int stepped = sqlite3_backup_step(copying, -1);
  const int finished = sqlite3_backup_finish(copying);
  if (stepped != SQLITE_DONE) throw SqlError(stepped, sqlite3_errstr(stepped));
  if (finished != SQLITE_OK) throw SqlError(finished, sqlite3_errstr(finished));
}

sqlite3_file* Database::file() const {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(connection_.get(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  return file;
}

void Database::keepLogOnClose(bool keep) {
  sqlite3_db_config(connection_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

SqlError Database::error(int code) const {
  return SqlError(code, connection_ ? sqlite3_errmsg(connection_.get()) : sqlite3_errstr(code));
}

std::optional<Refusal> Database::apart(const std::function<void()>& work) {
  if (failed_) return Refusal::Failed;
  try {
    work();
    return std::nullopt;
  } catch (const SqlError&) {
    latchFailed();
    return Refusal::Failed;
  }
}

void Database::raiseWatermark() {
  if (!watermark_ || !newHead_ || watermark_->raise(*newHead_)) return;
  throw SqlError(SQLITE_IOERR, "the head of the journal cannot be written down");
}

std::optional<Refusal> Database::guarded(Transaction::Kind kind,
                                         const std::function<bool()>& work) {
  if (failed_) return Refusal::Failed;
  try {
    newHead_.reset();
    Transaction transaction(*this, kind);
    if (!work()) {
      transaction.rollback();
      return std::nullopt;
    }
    transaction.commit();
    raiseWatermark();
    return std::nullopt;
  } catch (const SqlError& refused) {
    // The transaction is rolled back by now. SQLite says "busy" only where it has changed nothing;
    // a rollback that failed has latched.
    if (refused.primaryCode() == SQLITE_BUSY && !failed_) return Refusal::Busy;
    latchFailed();
    return Refusal::Failed;
  }
}

}  // namespace hallpass

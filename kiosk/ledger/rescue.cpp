#include "kiosk/ledger/rescue.h"

#include <stdlib.h>

#include <algorithm>
#include <string_view>
#include <system_error>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal_row.h"
#include "kiosk/ledger/leaf_pages.h"
#include "kiosk/ledger/schema.h"
#include "kiosk/ledger/soundness.h"
#include "kiosk/ledger/watermark.h"
#include "platform/os/erase_file.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

namespace fs = std::filesystem;
using platform::Result;

constexpr std::size_t kMostBytes = std::size_t{1} << 31U;

struct Column {
  std::string name;
  std::string type;
  bool mayLack = false;  ///< NULL, or stored elsewhere.
};

struct Table {
  std::string name;
  std::vector<Column> columns;
};

/// An empty ledger in memory that takes rows in any order.
class Shelter {
 public:
  Shelter() : database_(":memory:", Database::Access::ReadWrite, "") {
    for (const Migration& migration : migrations()) database_.execute(migration.sql);
    for (const std::string& name : names("trigger")) database_.execute("DROP TRIGGER " + name);
    database_.execute("DROP TABLE tally");  // It can be counted again.
    // What the migrations made is not what was saved.
    for (const std::string& name : names("table")) {
      database_.execute("DELETE FROM " + name);
      tables_.push_back({name, columnsOf(name)});
    }
  }

  /// Keeps a row in the table that it fits; false where it fits none, or breaks a constraint.
  bool keep(const StoredRow& row) {
    const auto fits = [&](const Table& table) { return takes(table, row); };
    const auto table = std::find_if(tables_.begin(), tables_.end(), fits);
    if (table == tables_.end()) return false;
    try {
      database_.execute(insertOf(*table, row));
      return true;
    } catch (const SqlError&) {
      return false;
    }
  }

  /// Takes out what is not as it was written; how many rows.
  std::int64_t sift() {
    std::int64_t gone = 0;
    for (const std::int64_t id : twisted()) {
      database_.prepare("DELETE FROM code WHERE id = ?1").bind(id).run();
      ++gone;
    }
    for (const std::int64_t sequence : forged()) {
      database_.prepare("DELETE FROM journal WHERE sequence = ?1").bind(sequence).run();
      ++gone;
    }
    return gone;
  }

  /// Whether the journal reaches as far as `mark`; whoever erased or restored began it anew.
  bool holds(const JournalHead& mark) { return !refuseOlder(database_, mark); }

  [[nodiscard]] const std::vector<Table>& tables() const { return tables_; }

  /// The rows of a table, an object a line.
  std::vector<std::string> lines(const Table& table) {
    std::string pairs;
    for (const Column& column : table.columns) {
      pairs += (pairs.empty() ? "'" : ", '") + column.name + "', iif(typeof(" + column.name +
               ") = 'blob', lower(hex(" + column.name + ")), " + column.name + ")";
    }
    std::vector<std::string> lines;
    Statement row =
        database_.prepare("SELECT json_object(" + pairs + ") FROM " + table.name + " ORDER BY 1");
    while (row.step()) lines.push_back(row.text(0));
    return lines;
  }

 private:
  std::vector<std::string> names(const std::string& kind) {
    std::vector<std::string> all;
    Statement row = database_.prepare(
        "SELECT name FROM sqlite_schema WHERE type = ?1 AND name NOT LIKE 'sqlite_%' ORDER BY 1");
    row.bind(kind);
    while (row.step()) all.push_back(row.text(0));
    return all;
  }

  std::vector<Column> columnsOf(const std::string& table) {
    std::vector<Column> columns;
    Statement row = database_.prepare(
        "SELECT name, type, \"notnull\" = 0 OR (pk = 1 AND type = 'INTEGER') "
        "FROM pragma_table_info(?1) ORDER BY cid");
    row.bind(table);
    while (row.step()) columns.push_back({row.text(0), row.text(1), row.integer(2) == 1});
    return columns;
  }

  static bool takes(const Column& column, const StoredValue& value) {
    if (std::holds_alternative<std::monostate>(value)) return column.mayLack;
    if (std::holds_alternative<std::int64_t>(value)) return column.type == "INTEGER";
    return column.type == (std::holds_alternative<Blob>(value) ? "BLOB" : "TEXT");
  }

  /// Columns that a migration added may be missing at the end of older rows.
  static bool takes(const Table& table, const StoredRow& row) {
    constexpr std::ptrdiff_t kAdded = 4;  // Of class, in schemas 2 and 3.
    const auto missing = std::ssize(table.columns) - std::ssize(row.values);
    const bool older = table.name == "class" || table.name == "batch";
    if (missing < 0 || missing > (older ? kAdded : 0)) return false;
    return std::equal(row.values.begin(), row.values.end(), table.columns.begin(),
                      [](const auto& value, const auto& column) { return takes(column, value); });
  }

  static std::string literal(const StoredValue& value, std::int64_t rowId, bool isKey) {
    const auto hex = [](const std::string& bytes) {
      return "x'" +
             platform::toHex({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}) +
             "'";
    };
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value))
      return "CAST(" + hex(*text) + " AS TEXT)";
    if (const auto* blob = std::get_if<Blob>(&value)) return hex(blob->bytes);
    return isKey ? std::to_string(rowId) : "NULL";
  }

  static std::string insertOf(const Table& table, const StoredRow& row) {
    std::string columns;
    std::string values;
    for (std::size_t at = 0; at < row.values.size(); ++at) {
      const Column& column = table.columns[at];
      const bool isKey = at == 0 && column.type == "INTEGER";
      columns += (at == 0 ? "" : ", ") + column.name;
      values += (at == 0 ? "" : ", ") + literal(row.values[at], row.rowId, isKey);
    }
    return "INSERT INTO " + table.name + " (" + columns + ") VALUES (" + values + ")";
  }

  std::vector<std::int64_t> twisted() {
    std::vector<std::int64_t> ids;
    Statement row = database_.prepare("SELECT id, secret, identity FROM code");
    while (row.step()) {
      if (!isIntact(row.text(1), row.text(2))) ids.push_back(row.integer(0));
    }
    return ids;
  }

  std::vector<std::int64_t> forged() {
    std::vector<std::int64_t> sequences;
    Statement row = database_.prepare("SELECT " + std::string(kJournalColumns) + " FROM journal");
    while (row.step()) {
      const JournalEntry entry = journalEntryAt(row);
      if (hashOf(entry) != entry.hash) sequences.push_back(entry.sequence);
    }
    return sequences;
  }

  Database database_;
  std::vector<Table> tables_;
};

/// A folder of its own to work on a copy in, erased with it.
class WorkFolder {
 public:
  explicit WorkFolder(const fs::path& around) : name_((around / "rescue-XXXXXX").string()) {
    made_ = ::mkdtemp(name_.data()) != nullptr;
  }
  ~WorkFolder() {
    if (!made_) return;
    for (const char* part : {"", "-wal", "-shm"}) (void)platform::eraseFile(file().string() + part);
    std::error_code ignored;
    fs::remove(name_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] fs::path file() const { return fs::path(name_) / "ledger.db"; }

 private:
  std::string name_;
  bool made_ = false;
};

/// How many frames at the log's beginning belong together, by the salts that each of them repeats:
/// what stands behind them is of an earlier round. The log's form is SQLite's (fileformat2, 4.1).
std::int64_t framesOf(const std::string& log) {
  constexpr std::size_t kHead = 32;
  constexpr std::size_t kFrameHead = 24;
  constexpr std::size_t kSaltAt = 8;
  constexpr std::size_t kSalts = 8;
  if (log.size() < kHead) return 1;  // Not even one can be told.
  std::size_t page = 0;
  for (std::size_t at = 8; at < 12; ++at) page = page << 8U | static_cast<unsigned char>(log[at]);
  const bool likely = page >= 512 && page <= 65536;
  const std::string_view bytes(log);
  const std::size_t frame = kFrameHead + (likely ? page : 4096);
  std::int64_t frames = 0;
  for (std::size_t at = kHead; at + frame <= log.size(); at += frame, ++frames) {
    if (bytes.substr(at + kSaltAt, kSalts) != bytes.substr(kHead + kSaltAt, kSalts)) break;
  }
  return frames;
}

/// Moves the log beside `work` into it. False where not all of it is whole: SQLite takes a log up
/// to the first frame that is not, and says nothing.
bool moveLogIn(const fs::path& work, const std::string& log) {
  try {
    Database database(work, Database::Access::ReadWrite, "");
    (void)database.text("PRAGMA schema_version");  // Has it look for the log.
    Statement row = database.prepare("PRAGMA wal_checkpoint");
    if (!row.step() || row.integer(1) < framesOf(log)) return false;
  } catch (const SqlError&) {
    return false;
  }
  return true;
}

/// The content of `file` with its log moved in, worked on in a copy in `folder`.
Result<std::string, platform::FileRefusal> contentOf(const fs::path& file, const fs::path& folder,
                                                     bool& endLost) {
  const fs::path beside = file.string() + "-wal";
  std::error_code error;
  const auto bytes = fs::file_size(beside, error);
  if (error || bytes == 0) return platform::readFile(file, kMostBytes);
  const auto log = platform::readFile(beside, kMostBytes);
  const WorkFolder work(folder);
  const fs::path copy = work.file();
  fs::copy_file(file, copy, error);
  if (!error) fs::copy_file(beside, copy.string() + "-wal", error);
  const bool copied = work.made() && log && !error;
  endLost = !copied || !moveLogIn(copy, *log);
  return platform::readFile(copied ? copy : file, kMostBytes);
}

OpenRefusal notWritten(platform::FileRefusal why, const fs::path& file) {
  return {OpenRefusal::Kind::Failed, platform::sentence(why, file)};
}

}  // namespace

Result<Rescued, OpenRefusal> rescueLedger(const fs::path& file, const fs::path& folder) {
  if (const auto made = platform::makeFolder(folder); !made) {
    return OpenRefusal{OpenRefusal::Kind::Failed, platform::folderSentence(made.error(), folder)};
  }
  Rescued rescued;
  const auto content = contentOf(file, folder, rescued.endLost);
  if (!content) return notWritten(content.error(), file);
  Shelter shelter;
  std::int64_t strange = 0;
  const LeafCount count = readLeafPages(*content, [&](const StoredRow& row) {
    constexpr std::size_t kSchemaColumns = 5;
    const bool ofSchema = row.values.size() == kSchemaColumns &&
                          std::holds_alternative<std::string>(row.values.front());
    if (!ofSchema && !shelter.keep(row)) ++strange;
  });
  rescued.damaged = count.unreadable + strange + shelter.sift();
  const auto mark = Watermark::at(file);
  if (mark && !shelter.holds(*mark)) rescued.endLost = true;
  for (const Table& table : shelter.tables()) {
    std::string text;
    const auto lines = shelter.lines(table);
    for (const std::string& line : lines) text += line + "\n";
    const fs::path to = folder / (table.name + ".jsonl");
    if (const auto written = platform::replaceFile(to, text); !written) {
      return notWritten(written.error(), to);
    }
    rescued.tables.push_back({table.name, std::ssize(lines)});
  }
  return rescued;
}

}  // namespace hallpass

#include "kiosk/ledger/ledger.h"

#include "kiosk/ledger/copies.h"
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"
#include "kiosk/ledger/soundness.h"
#include "kiosk/ledger/watermark.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

/// The mark outside counts for a ledger that lies on a disk of the system's.
bool isMarked(const std::filesystem::path& file, const std::string& vfs) {
  return file != ":memory:" && vfs.empty();
}

bool isEmpty(const std::filesystem::path& file) {
  std::error_code none;
  const auto bytes = std::filesystem::file_size(file, none);
  return none || bytes == 0;
}

/// Refuses to begin a new ledger where one was lost.
std::optional<OpenRefusal> refuseLost(const std::filesystem::path& file) {
  const auto mark = isEmpty(file) ? Watermark::at(file) : std::nullopt;
  if (!mark) return std::nullopt;
  Database nothing(":memory:", Database::Access::ReadWrite, "");
  return refuseOlder(nothing, *mark);
}

/// Reads the mark before the journal: another program may write to both meanwhile.
std::optional<OpenRefusal> followMark(Database& database, const std::filesystem::path& file) {
  auto watermark = Watermark::open(std::filesystem::absolute(file));
  if (!watermark) {
    return OpenRefusal{OpenRefusal::Kind::Failed,
                       platform::tr("it may not be read or written. Check who owns it and its "
                                    "folder.")};
  }
  const auto mark = watermark->read();
  if (mark) {
    if (auto refusal = refuseOlder(database, *mark)) {
      database.keepLogOnClose(true);  // What is wrong may be in it.
      return refusal;
    }
  }
  database.keepWatermark(std::move(watermark));
  return std::nullopt;
}

/// A copy of a ledger as the older program left it. Where none can be made (a full disk), the
/// migration goes on: it is one transaction, and a device that does not start helps nobody.
void backUpBeforeMigrating(Database& database, const platform::Clock& clock) {
  const std::int64_t schema = database.integer("PRAGMA user_version");
  if (schema == 0 || schema == std::ssize(migrations())) return;
  (void)makeBackup(database.fileName(), clock.now());
}

}  // namespace

platform::Result<std::unique_ptr<Ledger>, OpenRefusal> Ledger::open(
    const std::filesystem::path& file, const platform::Clock& clock, const std::string& vfs) {
  try {
    if (isMarked(file, vfs)) {
      if (const auto refusal = refuseLost(file)) return withFile(*refusal, file);
    }
    auto database = openDatabase(file, vfs);
    if (!database) return withFile(database.error(), file);
    if (isMarked(file, vfs)) {
      if (const auto refusal = followMark(**database, file)) return withFile(*refusal, file);
    }
    std::unique_ptr<Ledger> ledger(new Ledger(std::move(*database), clock));
    if (isMarked(file, vfs)) backUpBeforeMigrating(*ledger->database_, clock);
    migrate(*ledger->database_, *ledger->journal_, migrations());
    finishErasure(*ledger->database_, *ledger->journal_);
    settleWatermark(*ledger->database_);
    return ledger;
  } catch (const SqlError& error) {
    return withFile(openRefusalOf(error), file);
  }
}

Ledger::Ledger(std::unique_ptr<Database> database, const platform::Clock& clock)
    : database_(std::move(database)),
      journal_(std::make_unique<Journal>(*database_, clock)),
      classes_(std::make_unique<Classes>(*database_, *journal_)),
      roster_(std::make_unique<Roster>(*database_, *journal_)),
      stock_(std::make_unique<Stock>(*database_, *journal_)),
      claims_(std::make_unique<Claims>(*database_, *journal_)),
      orders_(std::make_unique<Orders>(*database_, *journal_)),
      locks_(std::make_unique<Locks>(*database_, *journal_)),
      leases_(std::make_unique<Leases>(*database_, *journal_)),
      erasure_(std::make_unique<Erasure>(*database_, *journal_)) {}

Ledger::~Ledger() = default;

platform::Result<bool, Refusal> Ledger::isSound() {
  auto sound =
      database_->query([&]() -> platform::Result<bool, Refusal> { return isWhole(*database_); });
  rest();  // Megabytes, of which a visit needs little.
  return sound;
}

void Ledger::rest() { database_->releaseCache(); }

void Ledger::keepReserve(std::function<bool()> isLow) { database_->keepReserve(std::move(isLow)); }

bool Ledger::diskIsLow() const { return database_->diskIsLow(); }

bool Ledger::failed() const { return database_->failed(); }

}  // namespace hallpass

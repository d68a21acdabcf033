#include "kiosk/ledger/ledger.h"

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"

namespace hallpass {

platform::Result<std::unique_ptr<Ledger>, OpenRefusal> Ledger::open(
    const std::filesystem::path& file, const platform::Clock& clock, const std::string& vfs) {
  try {
    auto database = openDatabase(file, vfs);
    if (!database) return withFile(database.error(), file);
    std::unique_ptr<Ledger> ledger(new Ledger(std::move(*database), clock));
    migrate(*ledger->database_, *ledger->journal_, migrations());
    finishErasure(*ledger->database_, *ledger->journal_);
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
      erasure_(std::make_unique<Erasure>(*database_, *journal_)) {}

Ledger::~Ledger() = default;

platform::Result<bool, Refusal> Ledger::isSound() {
  return database_->query(
      [&]() -> platform::Result<bool, Refusal> { return database_->isSound(); });
}

void Ledger::keepReserve(std::function<bool()> isLow) { database_->keepReserve(std::move(isLow)); }

bool Ledger::diskIsLow() const { return database_->diskIsLow(); }

bool Ledger::failed() const { return database_->failed(); }

}  // namespace hallpass

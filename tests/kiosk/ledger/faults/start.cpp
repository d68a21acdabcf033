#include "tests/kiosk/ledger/faults/start.h"

#include <stdexcept>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"

namespace tests {
namespace {

using hallpass::Role;

template <class Given>
auto must(const Given& given) {
  if (!given) throw std::runtime_error("the start of a test was refused");
  return *given;
}

void fillRoom(hallpass::Ledger& ledger, int students) {
  (void)must(ledger.classes().open(newClass(), Role::Operator));
  std::vector<hallpass::RosterEntry> entries;
  for (int number = 1; number <= students; ++number) {
    const std::string name = kNameToken + std::to_string(number);
    entries.push_back({name, name + "@example.org", std::to_string(number)});
  }
  (void)must(ledger.roster().add(entries, hallpass::Mode::Keep, Role::Operator));
  const auto add = [&](const char* file, int first, int count) {
    (void)must(ledger.stock().add(newBatch(file), newCodes(first, count), hallpass::Mode::Keep,
                                  Role::Operator, {}));
  };
  add("codes.csv", 0, 2 * students);
  add("spare.csv", 500, 8);
  add("other.csv", 600, 20);
  for (const auto lock : hallpass::kLocks) {
    (void)must(ledger.locks().set(lock, "hash", Role::System));
  }
}

/// In the tables of schema 1.
void fillOld(hallpass::Database& database, std::int64_t now) {
  const std::string at = std::to_string(now);
  database.execute("INSERT INTO class VALUES (1, 'Old', 'azure-pass', NULL, NULL, 1, 'open')");
  database.execute("INSERT INTO student VALUES (1, 1, 1), (2, 1, 2)");
  database.execute(
      "INSERT INTO identity VALUES (1, 'Zyxname1', '', '', 1, zeroblob(32)), "
      "(2, 'Zyxname2', '', '', 1, zeroblob(32))");
  database.execute(
      "INSERT INTO batch VALUES (1, 'azure-pass', 'old.csv', zeroblob(32), 'AZ-1', 'MP-1', NULL, " +
      at + ")");
  for (int number = 0; number < 3; ++number) {
    const std::string text = "'" + newCode(number).code.reveal() + "'";
    database.execute("INSERT INTO code (batch, position, pass_type, secret, identity) VALUES (1, " +
                     std::to_string(number) + ", 'azure-pass', " + text + ", " + text + ")");
  }
  database.execute(
      "INSERT INTO claim (class, student, code, pass_type, made_at) "
      "VALUES (1, 1, 1, 'azure-pass', " +
      at + ")");
}

void recordOld(hallpass::Journal& journal) {
  journal.append(hallpass::Event::CodesImported, Role::Operator,
                 {{"batch", "1"},
                  {"pass_type", "azure-pass"},
                  {"added", "3"},
                  {"in_stock_already", "0"},
                  {"file_sha256", ""},
                  {"course", "AZ-1"},
                  {"order", "MP-1"},
                  {"redeem_by", ""}});
  journal.append(hallpass::Event::ClaimMade, Role::Student,
                 {{"claim", "1"},
                  {"class", "1"},
                  {"student", "1"},
                  {"who", ""},
                  {"code", "1"},
                  {"batch", "1"}});
}

void makeOld(PowerCutDisk& disk, const std::string& file, int schema) {
  const ManualClock clock;
  const auto database = hallpass::openDatabase(file, disk.name()).value();
  hallpass::Journal journal(*database, clock);
  migrate(*database, journal, hallpass::migrations().first(1));
  const auto done = database->change(hallpass::Mode::Keep,
                                     [&]() -> platform::Result<platform::Done, hallpass::Refusal> {
                                       fillOld(*database, clock.time.ms);
                                       recordOld(journal);
                                       return platform::Done{};
                                     });
  (void)must(done);
  migrate(*database, journal, hallpass::migrations().first(static_cast<std::size_t>(schema)));
}

}  // namespace

Work::Start startInUse(PowerCutDisk& disk, const std::string& file, int students) {
  Work::Start start;
  const ManualClock clock;
  disk.load({});
  disk.mirror(file);
  {
    auto ledger = hallpass::Ledger::open(file, clock, disk.name()).value();
    fillRoom(*ledger, students);
    for (int student = 1; student <= kHolders; ++student) {
      const auto made = must(ledger->claims().make({student}, Role::Student));
      start.told.claims.push_back({student, made.id.value, numberOf(made.code)});
    }
  }
  start.files = disk.files();
  return start;
}

Work::Start startOfSchema(PowerCutDisk& disk, const std::string& file, int schema) {
  disk.load({});
  disk.mirror(file);
  makeOld(disk, file, schema);
  Work::Start start;
  start.files = disk.files();
  start.told.claims.push_back({1, 1, 0});
  return start;
}

}  // namespace tests

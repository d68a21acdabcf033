#include "tests/kiosk/ledger/faults/start.h"

#include <stdexcept>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"
#include "tests/kiosk/ledger/old_ledger.h"

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

void recordOldClaim(hallpass::Journal& journal) {
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
                                       fillOld(*database, clock.time, "Zyxname1", "Zyxname2");
                                       recordOldImport(journal);
                                       recordOldClaim(journal);
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

// Real write errors: a process that may not let a file grow (RLIMIT_FSIZE) gets EFBIG from the
// system in the midst of a commit. Short of a full disk it is the nearest thing that needs neither
// a mount nor a double of the system.
#include <sys/resource.h>

#include <fstream>

#include "tests/kiosk/ledger/acknowledged.h"
#include "tests/kiosk/ledger/children.h"

using hallpass::Refusal;
using tests::Acknowledged;

namespace {

constexpr int kStudents = 12;
constexpr int kFailedAndLatched = 10;
constexpr int kAllMade = 11;
constexpr int kNotAsPromised = 12;

void letFilesGrowTo(rlim_t bytes) {
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

void fill(tests::Room& room) {
  room.openClass();
  room.addCodes(tests::newCodes(0, kStudents));
  for (int number = 0; number < kStudents; ++number) {
    room.student("Student " + std::to_string(number));
  }
  room.ledger.reset();
}

/// Whether every call on a latched ledger fails, those that only read as well.
bool allFail(hallpass::Ledger& ledger) {
  return ledger.failed() &&
         ledger.claims().make({1}, hallpass::Role::Student).error() == Refusal::Failed &&
         ledger.claims().find({1}).error() == Refusal::Failed &&
         ledger.journal().verify({}).error() == Refusal::Failed &&
         ledger.stock().count(std::nullopt).error() == Refusal::Failed;
}

/// Claims for everybody while the files may grow by `room bytes`.
int claimUntilFailed(const tests::Room& room, std::optional<rlim_t> growth,
                     const tests::RecordPipe<Acknowledged>& told) {
  const auto opened = hallpass::Ledger::open(room.folder.file(), room.clock);
  if (!opened) return kNotAsPromised;
  hallpass::Ledger& ledger = **opened;
  if (!ledger.claims().make({1}, hallpass::Role::Student)) return kNotAsPromised;
  const auto log = std::filesystem::file_size(room.folder.file().string() + "-wal");
  if (growth) letFilesGrowTo(log + *growth);
  for (int number = 2; number <= kStudents; ++number) {
    const auto claim = ledger.claims().make({number}, hallpass::Role::Student);
    if (!claim) {
      const bool latched = claim.error() == Refusal::Failed && allFail(ledger);
      return latched ? kFailedAndLatched : kNotAsPromised;
    }
    if (!told.put({number, claim->id.value, tests::numberOf(claim->code)})) return kNotAsPromised;
  }
  return kAllMade;
}

struct Outcome {
  int status = 0;
  std::vector<Acknowledged> told;
};

Outcome runChild(const tests::Room& room, std::optional<rlim_t> growth) {
  tests::RecordPipe<Acknowledged> told;
  tests::Children child(1, [&](int) { return claimUntilFailed(room, growth, told); });
  told.closeWriter();
  Outcome outcome;
  for (Acknowledged one; told.take(one);) outcome.told.push_back(one);
  outcome.status = child.wait().front();
  return outcome;
}

}  // namespace

TEST_CASE("a write error at any point latches, and opening again shows what was recorded",
          "[ledger][failing-disk]") {
  for (rlim_t growth = 0; growth < 40'000; growth += 1'700) {
    INFO("the log may grow by " << growth << " bytes");
    tests::Room room;
    fill(room);
    const Outcome outcome = runChild(room, growth);
    CHECK(outcome.status == kFailedAndLatched);
    CHECK(tests::broken(room.folder.file(), outcome.told) == std::vector<std::string>{});
    room.reopen();
    const auto claimed = room.ledger->stock().count(std::nullopt)->claimed;
    const auto told = static_cast<std::int64_t>(outcome.told.size()) + 1;
    CHECK((claimed == told || claimed == told + 1));
    for (int number = 1; number <= kStudents; ++number) CHECK(room.claim({number}).ok());
  }
}

TEST_CASE("control: without the limit every claim is made", "[ledger][failing-disk]") {
  tests::Room room;
  fill(room);
  const Outcome outcome = runChild(room, std::nullopt);
  CHECK(outcome.status == kAllMade);
  CHECK(outcome.told.size() == kStudents - 1);
  CHECK(tests::broken(room.folder.file(), outcome.told) == std::vector<std::string>{});
}

TEST_CASE("an import that the disk does not take is not there at all", "[ledger][failing-disk]") {
  tests::Room room;
  fill(room);
  tests::Children child(1, [&](int) {
    const auto opened = hallpass::Ledger::open(room.folder.file(), room.clock);
    if (!opened) return kNotAsPromised;
    letFilesGrowTo(1'000'000);
    const auto codes = tests::newCodes(100, 20'000);
    const auto report = (*opened)->stock().add(tests::newBatch("large.csv"), codes,
                                               hallpass::Mode::Keep, hallpass::Role::Operator, {});
    if (report || report.error() != Refusal::Failed) return kNotAsPromised;
    return allFail(**opened) ? kFailedAndLatched : kNotAsPromised;
  });
  CHECK(child.wait().front() == kFailedAndLatched);
  CHECK(tests::broken(room.folder.file(), {}) == std::vector<std::string>{});
  room.reopen();
  CHECK(room.ledger->stock().count(std::nullopt)->loaded == kStudents);
  CHECK(room.addCodes(tests::newCodes(100, 20'000), tests::newBatch("large.csv")).added == 20'000);
}

TEST_CASE("a ledger that cannot be made on a full disk is refused with a sentence",
          "[ledger][failing-disk]") {
  tests::TempFolder folder;
  tests::ManualClock clock;
  tests::Children child(1, [&](int) {
    letFilesGrowTo(40'000);
    const auto opened = hallpass::Ledger::open(folder.file(), clock);
    const bool refused = !opened && opened.error().kind == hallpass::OpenRefusal::Kind::Failed;
    return refused ? kFailedAndLatched : kNotAsPromised;
  });
  CHECK(child.wait().front() == kFailedAndLatched);
  CHECK(tests::openLedger(folder.file(), clock)->journal().verify({})->events == 1);
}

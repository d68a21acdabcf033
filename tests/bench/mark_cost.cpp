#include <stdexcept>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/ledger.h"
#include "kiosk/ledger/opening.h"
#include "tests/bench/benches.h"
#include "tests/bench/until.h"
#include "tests/support/temporary_folder.h"

namespace tests {
namespace {

using namespace hallpass;

constexpr int kMarkClaims = 1'000;

void fillClass(Ledger& ledger) {
  NewClass facts;
  facts.title = "Bench";
  facts.passType = "azure-pass";
  NewBatch batch;
  batch.passType = facts.passType;
  std::vector<RosterEntry> students;
  std::vector<NewCode> codes;
  for (int number = 0; number < kMarkClaims; ++number) {
    const std::string text = "MARK-" + std::to_string(100'000 + number);
    students.push_back({"Student", "", std::to_string(number)});
    codes.push_back({number + 1, Code(text), text, std::nullopt});
  }
  if (!ledger.classes().open(facts, Role::Operator) ||
      !ledger.roster().add(students, Mode::Keep, Role::Operator) ||
      !ledger.stock().add(batch, codes, Mode::Keep, Role::Operator, {})) {
    throw std::runtime_error("the ledger refuses");
  }
}

void claimNext(Claims& claims, std::int64_t& student) {
  if (!claims.make({++student}, Role::Student)) throw std::runtime_error("a claim is refused");
}

}  // namespace

void measureMark(const std::filesystem::path& disk, Figures& figures) {
  const TemporaryFolder place(disk);
  const std::filesystem::path& folder = place.path();
  const platform::SystemClock clock;
  const auto marked = Ledger::open(folder / "marked.db", clock).value();
  fillClass(*marked);
  fillClass(*Ledger::open(folder / "unmarked.db", clock).value());
  const auto database = openDatabase(folder / "unmarked.db", "").value();
  Journal journal(*database, clock);
  Claims unmarked(*database, journal);
  Samples with;
  Samples without;
  std::int64_t first = 0;
  std::int64_t second = 0;
  for (int time = 0; time < kMarkClaims; ++time) {
    auto start = Timer::now();
    claimNext(marked->claims(), first);
    with.add(millisecondsSince(start));
    start = Timer::now();
    claimNext(unmarked, second);
    without.add(millisecondsSince(start));
  }
  figures.compare("one claim, with the mark", with, "ms", "one claim without it", without, "");
}

}  // namespace tests

// A file system of 2 MiB that fills up under a ledger: a code that is given is on the disk, and
// what was refused is given when there is room again.
#include <fstream>

#include "tests/kiosk/ledger/faults/bench.h"
#include "tests/support/mount.h"

using hallpass::Refusal;
using hallpass::Role;
namespace fs = std::filesystem;

namespace {

constexpr int kDiskKiB = 2'048;
constexpr int kClass = 20;  ///< Their claims make the log 800 KiB long.
constexpr std::uintmax_t kReserve = 512U * 1'024U;

/// A ledger with a class on a small disk, and a file that takes the rest of it but `room` bytes.
class SmallDisk {
 public:
  SmallDisk() : disk_(tests::Mount::inMemory(folder_.path() / "disk", kDiskKiB)) {
    const auto ledger = open();
    (void)ledger->classes().open(tests::newClass(), Role::Operator).value();
    std::vector<hallpass::RosterEntry> entries;
    for (int number = 1; number <= kClass; ++number) {
      entries.push_back({"Student", "", std::to_string(number)});
    }
    (void)ledger->roster().add(entries, hallpass::Mode::Keep, Role::Operator).value();
    (void)ledger->stock()
        .add(tests::newBatch(), tests::newCodes(0, kClass), hallpass::Mode::Keep, Role::Operator,
             {})
        .value();
  }

  [[nodiscard]] fs::path file() const { return disk_.folder() / "ledger.db"; }
  [[nodiscard]] std::unique_ptr<hallpass::Ledger> open() const {
    return tests::openLedger(file(), clock_);
  }
  [[nodiscard]] std::uintmax_t free() const { return fs::space(disk_.folder()).available; }

  void fillBut(std::uintmax_t room) const {
    std::ofstream out(filler(), std::ios::binary);
    out << std::string(free() - room, 'x');
    out.flush();
    REQUIRE(out.good());
  }
  void makeRoom() const { fs::remove(filler()); }

 private:
  [[nodiscard]] fs::path filler() const { return disk_.folder() / "filler"; }

  tests::TempFolder folder_;
  tests::Mount disk_;
  tests::ManualClock clock_;
};

/// Claims for everybody until one is refused; what was told goes to `told`.
std::optional<Refusal> claimForAll(hallpass::Ledger& ledger,
                                   std::vector<tests::Acknowledged>& told) {
  for (int student = 1; student <= kClass; ++student) {
    const auto made = ledger.claims().make({student}, Role::Student);
    if (!made) return made.error();
    told.push_back({student, made->id.value, tests::numberOf(made->code)});
  }
  return std::nullopt;
}

bool cannotMount() {
  const std::string why = tests::Mount::whyNot();
  if (!why.empty()) WARN("not tested: " << why);
  return !why.empty();
}

}  // namespace

TEST_CASE("on a disk of 2 MiB that fills up, no code is given that is not on it",
          "[ledger][disk-full]") {
  if (cannotMount()) return;
  int refused = 0;
  for (std::uintmax_t room = 0; room < 400'000; room += 20'000) {
    INFO("room for " << room << " bytes");
    const SmallDisk disk;
    std::vector<tests::Acknowledged> told;
    {
      const auto ledger = disk.open();
      disk.fillBut(room);
      const auto refusal = claimForAll(*ledger, told);
      if (refusal) ++refused;
      if (refusal) CHECK(*refusal == Refusal::Failed);
      if (refusal) CHECK(ledger->claims().make({1}, Role::Student).error() == Refusal::Failed);
    }
    disk.makeRoom();
    CHECK(tests::broken(disk.file(), told) == std::vector<std::string>{});
    std::vector<tests::Acknowledged> later;
    CHECK_FALSE(claimForAll(*disk.open(), later));
    told.insert(told.end(), later.begin(), later.end());
    CHECK(tests::broken(disk.file(), told) == std::vector<std::string>{});
  }
  CHECK(refused > 3);
}

TEST_CASE("with a reserve a disk of 2 MiB is refused before a code is given, and nothing fails",
          "[ledger][disk-full]") {
  if (cannotMount()) return;
  const SmallDisk disk;
  const auto ledger = disk.open();
  ledger->keepReserve([&] { return disk.free() < kReserve; });
  std::vector<tests::Acknowledged> told;
  disk.fillBut(kReserve - 1);
  CHECK(claimForAll(*ledger, told) == Refusal::DiskLow);
  CHECK(told.empty());
  CHECK_FALSE(ledger->failed());
  disk.makeRoom();
  CHECK_FALSE(claimForAll(*ledger, told));
  CHECK(told.size() == kClass);
}

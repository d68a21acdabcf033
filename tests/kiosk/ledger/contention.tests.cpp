// Several processes on one ledger, undisturbed and killed (trust.md section 3, T1).
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>

#include "tests/kiosk/ledger/acknowledged.h"
#include "tests/kiosk/ledger/children.h"

using hallpass::Refusal;
using tests::Acknowledged;

namespace {

constexpr int kProcesses = 8;
constexpr int kOpenFailed = 3;
constexpr int kRefusedOddly = 4;

/// A class with students 1..`students` and `codes` codes, with nobody in the room.
void fill(tests::Room& room, int students, int codes) {
  room.openClass();
  std::vector<hallpass::RosterEntry> entries;
  for (int number = 1; number <= students; ++number) {
    entries.push_back({"Student", "", std::to_string(number)});
  }
  room.enrol(entries);
  room.addCodes(tests::newCodes(0, codes));
  room.ledger.reset();
}

/// Claims for every student once, beginning with a different one in each process.
int claimForAll(const tests::Room& room, int process, int students,
                const tests::RecordPipe<Acknowledged>& told) {
  const auto opened = hallpass::Ledger::open(room.folder.file(), room.clock);
  if (!opened) return kOpenFailed;
  for (int step = 0; step < students; ++step) {
    const hallpass::StudentId student{1 + (process * students / kProcesses + step) % students};
    auto claim = (*opened)->claims().make(student, hallpass::Role::Student);
    while (!claim && claim.error() == Refusal::Busy) {
      claim = (*opened)->claims().make(student, hallpass::Role::Student);
    }
    if (!claim && claim.error() != Refusal::OutOfStock) return kRefusedOddly;
    if (claim && !told.put({student.value, claim->id.value, tests::numberOf(claim->code)})) {
      return kRefusedOddly;
    }
  }
  return 0;
}

std::vector<Acknowledged> readAll(tests::RecordPipe<Acknowledged>& told) {
  told.closeWriter();
  std::vector<Acknowledged> all;
  for (Acknowledged one; told.take(one);) all.push_back(one);
  return all;
}

using Problems = std::vector<std::string>;

}  // namespace

TEST_CASE("eight processes that claim for the same students never double a code",
          "[ledger][contention]") {
  constexpr int students = 40;
  constexpr int codes = 25;
  tests::Room room;
  fill(room, students, codes);
  tests::RecordPipe<Acknowledged> told;
  tests::Children children(kProcesses,
                           [&](int process) { return claimForAll(room, process, students, told); });
  const auto all = readAll(told);
  CHECK(children.wait() == std::vector<int>(kProcesses, 0));
  CHECK(tests::broken(room.folder.file(), all) == Problems{});
  std::set<int> given;
  for (const auto& one : all) given.insert(one.code);
  CHECK(given.size() == codes);
  CHECK(all.size() == codes * kProcesses);
}

TEST_CASE("processes killed at any moment lose no acknowledged claim and double none",
          "[ledger][contention]") {
  constexpr int students = 2'000;
  constexpr int rounds = 12;
  tests::Room room;
  fill(room, students, students / 2);
  std::mt19937 random(20'261'014);
  std::vector<Acknowledged> all;
  for (int round = 0; round < rounds; ++round) {
    tests::RecordPipe<Acknowledged> told;
    const int first = static_cast<int>(random() % students);
    tests::Children children(kProcesses, [&](int process) {
      const auto opened = hallpass::Ledger::open(room.folder.file(), room.clock);
      if (!opened) return kOpenFailed;
      for (int step = 0;; ++step) {
        const hallpass::StudentId student{1 + (first + process / 2 + step * 4) % students};
        const auto claim = (*opened)->claims().make(student, hallpass::Role::Student);
        if (claim) (void)told.put({student.value, claim->id.value, tests::numberOf(claim->code)});
      }
    });
    const std::size_t enough = all.size() + 1 + random() % 40;
    for (Acknowledged one; all.size() < enough && told.take(one);) all.push_back(one);
    children.kill();
    CHECK(children.wait() == std::vector<int>(kProcesses, -1));
    const auto rest = readAll(told);
    all.insert(all.end(), rest.begin(), rest.end());
  }
  CHECK(all.size() > rounds);
  CHECK(tests::broken(room.folder.file(), all) == Problems{});
}

TEST_CASE("eight claimers that never rest double no code and lose none", "[ledger][contention]") {
  const char* given = std::getenv("HALLPASS_CLAIM_SECONDS");
  const std::chrono::seconds span(given == nullptr ? 3 : std::atoi(given));
  constexpr int students = 4'000;
  tests::Room room;
  fill(room, students, students - 100);
  tests::RecordPipe<Acknowledged> told;
  const auto end = std::chrono::steady_clock::now() + span;
  tests::Children children(kProcesses, [&](int process) {
    const auto opened = hallpass::Ledger::open(room.folder.file(), room.clock);
    if (!opened) return kOpenFailed;
    std::mt19937 random(static_cast<unsigned>(process));
    while (std::chrono::steady_clock::now() < end) {
      const hallpass::StudentId student{static_cast<std::int64_t>(1 + random() % students)};
      const auto claim = (*opened)->claims().make(student, hallpass::Role::Student);
      if (!claim && claim.error() != Refusal::OutOfStock && claim.error() != Refusal::Busy) {
        return kRefusedOddly;
      }
      if (claim) (void)told.put({student.value, claim->id.value, tests::numberOf(claim->code)});
    }
    return 0;
  });
  const auto all = readAll(told);
  CHECK(children.wait() == std::vector<int>(kProcesses, 0));
  CHECK(tests::broken(room.folder.file(), all) == Problems{});
  std::cout << "eight claimers, " << span.count() << " s: " << all.size() << " answers\n";
  CHECK(all.size() > kProcesses);
}

TEST_CASE("eight processes that make one ledger at once make one", "[ledger][contention]") {
  for (int round = 0; round < 5; ++round) {
    tests::TempFolder folder;
    tests::ManualClock clock;
    tests::Children children(kProcesses, [&](int) {
      const auto opened = hallpass::Ledger::open(folder.file(), clock);
      return opened ? 0 : kOpenFailed;
    });
    CHECK(children.wait() == std::vector<int>(kProcesses, 0));
    CHECK(tests::openLedger(folder.file(), clock)->journal().verify({})->events == 1);
  }
}

TEST_CASE("control: claimers that read and then write double a code, and the check sees it",
          "[ledger][contention]") {
  tests::Room room;
  room.ledger.reset();
  {
    tests::RawSql raw(room.folder.file());
    raw.run("CREATE TABLE naive_code (id INTEGER PRIMARY KEY, student INTEGER)");
    raw.run("INSERT INTO naive_code (id) VALUES (1), (2), (3)");
  }
  tests::RecordPipe<char> hasRead;
  tests::RecordPipe<char> mayWrite;
  tests::RecordPipe<Acknowledged> told;
  tests::Children children(2, [&](int process) {
    tests::RawSql raw(room.folder.file());
    const std::string code =
        raw.text("SELECT id FROM naive_code WHERE student IS NULL ORDER BY id LIMIT 1");
    char go = 0;
    if (!hasRead.put(go) || !mayWrite.take(go)) return kOpenFailed;
    raw.run("UPDATE naive_code SET student = " + std::to_string(process) + " WHERE id = " + code);
    return told.put({process, process, std::stoi(code)}) ? 0 : kRefusedOddly;
  });
  char seen = 0;
  REQUIRE((hasRead.take(seen) && hasRead.take(seen)));
  REQUIRE((mayWrite.put(seen) && mayWrite.put(seen)));
  const auto all = readAll(told);
  CHECK(children.wait() == std::vector<int>{0, 0});
  CHECK(tests::doubled(all) == Problems{"two students for code 1"});
}

TEST_CASE("control: the check sees a lost claim, a second code and a code without its claim",
          "[ledger][contention]") {
  tests::Room room;
  fill(room, 3, 3);
  CHECK(tests::broken(room.folder.file(), {}) == Problems{});
  CHECK(tests::broken(room.folder.file(), {{1, 1, 0}}) == Problems{"lost claim 1"});
  CHECK(tests::doubled({{1, 1, 0}, {1, 2, 1}}) == Problems{"two codes for student 1"});
  {
    tests::RawSql raw(room.folder.file());
    raw.withoutTriggers([&] { raw.run("UPDATE code SET state = 'claimed' WHERE id = 1"); });
  }
  CHECK(tests::broken(room.folder.file(), {}) ==
        Problems{"claims, codes and journal do not agree"});
}

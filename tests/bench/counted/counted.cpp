// Does one thing a few times, so that valgrind can count the instructions of each time: whatever is
// done before and after is not counted (count.py asks callgrind for countedWork() alone).
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <map>
#include <span>
#include <stdexcept>
#include <string>

#include "kiosk/domain/roster_search.h"
#include "kiosk/ledger/ledger.h"
#include "kiosk/ui/qr.h"
#include "kiosk/ui/studio.h"
#include "tests/bench/scale/scales.h"
#include "tests/support/manual_clock.h"

namespace {

using namespace hallpass;

constexpr int kCodes = 1'000;
constexpr int kStudents = 500;
constexpr int kTimes = 10;

const std::function<void()>* counted = nullptr;

}  // namespace

/// Not inlined and not renamed: the name is how the counting finds it.
extern "C" __attribute__((noinline)) void countedWork() {
  for (int i = 0; i < kTimes; ++i) (*counted)();
}

namespace {

void count(const std::function<void()>& once) {
  once();  // Whatever is made at the first time is not counted.
  counted = &once;
  countedWork();
}

std::unique_ptr<Ledger> room(const platform::Clock& clock) {
  auto ledger = tests::given(Ledger::open(":memory:", clock));
  NewClass facts;
  facts.title = "Counted";
  facts.passType = "azure-pass";
  tests::given(ledger->classes().open(facts, Role::Operator));
  tests::given(ledger->roster().add(tests::scaleStudents(kStudents), Mode::Keep, Role::Operator));
  return ledger;
}

void countClaims() {
  const tests::ManualClock clock;
  const auto ledger = room(clock);
  tests::given(ledger->stock().add(tests::scaleBatch(clock), tests::scaleCodes(kCodes), Mode::Keep,
                                   Role::Operator, {}));
  std::int64_t next = 0;
  count([&] { tests::given(ledger->claims().make({++next}, Role::Student)); });
}

void countImport() {
  const tests::ManualClock clock;
  const auto ledger = room(clock);
  const auto codes = tests::scaleCodes(kCodes * (kTimes + 1));
  std::span<const NewCode> left(codes);
  count([&] {
    tests::given(ledger->stock().add(tests::scaleBatch(clock), left.first(kCodes), Mode::Keep,
                                     Role::Operator, {}));
    left = left.subspan(kCodes);
  });
}

void countVerify() {
  const tests::ManualClock clock;
  const auto ledger = room(clock);
  count([&] {
    if (tests::given(ledger->journal().verify(std::nullopt)).firstBad) std::abort();
  });
}

void countQr() {
  count([] {
    if (!encodeQr("HTTPS://WWW.EXAMPLE.COM/PASS?CODE=WK0SK-BENCH-00112")) std::abort();
  });
}

void countSearch() {
  const tests::ManualClock clock;
  const auto students = tests::given(room(clock)->roster().students());
  RosterSearch search;
  search.lookIn(students);
  count([&] {
    const auto hits = search.find("vir");
    if (hits.empty() || search.shown(hits).size() != hits.size()) std::abort();
    if (search.findByNumber("70123") == nullptr) std::abort();
  });
}

/// The list of students that a few letters found: many texts, and an on-screen keyboard.
void countFrame() {
  Studio studio({{1280, 800}, 3.78}, {});
  FindView find;
  find.typed = "VIR";
  find.enough = true;
  for (const RosterEntry& entry : tests::scaleStudents(40)) find.hits.push_back({entry.name, ""});
  const View view{find, std::nullopt};
  count([&] { studio.lay(view); });
}

}  // namespace

int main(int words, char** word) try {
  const std::map<std::string, void (*)()> things{{"claim", countClaims},  {"import", countImport},
                                                 {"verify", countVerify}, {"qr", countQr},
                                                 {"search", countSearch}, {"frame", countFrame}};
  const auto thing = things.find(words == 2 ? word[1] : "");
  if (thing == things.end()) {
    std::fprintf(stderr, "usage: counted claim|import|verify|qr|search|frame\n");
    return 2;
  }
  thing->second();
  std::printf("%d\n", kTimes);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "counted: %s\n", problem.what());
  return 1;
}

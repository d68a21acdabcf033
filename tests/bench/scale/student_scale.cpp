// How the search for a student grows with the roster of a class.
#include "kiosk/domain/roster_search.h"
#include "tests/bench/scale/growth_table.h"
#include "tests/bench/scale/scales.h"

namespace tests {
namespace {

using namespace hallpass;

/// More students than that take seconds.
constexpr std::int64_t kMostReadThrough = 10'000;

/// What a key on the Find screen costs: the hits, a badge's number, and the names that are shown.
template <class Find>
double microsecondsAKey(const Find& find) {
  return microseconds(kTimes, find);
}

void measureSearch(GrowthTable& table, const std::vector<Student>& roster) {
  const auto size = std::ssize(roster);
  const std::string letters = roster[roster.size() / 2].entry.name.substr(0, 9);
  RosterSearch prepared;
  table.put("preparing the roster, once, us a student", size,
            secondsOf([&] {
              prepared.lookIn(roster);
              (void)prepared.find("zz");
            }) * 1e6 /
                static_cast<double>(size));
  table.put("a key that leaves few, us", size, microsecondsAKey([&] {
              (void)prepared.shown(prepared.find(letters));
              (void)prepared.findByNumber(letters);
            }));
  table.put("a key that leaves an eighth, us", size, microsecondsAKey([&] {
              (void)prepared.shown(prepared.find("ai"));
              (void)prepared.findByNumber("ai");
            }));
  table.put("hits of that", size, static_cast<double>(prepared.find("ai").size()));
  if (size > kMostReadThrough) return;
  table.put("the same by reading through, us", size, microsecondsAKey([&] {
              (void)shownNames(roster, search(roster, letters));
              (void)findByNumber(roster, letters);
            }));
}

}  // namespace

void measureStudents(const std::filesystem::path& folder, int most) {
  GrowthTable table("students");
  const platform::SystemClock clock;
  for (const std::int64_t size : powersOfTen(2, most)) {
    const auto ledger = scaleLedger(folder / "students", clock, size);
    const auto roster = given(ledger->roster().students());
    measureSearch(table, roster);
    table.put("reading the roster, us a student", size, microseconds(3, [&] {
                                                          given(ledger->roster().students());
                                                        }) / static_cast<double>(size));
  }
  table.print();
}

}  // namespace tests

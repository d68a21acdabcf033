// How the journal's figures grow with its rows.
#include <string>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal_row.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/room/journal_export.h"
#include "tests/bench/scale/growth_table.h"
#include "tests/bench/scale/scales.h"

namespace tests {
namespace {

using namespace hallpass;

constexpr std::int64_t kRowsAPage = 25;
constexpr std::int64_t kStudents = 100;

/// Rows as a class makes them, without a sync for each.
void fill(const std::filesystem::path& file, const platform::Clock& clock, std::int64_t rows) {
  const auto database = given(openDatabase(file, ""));
  Journal journal(*database, clock);
  const std::int64_t there = given(journal.page({}, 0, 0)).total;
  given(database->change(Mode::Keep, [&]() -> platform::Result<platform::Done, Refusal> {
    for (std::int64_t i = there; i < rows; ++i) {
      journal.append(Event::CodeShownAgain, Role::Student,
                     {{"claim", std::to_string(i % 1000)},
                      {"student", std::to_string(i % (kStudents * 10))},
                      {"times", std::to_string(i)}});
    }
    return platform::Done{};
  }));
  if (!Watermark::open(file)->set(readHead(*database))) throw std::runtime_error("no mark");
}

/// The rows as they are hashed, each by itself.
std::vector<std::string> canonicalRows(Ledger& ledger) {
  std::vector<std::string> rows;
  given(ledger.journal().read([&](const JournalEntry& entry) {
    rows.push_back(canonicalOf(entry));
    return true;
  }));
  return rows;
}

void measurePages(GrowthTable& table, Journal& journal, std::int64_t size) {
  const auto page = [&](const Journal::Filter& filter, std::int64_t first) {
    return microseconds(kTimes, [&] { given(journal.page(filter, first, kRowsAPage)); });
  };
  Journal::Filter oneEvent;
  oneEvent.event = "class-opened";
  Journal::Filter oneStudent;
  oneStudent.student = 7;
  table.put("first page, us", size, page({}, 0));
  table.put("page in the middle, us", size, page({}, size / 2));
  table.put("last page, us", size, page({}, size - kRowsAPage));
  table.put("page of an event that is rare, us", size, page(oneEvent, 0));
  table.put("page of a student with a thousandth of all, us", size, page(oneStudent, 0));
  table.put("newest of an event, us", size,
            microseconds(kTimes, [&] { given(journal.lastOf(Event::ClassClosed)); }));
}

void measureWhole(GrowthTable& table, Ledger& ledger, const std::filesystem::path& folder,
                  std::int64_t size) {
  const std::vector<std::string> bytes = canonicalRows(ledger);
  double verify = 1e9;
  double hash = 1e9;
  for (int round = 0; round < 3; ++round) {
    verify = std::min(verify, secondsOf([&] { given(ledger.journal().verify(std::nullopt)); }));
    hash = std::min(hash, secondsOf([&] {
                      for (const std::string& row : bytes) (void)platform::sha256(row);
                    }));
  }
  const auto rows = static_cast<double>(size);
  table.put("verify, us a row", size, verify * 1e6 / rows);
  table.put("hash of the same bytes, us a row", size, hash * 1e6 / rows);
  table.put("verify / hash", size, verify / hash);
  const double exported = secondsOf([&] { given(exportJournal(ledger, "journal.jsonl")); });
  table.put("export, us a row", size, exported * 1e6 / rows);
  table.put("opening the ledger, ms", size, secondsOf([&] {
                                              const platform::SystemClock clock;
                                              given(Ledger::open(folder / "ledger.db", clock));
                                            }) * 1e3);
}

}  // namespace

void measureJournal(const std::filesystem::path& folder, int most) {
  GrowthTable table("journal rows");
  const platform::SystemClock clock;
  for (const std::int64_t size : powersOfTen(3, most)) {
    const auto place = folder / "journal";
    scaleLedger(place, clock, kStudents).reset();
    fill(place / "ledger.db", clock, size);
    const auto ledger = given(Ledger::open(place / "ledger.db", clock));
    measurePages(table, ledger->journal(), size);
    measureWhole(table, *ledger, place, size);
  }
  table.print();
}

}  // namespace tests

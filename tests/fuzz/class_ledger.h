#pragma once

#include <filesystem>

#include "kiosk/ledger/ledger.h"
#include "tests/e2e/monkey/ledger_problems.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace tests {

/// A ledger with a class, three students and two codes, made once.
class ClassLedger {
 public:
  ClassLedger() {
    using namespace hallpass;
    const auto ledger = Ledger::open(made_.path() / "ledger.db", clock_).value();
    NewClass facts;
    facts.title = "AZ-104";
    facts.passType = "small";
    facts.walkIns = WalkIns::Allowed;
    must(ledger->classes().open(facts, Role::Operator).ok(), "a class opens");
    const std::vector<RosterEntry> roster{{"Aino Virtanen", "aino@example.org", "S1"},
                                          {"Jo\u00e3o Smith", "", "S2"},
                                          {"\u30e4\u30de\u30c0 \u30bf\u30ed\u30a6", "", "S3"}};
    must(ledger->roster().add(roster, Mode::Keep, Role::Operator).ok(), "students are added");
    std::vector<NewCode> codes;
    for (const char* text : {"WK0SKTEST000000010", "WK0SKTEST000000011"}) {
      codes.push_back({1, Code(text), text, std::nullopt});
    }
    NewBatch batch;
    batch.passType = "small";
    must(ledger->stock().add(batch, codes, Mode::Keep, Role::Operator, {}).ok(), "codes are added");
  }

  /// A copy of the ledger as it was made.
  [[nodiscard]] std::filesystem::path fresh() const {
    const auto folder = used_.path() / "now";
    std::filesystem::remove_all(folder);
    std::filesystem::copy(made_.path(), folder);
    return folder / "ledger.db";
  }

 private:
  ManualClock clock_;
  TemporaryFolder made_;
  TemporaryFolder used_;
};

/// Ends the program where the ledger in `file` breaks a rule that always holds.
inline void mustAddUp(const std::filesystem::path& file) {
  for (const std::string& problem : ledgerProblems(file)) must(false, problem.c_str());
  const ManualClock clock;
  const auto ledger = hallpass::Ledger::open(file, clock).value();
  const auto verdict = ledger->journal().verify(std::nullopt);
  must(verdict.ok() && !verdict->firstBad, "the journal's chain holds");
  const hallpass::StockCount count = *ledger->stock().count("small");
  must(count.loaded ==
           count.inStock + count.claimed + count.quarantined + count.expired + count.returned,
       "the codes add up");
}

}  // namespace tests

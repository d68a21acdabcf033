#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ledger/ledger.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"

namespace tests {

/// A folder of its own that goes away with the test.
class TempFolder {
 public:
  explicit TempFolder(
      const std::filesystem::path& parent = std::filesystem::temp_directory_path()) {
    std::string pattern = (parent / "ledger-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  [[nodiscard]] std::filesystem::path file() const { return path_ / "ledger.db"; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::unique_ptr<hallpass::Ledger> openLedger(const std::filesystem::path& file,
                                                    const platform::Clock& clock) {
  auto opened = hallpass::Ledger::open(file, clock);
  if (!opened) FAIL(opened.error().sentence);
  return std::move(*opened);
}

inline hallpass::NewCode newCode(int number,
                                 std::optional<platform::UtcTime> redeemBy = std::nullopt) {
  const std::string text = "TEST-CODE-" + std::to_string(1'000'000 + number);
  return {number + 1, hallpass::Code(text), text, redeemBy};
}

inline std::vector<hallpass::NewCode> newCodes(int first, int count) {
  std::vector<hallpass::NewCode> codes;
  for (int number = first; number < first + count; ++number) codes.push_back(newCode(number));
  return codes;
}

inline hallpass::NewBatch newBatch(const std::string& file = "codes.csv") {
  hallpass::NewBatch batch;
  batch.passType = "azure-pass";
  batch.fileName = file;
  batch.fileHash = platform::sha256(file);
  batch.course = "AZ-104";
  batch.order = "4711";
  return batch;
}

inline hallpass::NewClass newClass() {
  hallpass::NewClass facts;
  facts.title = "Administration";
  facts.passType = "azure-pass";
  facts.walkIns = hallpass::WalkIns::Allowed;
  return facts;
}

/// A room with a ledger in it, and short words for what a test does there.
struct Room {
  ManualClock clock;
  TempFolder folder;
  std::unique_ptr<hallpass::Ledger> ledger = openLedger(folder.file(), clock);

  void reopen() {
    ledger.reset();
    ledger = openLedger(folder.file(), clock);
  }

  hallpass::ClassId openClass(const hallpass::NewClass& facts = newClass()) {
    return ledger->classes().open(facts, hallpass::Role::Operator).value();
  }

  void setState(hallpass::ClassState state) {
    REQUIRE(ledger->classes().setState(state, hallpass::Role::Operator).ok());
  }

  hallpass::Stock::Report addCodes(const std::vector<hallpass::NewCode>& codes,
                                   const hallpass::NewBatch& batch = newBatch()) {
    return ledger->stock()
        .add(batch, codes, hallpass::Mode::Keep, hallpass::Role::Operator, {})
        .value();
  }

  hallpass::Roster::Report enrol(const std::vector<hallpass::RosterEntry>& entries) {
    return ledger->roster().add(entries, hallpass::Mode::Keep, hallpass::Role::Operator).value();
  }

  hallpass::StudentId student(const std::string& name) {
    return ledger->roster().addWalkIn(name, hallpass::Role::Student).value();
  }

  platform::Result<hallpass::Claim, hallpass::Refusal> claim(hallpass::StudentId who) {
    return ledger->claims().make(who, hallpass::Role::Student);
  }

  std::vector<hallpass::JournalEntry> journal() {
    std::vector<hallpass::JournalEntry> entries;
    const auto read = ledger->journal().read([&](const hallpass::JournalEntry& entry) {
      entries.push_back(entry);
      return true;
    });
    REQUIRE(read.ok());
    return entries;
  }

  std::vector<std::string> eventIds() {
    std::vector<std::string> ids;
    for (const auto& entry : journal()) ids.push_back(entry.event);
    return ids;
  }
};

}  // namespace tests

#pragma once

#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"
#include "kiosk/guide/guide.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace tests {

/// "2026-11-23T09:00", in UTC.
[[nodiscard]] inline platform::UtcTime at(const char* text) {
  return *platform::parseIsoTime(text);
}

/// Rings when a worker has something to collect.
class Bell {
 public:
  void ring() {
    const std::lock_guard lock(mutex_);
    rung_ = true;
    changed_.notify_all();
  }

  /// Waits for a ring since the last wait().
  void wait() {
    std::unique_lock lock(mutex_);
    REQUIRE(changed_.wait_for(lock, std::chrono::minutes(2), [this] { return rung_; }));
    rung_ = false;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool rung_ = false;
};

/// A device with a ledger file, a folder for sticks and what the pages of a desk work with; and
/// short words for what other programs do to its ledger.
class DeskRoom {
 public:
  ManualClock clock;

  [[nodiscard]] hallpass::DeskTools tools(hallpass::Role role = hallpass::Role::Instructor) {
    return {ledger().locks(), ledger(), file_, assets_, clock, worker_, media_, role, false};
  }

  [[nodiscard]] hallpass::Ledger& ledger() { return *ledger_; }
  [[nodiscard]] platform::Worker& worker() { return worker_; }
  [[nodiscard]] Bell& bell() { return bell_; }

  hallpass::ClassId openClass(const std::string& title = "AZ-104, Monday") {
    hallpass::NewClass facts;
    facts.title = title;
    facts.passType = "azure-pass";
    return ledger().classes().open(facts, hallpass::Role::Operator).value();
  }

  void setState(hallpass::ClassState state) {
    REQUIRE(ledger().classes().setState(state, hallpass::Role::Operator).ok());
  }

  /// What another program does between two touches.
  void replaceClass(const std::string& title) {
    setState(hallpass::ClassState::Closed);
    openClass(title);
  }

  hallpass::StudentId add(const std::string& name, const std::string& number = "",
                          const std::string& email = "") {
    return ledger().roster().addStudent({name, email, number}, hallpass::Role::Operator).value();
  }

  /// `count` codes as one batch; those of two batches differ.
  void stock(int count) {
    std::vector<hallpass::NewCode> codes;
    for (int at = 0; at < count; ++at) {
      const std::string text = codeText(stocked_++);
      codes.push_back({at + 1, hallpass::Code(text), text, std::nullopt});
    }
    hallpass::NewBatch batch;
    batch.passType = "azure-pass";
    batch.fileName = "codes.csv";
    batch.fileHash = platform::sha256(std::to_string(stocked_));
    REQUIRE(ledger().stock().add(batch, codes, hallpass::Mode::Keep, hallpass::Role::Operator, {}));
  }

  hallpass::Claim claim(hallpass::StudentId student,
                        const std::optional<std::string>& digits = std::nullopt) {
    return ledger().claims().make(student, hallpass::Role::Student, digits).value();
  }

  void say(hallpass::StudentId student, hallpass::Outcome outcome) {
    REQUIRE(ledger().claims().report(student, outcome, hallpass::Role::Student).ok());
  }

  [[nodiscard]] hallpass::Class heldClass() { return *ledger().classes().current().value(); }
  [[nodiscard]] std::vector<hallpass::Student> students() {
    return ledger().roster().students().value();
  }
  [[nodiscard]] hallpass::Student student(hallpass::StudentId id) {
    for (const hallpass::Student& one : students()) {
      if (one.id == id) return one;
    }
    FAIL("no such student");
    return {};
  }
  [[nodiscard]] std::vector<hallpass::ClaimRecord> records() {
    return ledger().claims().records().value();
  }

  [[nodiscard]] std::vector<hallpass::JournalEntry> journal() {
    std::vector<hallpass::JournalEntry> entries;
    REQUIRE(ledger().journal().read([&](const hallpass::JournalEntry& entry) {
      entries.push_back(entry);
      return true;
    }));
    return entries;
  }
  /// "class-opened by instructor": the newest entry.
  [[nodiscard]] std::string newestEvent() {
    const auto entries = journal();
    return entries.back().event + " by " + entries.back().role;
  }

  /// The folder of a stick that is plugged in.
  [[nodiscard]] std::filesystem::path stick() {
    const auto folder = media_.folder() / "STICK";
    std::filesystem::create_directories(folder);
    return folder;
  }
  void putOnStick(const std::string& name, const std::string& content) {
    std::ofstream file(stick() / name, std::ios::binary);
    file << content;
    REQUIRE(file.good());
  }

  /// The text of the code that was stocked as number `at`, from 0.
  [[nodiscard]] static std::string codeText(int at) {
    return "TESTCODE" + std::to_string(1'000'000'000 + at);
  }
  [[nodiscard]] int stocked() const { return stocked_; }

 private:
  static inline const int kZone = ::setenv("TZ", "UTC0", 1);

  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_.path() / "ledger.db";
  std::filesystem::path assets_ = hallpass::assetsFolder();
  platform::Media media_{folder_.path() / "media"};
  std::unique_ptr<hallpass::Ledger> ledger_ = hallpass::Ledger::open(file_, clock).value();
  Bell bell_;
  platform::Worker worker_{[this] { bell_.ring(); }};
  int stocked_ = 0;
};

}  // namespace tests

#include "kiosk/desk/practice.h"

#include <array>

#include "kiosk/guide/guide.h"
#include "platform/os/erase_file.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

constexpr std::int64_t kCodes = 6;

/// Two fewer codes than students: the shortage is the first thing to practise.
const std::array kStudents{
    RosterEntry{"Maya Okafor", "maya@example.org", "T101"},
    RosterEntry{"Jonas Weber", "jonas@example.org", "T102"},
    RosterEntry{"Li Wei", "", "T103"},
    RosterEntry{"Sofia Rossi", "", "T104"},
    RosterEntry{"Sofia Romero", "", "T105"},
    RosterEntry{"Omar Haddad", "", "T106"},
    RosterEntry{"Zoë Martin", "", "T107"},
    RosterEntry{"Anna-Liisa Kivelä", "", "T108"},
};

std::vector<NewCode> practiceCodes() {
  std::vector<NewCode> codes;
  for (std::int64_t i = 1; i <= kCodes; ++i) {
    codes.push_back({static_cast<int>(i), Code(practiceCode(i)), practiceCode(i), std::nullopt});
  }
  return codes;
}

std::string passTypeFor(const std::filesystem::path& assets) {
  for (const std::string& id : passTypeIds(assets)) {
    const auto type = loadPassType(assets, id);
    if (type && type->offered) return id;
  }
  return "azure-pass";
}

bool fill(Ledger& ledger, const std::string& passType) {
  NewClass facts;
  facts.title = "Training class";
  facts.passType = passType;
  facts.walkIns = WalkIns::Allowed;
  NewBatch batch;
  batch.passType = passType;
  batch.fileName = "training";
  return ledger.classes().open(facts, Role::System).ok() &&
         ledger.roster().add(kStudents, Mode::Keep, Role::System).ok() &&
         ledger.stock().add(batch, practiceCodes(), Mode::Keep, Role::System, {}).ok();
}

}  // namespace

std::filesystem::path trainingLedger(const std::filesystem::path& ledger) {
  return ledger.parent_path() / "training" / ledger.filename();
}

std::string practiceCode(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return "TRAINING-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

std::unique_ptr<Ledger> openPractice(const std::filesystem::path& file,
                                     const std::filesystem::path& assets,
                                     const platform::Clock& clock) {
  if (!forgetPractice(file) || !platform::makeFolder(file.parent_path())) return nullptr;
  auto ledger = Ledger::open(file, clock);
  if (!ledger || !fill(**ledger, passTypeFor(assets))) return nullptr;
  return *std::move(ledger);
}

/// Names that were typed for practice are of real people at times.
bool forgetPractice(const std::filesystem::path& file) {
  bool gone = true;
  for (const char* part : {"", "-wal", "-shm", "-head"}) {
    gone = platform::eraseFile(file.string() + part).ok() && gone;
  }
  return gone;
}

}  // namespace hallpass

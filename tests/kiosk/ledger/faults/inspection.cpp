#include "tests/kiosk/ledger/faults/inspection.h"

#include <algorithm>

#include "kiosk/ledger/sql_error.h"
#include "tests/kiosk/ledger/faults/parts.h"

namespace tests {
namespace {

using hallpass::Role;

class Inspection {
 public:
  Inspection(Parts& ledger, const Told& told, Findings& found)
      : ledger_(ledger), told_(told), found_(found) {}

  /// Whether it was erased.
  bool all() {
    const auto verdict = ledger_.journal.verify({});
    if (!verdict || verdict->firstBad) corrupt("the chain does not verify");
    const auto receipt = ledger_.erasure.last();
    if (receipt && *receipt) {
      checkErased(**receipt);
      return true;
    }
    if (told_.erased) lost("the erasure");
    checkClaims();
    checkBatches();
    checkTries();
    checkLeases();
    checkNames();
    if (!namesGone_) claimAgain();
    return false;
  }

  [[nodiscard]] bool namesGone() const { return namesGone_; }

 private:
  void lost(const std::string& what) { found_.lost.push_back(what); }
  void corrupt(const std::string& what) { found_.corrupt.push_back(what); }

  void checkErased(const hallpass::ErasureReceipt& receipt) {
    const auto count = ledger_.stock.count(std::nullopt);
    const auto claims = static_cast<std::int64_t>(told_.claims.size());
    if (!count || count->loaded != 0 || receipt.claims != claims) corrupt("half an erasure");
  }

  void checkClaims() {
    const auto records = ledger_.claims.records();
    if (!records) return lost("every claim");
    for (const Acknowledged& one : told_.claims) {
      const auto same = [&](const hallpass::ClaimRecord& record) {
        return record.id.value == one.claim && record.student.value == one.student &&
               record.code.reveal() == newCode(one.code).code.reveal();
      };
      const auto found = std::find_if(records->begin(), records->end(), same);
      if (found == records->end()) {
        lost("claim " + std::to_string(one.claim));
      } else {
        checkOutcome(*found);
      }
    }
  }

  void checkOutcome(const hallpass::ClaimRecord& record) {
    const auto told = told_.outcomes.find(record.student.value);
    if (!record.live || told == told_.outcomes.end()) return;
    const bool mayBeNewer = told_.reporting.contains(record.student.value);
    if (!mayBeNewer && record.outcome != name(told->second)) lost("an outcome");
  }

  void checkBatches() {
    const auto batches = ledger_.stock.batches();
    if (!batches) return lost("every batch");
    int imported = 0;
    for (const auto& batch : *batches) {
      const auto& count = batch.count;
      if (batch.facts.fileName.starts_with("more-")) {
        ++imported;
        if (count.loaded != kImportedCodes) corrupt("half an import");
      }
      if (count.returned != 0 && count.inStock != 0) corrupt("half a return");
      if (told_.returned.contains(batch.id) && count.returned == 0) lost("a return");
    }
    if (imported < told_.imports) lost("an import");
    if (imported > told_.imports + 1) corrupt("an import that nobody asked for");
  }

  void checkTries() {
    const auto state = ledger_.locks.state(hallpass::Lock::Instructor);
    if (!state) return lost("the locks");
    const bool right = state->failures == told_.tries || state->failures == told_.triesSoon;
    if (!right) lost("a wrong try");
  }

  /// A lease that the depot was told to be held must be there, whole: nobody else gets its codes.
  void checkLeases() {
    const auto held = ledger_.leases.leases();
    const auto asks = ledger_.leases.asks();
    if (!held || !asks) return lost("every lease");
    for (const std::string& id : *held) {
      const auto lease = ledger_.leases.lease(id);
      if (!lease || !*lease || (*lease)->codes.size() != kLeasedCodes) corrupt("half a lease");
    }
    const auto isHeld = [&](const std::string& id) {
      return std::find(held->begin(), held->end(), id) != held->end();
    };
    const auto isAsked = [&](const std::string& id) {
      return std::any_of(asks->begin(), asks->end(), [&](const auto& ask) { return ask.id == id; });
    };
    for (const std::string& id : told_.held) {
      if (!isHeld(id)) lost("a lease");
    }
    for (const std::string& id : told_.asked) {
      if (!isHeld(id) && !isAsked(id)) lost("what was asked of the depot");
    }
  }

  void checkNames() {
    const auto students = ledger_.roster.students();
    if (!students) return lost("the roster");
    namesGone_ = students->empty();
    if (told_.namesGone && !namesGone_) lost("the erasure of names");
  }

  /// (g), and that a new claim gets a code that nobody was given.
  void claimAgain() {
    const auto students = ledger_.roster.students();
    std::map<std::int64_t, std::int64_t> last;
    for (const Acknowledged& one : told_.claims) last[one.student] = one.claim;
    for (const auto& [student, claim] : last) {
      const auto again = ledger_.claims.make({student}, Role::Student);
      const bool mayBeNewer = told_.swapping.contains(student);
      if (!again || !again->again || (!mayBeNewer && again->id.value != claim)) {
        lost("the code of student " + std::to_string(student));
      }
    }
    if (!students || students->empty()) return;
    const auto fresh = students->back().id;
    const auto made = ledger_.claims.make(fresh, Role::Student);
    if (!made) return corrupt("a claim is refused");
    for (const Acknowledged& one : told_.claims) {
      if (one.code == numberOf(made->code)) corrupt("a code was given twice");
    }
    const auto again = ledger_.claims.make(fresh, Role::Student);
    if (!again || again->id != made->id) corrupt("a student got two codes");
  }

  Parts& ledger_;
  const Told& told_;
  Findings& found_;
  bool namesGone_ = false;
};

/// (a), (b), (d) and (f).
constexpr const char* kCounts =
    "SELECT "
    "(SELECT count(*) - count(DISTINCT code) FROM claim) || ' ' || "
    "(SELECT count(*) - count(DISTINCT student) FROM claim WHERE live = 1) || ' ' || "
    "((SELECT count(*) FROM claim WHERE live = 1) - "
    " (SELECT count(*) FROM code WHERE state = 'claimed')) || ' ' || "
    "((SELECT count(*) FROM claim WHERE live IS NOT 1) - "
    " (SELECT count(*) FROM code WHERE state = 'quarantined')) || ' ' || "
    "((SELECT count(*) FROM claim) - (SELECT count(*) FROM journal "
    "  WHERE event IN ('claim-made', 'claim-replaced')))";

void checkFile(hallpass::Database& database, Findings& found) {
  const std::string whole = database.text("PRAGMA integrity_check");
  if (whole != "ok") found.corrupt.push_back("the file is not whole: " + whole);
  const std::string counts = database.text(kCounts);
  if (counts != "0 0 0 0 0") {
    found.corrupt.push_back("claims, codes and journal do not agree: " + counts);
  }
}

void checkResidue(const PowerCutDisk& disk, const char* token, Findings& found) {
  for (const auto& [name, content] : disk.files()) {
    if (content.find(token) != std::string::npos) {
      found.corrupt.push_back(std::string("what was erased still stands in ") +
                              name.substr(name.rfind('/') + 1));
    }
  }
}

}  // namespace

std::string Findings::text() const {
  std::string all;
  for (const std::string& one : lost) all += "lost: " + one + "\n";
  for (const std::string& one : corrupt) all += "corrupt: " + one + "\n";
  return all;
}

Findings inspect(PowerCutDisk& disk, const std::string& file, const Told& told) {
  Findings found;
  const ManualClock clock;
  disk.mirror(file);
  bool erased = false;
  bool namesGone = false;
  try {
    auto database = hallpass::openDatabase(file, disk.name());
    if (!database) {
      found.corrupt.push_back("not opened: " + database.error().sentence);
      return found;
    }
    Parts parts(std::move(*database), clock);
    Inspection inspection(parts, told, found);
    erased = inspection.all();
    namesGone = inspection.namesGone();
    checkFile(*parts.database, found);
  } catch (const hallpass::SqlError& error) {
    found.corrupt.push_back(std::string("not opened: ") + error.what());
    return found;
  }
  if (erased) checkResidue(disk, kCodeToken, found);
  if (erased || (namesGone && told.namesGone)) checkResidue(disk, kNameToken, found);
  return found;
}

}  // namespace tests

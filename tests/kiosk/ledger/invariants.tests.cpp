// Random days in a classroom, beside a small model of what must be true (trust.md section 3).
#include <rapidcheck.h>

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::ClassState;
using hallpass::Mode;
using hallpass::Refusal;
using hallpass::Role;
using platform::UtcTime;

namespace {

/// The parts of a ledger in memory, with its database at hand.
struct Parts {
  tests::ManualClock clock;
  std::unique_ptr<hallpass::Database> database = *hallpass::openDatabase(":memory:", "");
  hallpass::Journal journal{*database, clock};
  hallpass::Classes classes{*database, journal};
  hallpass::Roster roster{*database, journal};
  hallpass::Stock stock{*database, journal};
  hallpass::Claims claims{*database, journal};

  Parts() { hallpass::migrate(*database, journal, hallpass::migrations()); }
};

struct ModelCode {
  std::int64_t redeemBy;  ///< The largest number where there is none.
  int batch;
  int position;
  int number;
  bool claimed = false;
};

/// What has happened so far, as plainly as it can be kept.
struct Model {
  std::vector<ModelCode> codes;
  int batches = 0;
  std::optional<ClassState> state;
  std::vector<hallpass::StudentId> students;  ///< Of the current class.
  std::map<hallpass::StudentId, int> holds;   ///< Code numbers, of every class.

  [[nodiscard]] bool knows(int number) const {
    return std::any_of(codes.begin(), codes.end(),
                       [&](const ModelCode& code) { return code.number == number; });
  }

  /// The code that rule 5 names, or nullptr.
  ModelCode* next(std::int64_t now) {
    const auto rank = [](const ModelCode& code) {
      return std::tuple(code.redeemBy, code.batch, code.position);
    };
    ModelCode* best = nullptr;
    for (ModelCode& code : codes) {
      if (code.claimed || code.redeemBy < now) continue;
      if (best == nullptr || rank(code) < rank(*best)) best = &code;
    }
    return best;
  }
};

/// Any of `from` to `to - 1`, alike in early and late cases.
int anyOf(int from, int to) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to));
}

void importCodes(Parts& parts, Model& model) {
  const int first = anyOf(0, 60);
  const int count = anyOf(0, 6);
  std::vector<hallpass::NewCode> codes;
  int fresh = 0;
  for (int number = first; number < first + count; ++number) {
    const auto days = anyOf(-1, 4);
    const auto last =
        days == 3 ? std::numeric_limits<std::int64_t>::max() : parts.clock.time.ms + days * 1'000;
    codes.push_back(
        tests::newCode(number, days == 3 ? std::nullopt : std::optional<UtcTime>(UtcTime{last})));
    if (!model.knows(number)) model.codes.push_back({last, model.batches, fresh++, number});
  }
  if (fresh > 0) ++model.batches;
  const auto report =
      parts.stock.add(tests::newBatch(), codes, Mode::Keep, Role::Operator, {}).value();
  RC_ASSERT(report.added == fresh);
  RC_ASSERT(static_cast<int>(report.inStockAlready.size()) == count - fresh);
}

void openClass(Parts& parts, Model& model) {
  const auto opened = parts.classes.open(tests::newClass(), Role::Operator);
  const bool may = !model.state || *model.state == ClassState::Closed;
  RC_ASSERT(opened.ok() == may);
  if (!may) return;
  model.state = ClassState::Open;
  model.students.clear();
}

void setState(Parts& parts, Model& model, ClassState state) {
  const auto done = parts.classes.setState(state, Role::Operator);
  const bool may =
      model.state && (*model.state != ClassState::Closed || state == ClassState::Closed);
  RC_ASSERT(done.ok() == may);
  if (may) model.state = state;
}

void walkIn(Parts& parts, Model& model) {
  const auto added =
      parts.roster.addWalkIn("Student " + std::to_string(model.students.size()), Role::Student);
  RC_ASSERT(added.ok() == (model.state && *model.state != ClassState::Closed));
  if (added) model.students.push_back(*added);
}

void claim(Parts& parts, Model& model) {
  if (model.students.empty()) return;
  const auto student = *rc::gen::elementOf(model.students);
  const auto made = parts.claims.make(student, Role::Student);
  if (const auto held = model.holds.find(student); held != model.holds.end()) {
    RC_ASSERT((made.ok() && made->again));
    RC_ASSERT(made->code == tests::newCode(held->second).code);
    return;
  }
  ModelCode* next = model.next(parts.clock.time.ms);
  RC_ASSERT(made.ok() == (next != nullptr && *model.state == ClassState::Open));
  if (!made) return;
  RC_ASSERT(!made->again);
  RC_ASSERT(made->code == tests::newCode(next->number).code);
  next->claimed = true;
  model.holds[student] = next->number;
}

void step(Parts& parts, Model& model) {
  switch (*rc::gen::weightedElement<int>(
      {{6, 0}, {6, 1}, {1, 2}, {4, 3}, {1, 4}, {9, 5}, {18, 6}, {3, 7}})) {
    case 0:
      return importCodes(parts, model);
    case 1:
      return openClass(parts, model);
    case 2:
      return setState(parts, model, ClassState::Paused);
    case 3:
      return setState(parts, model, ClassState::Open);
    case 4:
      return setState(parts, model, ClassState::Closed);
    case 5:
      return walkIn(parts, model);
    case 6:
      return claim(parts, model);
    default:
      return parts.clock.pass(std::chrono::milliseconds(anyOf(0, 1'500)));
  }
}

/// loaded = in stock + claimed + quarantined + expired + returned, and each as the model says.
void checkCounts(Parts& parts, const Model& model) {
  const auto count = parts.stock.count("azure-pass").value();
  RC_ASSERT(count.loaded ==
            count.inStock + count.claimed + count.quarantined + count.expired + count.returned);
  RC_ASSERT(count.loaded == static_cast<std::int64_t>(model.codes.size()));
  RC_ASSERT(count.claimed == static_cast<std::int64_t>(model.holds.size()));
  const auto expired = std::count_if(
      model.codes.begin(), model.codes.end(),
      [&](const ModelCode& code) { return !code.claimed && code.redeemBy < parts.clock.time.ms; });
  RC_ASSERT(count.expired == expired);
}

/// (a) to (f) of trust.md section 3.
void checkInvariants(Parts& parts, const Model& model) {
  const auto number = [&](const char* sql) { return parts.database->integer(sql); };
  const auto claims = number("SELECT count(*) FROM claim");
  RC_ASSERT(claims == static_cast<std::int64_t>(model.holds.size()));
  RC_ASSERT(claims == number("SELECT count(DISTINCT code) FROM claim"));
  RC_ASSERT(claims == number("SELECT count(DISTINCT student) FROM claim WHERE live = 1"));
  RC_ASSERT(claims == number("SELECT count(*) FROM code WHERE state = 'claimed'"));
  RC_ASSERT(claims == number("SELECT count(*) FROM journal WHERE event = 'claim-made'"));
  RC_ASSERT(!parts.journal.verify({})->firstBad);
  RC_ASSERT(parts.database->text("PRAGMA integrity_check") == "ok");
}

/// (g): whoever holds a code finds that one.
void checkHolders(Parts& parts, const Model& model) {
  for (const auto student : model.students) {
    const auto found = parts.claims.find(student).value();
    const auto held = model.holds.find(student);
    RC_ASSERT(found.has_value() == (held != model.holds.end()));
    if (found) RC_ASSERT(found->code == tests::newCode(held->second).code);
  }
}

}  // namespace

TEST_CASE("whatever happens in a classroom, the ledger's promises hold", "[ledger][invariants]") {
  REQUIRE(rc::check("random operations against the model", [] {
    Parts parts;
    Model model;
    const int steps = anyOf(1, 100);
    for (int done = 0; done < steps; ++done) {
      step(parts, model);
      checkCounts(parts, model);
    }
    RC_ASSERT(!parts.database->failed());
    checkInvariants(parts, model);
    checkHolders(parts, model);
    RC_CLASSIFY(model.holds.size() > 2, "several claims");
  }));
}

#include "tests/kiosk/ledger/faults/work.h"

#include <stdexcept>

#include "tests/kiosk/ledger/faults/start.h"

namespace tests {
namespace {

using hallpass::Role;

constexpr int kFewStudents = 12;
constexpr int kManyStudents = 180;

/// For everybody who holds no code, but for the last one.
bool claim(const Hands& hands, Told& told, int students) {
  for (int student = kHolders + 1; student < students; ++student) {
    const auto made = hands.claims.make({student}, Role::Student, "4711");
    if (!made) return false;
    told.claims.push_back({student, made->id.value, numberOf(made->code)});
    ++told.count;
  }
  return true;
}

bool claimForFew(const Hands& hands, Told& told, ManualClock&) {
  return claim(hands, told, kFewStudents);
}

bool claimForMany(const Hands& hands, Told& told, ManualClock&) {
  return claim(hands, told, kManyStudents);
}

bool replace(const Hands& hands, Told& told, ManualClock&) {
  for (int time = 0; time < 2; ++time) {
    for (int student = 1; student <= kHolders; ++student) {
      told.swapping = {student};
      const auto made = hands.claims.replace({student}, hallpass::Cause::Used, Role::Instructor);
      if (!made) return false;
      told.claims.push_back({student, made->id.value, numberOf(made->code)});
      told.swapping.clear();
      ++told.count;
    }
  }
  return true;
}

bool import(const Hands& hands, Told& told, ManualClock&) {
  for (int number = 0; number < 3; ++number) {
    const auto codes = newCodes(1'000 * (number + 1), kImportedCodes);
    if (!hands.stock.add(newBatch(importedFile(number)), codes, hallpass::Mode::Keep,
                         Role::Operator, {})) {
      return false;
    }
    ++told.imports;
    ++told.count;
  }
  return true;
}

bool takeBack(const Hands& hands, Told& told, ManualClock&) {
  for (const std::int64_t batch : {2, 3}) {
    if (!hands.stock.takeBack(batch, Role::Instructor)) return false;
    told.returned.insert(batch);
    ++told.count;
  }
  return true;
}

bool report(const Hands& hands, Told& told, ManualClock&) {
  for (const auto outcome : {hallpass::Outcome::BlankPage, hallpass::Outcome::Worked}) {
    for (int student = 1; student <= kHolders; ++student) {
      told.reporting = {student};
      if (!hands.claims.report({student}, outcome, Role::Student)) return false;
      told.outcomes[student] = outcome;
      told.reporting.clear();
      ++told.count;
    }
  }
  return true;
}

bool tellAndReport(const Hands& hands, Told& told, ManualClock&) {
  bool done = true;
  for (const std::int64_t student : {1, 2}) {
    told.outcomes[student] = hallpass::Outcome::Worked;
    ++told.count;
    done &= hands.claims.report({student}, hallpass::Outcome::Worked, Role::Student).ok();
  }
  return done;
}

bool tryPin(const Hands& hands, Told& told, ManualClock&) {
  for (int time = 0; time < 4; ++time) {
    told.triesSoon = told.tries + 1;
    if (!hands.locks.count(hallpass::Lock::Instructor)) return false;
    told.tries = told.triesSoon;
    ++told.count;
  }
  told.triesSoon = 0;
  if (!hands.locks.opened(hallpass::Lock::Instructor)) return false;
  told.tries = 0;
  ++told.count;
  return true;
}

std::string idOf(int kind, int number) {
  std::string digits = std::to_string(number);
  return std::to_string(kind) + "1111111-1111-4111-8111-" + std::string(12 - digits.size(), '0') +
         digits;
}

std::vector<hallpass::LeasedCode> leasedCodes(int first) {
  std::vector<hallpass::LeasedCode> codes;
  for (int number = first; number < first + kLeasedCodes; ++number) {
    const auto code = newCode(number);
    codes.push_back({idOf(3, number), code.code, code.identity, std::nullopt});
  }
  return codes;
}

bool lease(const Hands& hands, Told& told, ManualClock&) {
  hallpass::Leases& leases = hands.ledger->leases();
  if (!leases.join(idOf(1, 0), Role::Operator)) return false;
  for (int number = 0; number < 3; ++number) {
    const hallpass::LeaseAsk ask{idOf(2, number), newClass().passType, kLeasedCodes};
    if (!leases.ask(ask)) return false;
    told.asked.insert(ask.id);
    ++told.count;
    if (!leases.hold(ask, leasedCodes(5'000 + number * 100))) return false;
    told.held.insert(ask.id);
    ++told.count;
  }
  return true;
}

bool erase(const Hands& hands, Told& told, ManualClock&) {
  if (!hands.ledger->erase({true, true}, Role::Staff)) return false;
  told.erased = true;
  ++told.count;
  return true;
}

bool eraseNames(const Hands& hands, Told& told, ManualClock& clock) {
  clock.pass(std::chrono::hours(24));
  if (!hands.ledger->eraseNamesBefore(clock.now(), Role::System)) return false;
  told.namesGone = true;
  ++told.count;
  return true;
}

/// What was opened is told; that is all.
bool nothing(const Hands&, Told& told, ManualClock&) {
  ++told.count;
  return true;
}

Work::Start few(PowerCutDisk& disk, const std::string& file) {
  return startInUse(disk, file, kFewStudents);
}

Work::Start many(PowerCutDisk& disk, const std::string& file) {
  return startInUse(disk, file, kManyStudents);
}

Work::Start none(PowerCutDisk&, const std::string&) { return {}; }

Work migration(int schema) {
  const auto start = [schema](PowerCutDisk& disk, const std::string& file) {
    return startOfSchema(disk, file, schema);
  };
  return {"migration from schema " + std::to_string(schema), start, nothing, 1, 1};
}

}  // namespace

std::vector<Work> allWork() {
  std::vector<Work> all{
      {"claim", few, claimForFew},
      {"claim, a long log", many, claimForMany, 25},
      {"replace", few, replace},
      {"import", few, import},
      {"stock return", few, takeBack},
      {"outcome", few, report},
      {"PIN count", few, tryPin},
      {"erasure", few, erase},
      {"retention", few, eraseNames},
      {"leases of a depot", few, lease},
      {"making a ledger", none, nothing, 1, 2},
  };
  for (const int schema : {1, 2, 3, 4, 5, 6}) all.push_back(migration(schema));
  return all;
}

Work toldTooSoon() { return {"control: told before it is written", few, tellAndReport}; }

Work workNamed(const std::string& name) {
  for (Work& work : allWork()) {
    if (work.name == name) return work;
  }
  throw std::invalid_argument("there is no work " + name);
}

}  // namespace tests

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

namespace tests {

/// A claim that a process was told to be made.
struct Acknowledged {
  std::int64_t student = 0;
  std::int64_t claim = 0;
  int code = 0;  ///< The number that newCode() was given.
};

inline int numberOf(const hallpass::Code& code) {
  return std::stoi(code.reveal().substr(std::string("TEST-CODE-").size())) - 1'000'000;
}

/// What is wrong with claims as they were acknowledged: a code with two students, a student with
/// two codes.
inline std::vector<std::string> doubled(const std::vector<Acknowledged>& all) {
  std::map<int, std::set<std::int64_t>> studentsOf;
  std::map<std::int64_t, std::set<int>> codesOf;
  for (const Acknowledged& one : all) {
    studentsOf[one.code].insert(one.student);
    codesOf[one.student].insert(one.code);
  }
  std::vector<std::string> problems;
  for (const auto& [code, students] : studentsOf) {
    if (students.size() > 1) problems.push_back("two students for code " + std::to_string(code));
  }
  for (const auto& [student, codes] : codesOf) {
    if (codes.size() > 1) problems.push_back("two codes for student " + std::to_string(student));
  }
  return problems;
}

/// What is wrong with a ledger that nobody has open: the invariants of trust.md section 3 that hold
/// after every fault, with the claims that were acknowledged.
inline std::vector<std::string> broken(const std::filesystem::path& file,
                                       const std::vector<Acknowledged>& all) {
  std::vector<std::string> problems = doubled(all);
  ManualClock clock;
  const auto verdict = openLedger(file, clock)->journal().verify({});
  if (!verdict.ok() || verdict->firstBad) problems.push_back("the chain does not verify");
  RawSql raw(file);
  std::set<std::string> recorded;
  for (const auto& line : raw.column("SELECT claim.id || ' ' || student || ' ' || secret "
                                     "FROM claim JOIN code ON code.id = claim.code")) {
    recorded.insert(line);
  }
  for (const Acknowledged& one : all) {
    const std::string line = std::to_string(one.claim) + " " + std::to_string(one.student) + " " +
                             newCode(one.code).code.reveal();
    if (!recorded.contains(line)) problems.push_back("lost claim " + std::to_string(one.claim));
  }
  const auto isSame = [&](const char* a, const char* b) { return raw.text(a) == raw.text(b); };
  constexpr const char* claims = "SELECT count(*) FROM claim";
  if (!isSame(claims, "SELECT count(*) FROM code WHERE state = 'claimed'") ||
      !isSame(claims, "SELECT count(*) FROM journal WHERE event = 'claim-made'") ||
      !isSame(claims, "SELECT count(DISTINCT student) FROM claim") ||
      !isSame(claims, "SELECT count(DISTINCT code) FROM claim")) {
    problems.push_back("claims, codes and journal do not agree");
  }
  if (raw.text("PRAGMA integrity_check") != "ok") problems.push_back("the file is not whole");
  return problems;
}

}  // namespace tests

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "kiosk/domain/outcome.h"
#include "tests/kiosk/ledger/acknowledged.h"

namespace tests {

/// What somebody outside was told to be done, and what is asked for and not answered yet.
struct Told {
  std::vector<Acknowledged> claims;  ///< Ended ones too, oldest first.
  std::set<std::int64_t> swapping;   ///< Students whose code may be swapped already.
  int imports = 0;                   ///< Of importedFile(0), (1) ...
  std::set<std::int64_t> returned;   ///< Batches.
  std::map<std::int64_t, hallpass::Outcome> outcomes;  ///< Of students; those not in `reporting`.
  std::set<std::int64_t> reporting;
  int tries = 0;                ///< Wrong ones of the instructor's PIN, in a row.
  int triesSoon = 0;            ///< Likewise, once what is asked for is done.
  std::set<std::string> asked;  ///< Leases of a depot.
  std::set<std::string> held;   ///< Likewise, once their codes are in stock.
  bool erased = false;
  bool namesGone = false;
  long long count = 0;  ///< Of all that was told.
};

constexpr int kImportedCodes = 30;
constexpr int kLeasedCodes = 30;

inline std::string importedFile(int number) { return "more-" + std::to_string(number) + ".csv"; }

/// Every name of a student on the disks begins so, and stands nowhere else.
constexpr const char* kNameToken = "Zyxname";
constexpr const char* kCodeToken = "TEST-CODE-";

}  // namespace tests

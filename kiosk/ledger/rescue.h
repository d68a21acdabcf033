#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/ledger/open_refusal.h"
#include "platform/base/result.h"

namespace hallpass {

struct RescuedTable {
  std::string name;
  std::int64_t rows = 0;
};

/// What was saved of a damaged ledger, and what was not.
struct Rescued {
  std::vector<RescuedTable> tables;  ///< By name; those without rows as well.
  std::int64_t damaged = 0;  ///< Rows that were found and are not whole, or not as the rules say.
  bool endLost = false;      ///< What was recorded last is missing: the log beside the file is not
                             ///< whole, or the mark knows of more.
};

/// Saves every row of a ledger that is whole, however damaged the file is, to `folder`: one file
/// "TABLE.jsonl" a table, an object a line, blobs in hexadecimal; names and whole codes are in them
/// (mode 0600). A row counts as whole where its types and constraints fit; one of the journal,
/// where its own hash fits; a code, where its text fits what it is compared by. `file` and its log
/// are only read. Refuses with Failed, what was written until then stays.
[[nodiscard]] platform::Result<Rescued, OpenRefusal> rescueLedger(
    const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace hallpass

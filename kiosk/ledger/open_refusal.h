#pragma once

#include <cstdint>
#include <string>

namespace hallpass {

/// Why a ledger file was not opened. The file is as it was.
struct OpenRefusal {
  enum class Kind : std::uint8_t {
    Newer,    ///< Written by a newer program: update this one.
    Foreign,  ///< Not a ledger: a database of something else, or no database at all.
    Damaged,  ///< A ledger whose content is not whole.
    Older,    ///< A ledger that lacks what was recorded last: an old copy, or its log was damaged.
    Busy,     ///< Another program held it for longer than the wait.
    Failed,   ///< Disk full, no permission, I/O error.
  };
  Kind kind;
  std::string sentence;  ///< For a person: what is, and what to do.
};

}  // namespace hallpass

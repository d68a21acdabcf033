#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hallpass {

/// The bytes of a BLOB.
struct Blob {
  std::string bytes;
};

/// A value as SQLite's file format stores it; monostate is NULL.
using StoredValue = std::variant<std::monostate, std::int64_t, std::string, Blob>;

/// A row as it stands in the file, of a table that is not said there.
struct StoredRow {
  std::int64_t rowId = 0;
  std::vector<StoredValue> values;  ///< NULL in place of an INTEGER PRIMARY KEY.
};

/// What was found besides rows.
struct LeafCount {
  std::int64_t pages = 0;       ///< Of every kind.
  std::int64_t unreadable = 0;  ///< Rows that a page names, and that are not whole.
};

/// Calls `each` for every row of every table in the content of an SQLite file, page by page:
/// neither the schema nor the pages above the rows are needed, so all that is whole is found
/// whatever else is damaged (sqlite.org/fileformat2.html, 1.6 and 2.1). Rows that are longer than a
/// page count as unreadable. No content makes this read outside of `file`.
[[nodiscard]] LeafCount readLeafPages(std::string_view file,
                                      const std::function<void(StoredRow)>& each);

}  // namespace hallpass

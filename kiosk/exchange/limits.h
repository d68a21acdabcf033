#pragma once

#include <cstddef>
#include <cstdint>

namespace hallpass {

// What a file may hold. A class has hundreds of lines; these bounds only keep a broken or hostile
// file from filling the memory of a small device.
inline constexpr std::size_t kMostFileBytes = std::size_t{64} << 20U;  ///< Any file; for readFile.
inline constexpr std::size_t kMostWorkbookBytes = std::size_t{16} << 20U;  ///< An .xlsx, as stored.
inline constexpr std::uint64_t kMostPartBytes = std::uint64_t{64} << 20U;  ///< One part, unpacked.
inline constexpr std::uint64_t kMostPartRatio = 200;  ///< A part's bytes for each of the file's ...
inline constexpr std::uint64_t kFreePartBytes = std::uint64_t{1} << 20U;  ///< ... beyond so many.
inline constexpr std::size_t kMostMarks = 12'000'000;  ///< Tags and attributes of one part.
inline constexpr std::size_t kMostCells = 1'000'000;   ///< Of one table.
inline constexpr std::size_t kMostColumns = 256;  ///< Of a sheet; a line of text may have more.
inline constexpr std::size_t kMostSheetRows = 1U << 20U;  ///< As spreadsheet programs have it.
inline constexpr std::size_t kLongestCode = 256;          ///< Characters.

}  // namespace hallpass

#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/domain/pass_type.h"
#include "kiosk/domain/stock.h"
#include "kiosk/exchange/table.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"

namespace hallpass {

/// The codes of a file, before the stock is asked about them.
struct CodeList {
  std::vector<NewCode> codes;   ///< In file order; no two of one identity. Odd ones are among them.
  std::int64_t duplicate = 0;   ///< Cells whose code stood earlier in the file.
  std::int64_t odd = 0;         ///< Codes of an unusual shape: taken, with a note.
  std::int64_t rejected = 0;    ///< Cells that were not taken; each has a note.
  std::vector<LineNote> notes;  ///< For each cell that was not simply taken, in line order.
  platform::Hash fileHash{};
};

/// Finds the codes in `table`: in the column whose header is one of `type.codeHeaders`, else a
/// general word for a code, else whose cells look like codes; a single line of many codes is read
/// across. A header row is never taken for a code, and a code is kept as it stood, without the
/// white space and invisible characters around it.
///
/// A redeem-by column, where there is one, gives each code the end of its day in UTC; a status
/// column rejects what is expired, used or revoked. `now` decides only which dates are noted as
/// past. `progress` is told every thousand rows; where it answers false, the refusal is Cancelled.
/// Refuses with NoCodes otherwise.
[[nodiscard]] platform::Result<CodeList, ListProblem> readCodes(const Table& table,
                                                                const PassType& type,
                                                                platform::UtcTime now,
                                                                const Progress& progress = {});

}  // namespace hallpass

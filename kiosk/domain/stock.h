#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/domain/code.h"
#include "platform/base/clock.h"
#include "platform/base/hash.h"

namespace hallpass {

/// One code of a list that may go into stock.
struct NewCode {
  int line = 0;  ///< Of the file, from 1; a spreadsheet's row.
  Code code;
  std::string identity;                       ///< PassType::identity of the code.
  std::optional<platform::UtcTime> redeemBy;  ///< Last moment to redeem; nullopt = the batch's.
};

/// Where the codes of one import came from.
struct NewBatch {
  std::string passType;
  std::string fileName;  ///< Without its folder.
  platform::Hash fileHash{};
  std::string course;
  std::string order;
  std::optional<platform::UtcTime> redeemBy;
  std::string value;  ///< "about $100, 30 days"; "" = as the pass type says.
};

/// What became of a line of a list.
enum class LineFate : std::uint8_t {
  Remark,     ///< Worth a look; or a line that was passed over, such as a heading.
  Duplicate,  ///< What it says stood in an earlier line.
  Odd,        ///< Taken, though it does not look as it should.
  Rejected,   ///< Not taken.
};

/// What happened to one line of a list, in words that never hold the code.
struct LineNote {
  int line = 0;
  std::string what;
  LineFate fate = LineFate::Remark;
};

/// Told now and then how far a long piece of work is; answers whether to go on.
using Progress = std::function<bool(std::int64_t done, std::int64_t total)>;

/// Whether a change is kept, or only tried out and taken back.
enum class Mode : std::uint8_t { Keep, DryRun };

/// Where all the codes that ever came in are now:
/// loaded = inStock + claimed + quarantined + expired + returned (DESIGN.md 3.7).
struct StockCount {
  std::int64_t loaded = 0;
  std::int64_t inStock = 0;
  std::int64_t claimed = 0;
  std::int64_t quarantined = 0;
  std::int64_t expired = 0;  ///< Never handed out, and past their redeem-by.
  std::int64_t returned = 0;
};

/// A batch, where it came from and where its codes are.
struct Batch {
  std::int64_t id = 0;
  NewBatch facts;
  platform::UtcTime importedAt;
  std::string importedBy;  ///< A role's name, as in the journal.
  StockCount count;
};

/// One code of the stock, for a list that leaves the device.
struct StockedCode {
  Code code;
  std::int64_t batch = 0;
  std::optional<platform::UtcTime> redeemBy;
};

}  // namespace hallpass

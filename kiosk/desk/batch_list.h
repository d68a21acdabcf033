#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/domain/class.h"
#include "kiosk/domain/stock.h"
#include "kiosk/ledger/ledger.h"
#include "kiosk/ui/desk_view.h"

namespace hallpass {

/// A batch and the first of its unused codes to end.
struct ListedBatch {
  Batch batch;
  std::optional<platform::UtcTime> soonest;  ///< Of the codes that may be handed out; or none ends.
};

/// Every batch, newest first. Refuses as the ledger does.
[[nodiscard]] platform::Result<std::vector<ListedBatch>, Refusal> listBatches(Ledger& ledger);

/// How soon a batch ends: Bad where codes of it did, Attention where some do within 14 days of
/// `now` or before `held`, a class of the same pass type that is not closed, does.
[[nodiscard]] Sign endSign(const ListedBatch& listed, const std::optional<Class>& held,
                           platform::UtcTime now);

/// "2027-01-28", "from 2027-01-28" where its codes end on several days, "none".
[[nodiscard]] std::string redeemByOf(const ListedBatch& listed);

/// The name of its file, or that its codes were typed.
[[nodiscard]] std::string fileShown(const NewBatch& facts);

/// "AZ-104T00, MP-410200", or as much of it as is known.
[[nodiscard]] std::string originOf(const NewBatch& facts);

}  // namespace hallpass

#pragma once

#include <optional>
#include <string>

#include "kiosk/depot/depot_link.h"
#include "kiosk/ledger/ledger.h"
#include "kiosk/room/self_test.h"

namespace hallpass {

/// What there is to be said of the depot: what the last try came to, and what the ledger knows.
struct DepotNews {
  DepotStanding standing;
  std::optional<Membership> member;  ///< nullopt: this device is not enrolled.
  LeaseFigures figures;
};

/// Refuses as the ledger does.
[[nodiscard]] platform::Result<DepotNews, Refusal> depotNews(Ledger& ledger,
                                                             const DepotStanding& standing);

/// How bad it is. Absent: it was not asked yet.
[[nodiscard]] Finding findingOf(const DepotNews& news);

/// Whether codes may be sent into the depot from here, as far as is known.
[[nodiscard]] bool mayRestock(const DepotNews& news);

/// How a moment is written.
using MomentText = std::string (*)(platform::UtcTime);

/// Whether the depot is there, or since when not and why, and what to do next. In the language that
/// is set, like what follows.
[[nodiscard]] std::string depotSentence(const DepotNews& news, MomentText momentText);

/// "Codes of the depot: 18 here, 240 left there."; where it is not on line, what is here, and how
/// much waits to be sent.
[[nodiscard]] std::string depotCounts(const DepotNews& news);

/// Why codes were not added, and what to do.
[[nodiscard]] std::string notAddedSentence(DepotRefusal refusal);

}  // namespace hallpass

#pragma once

#include <memory>
#include <optional>

#include "kiosk/desk/desk_page.h"
#include "kiosk/room/depot_words.h"

namespace hallpass {

/// How this device stands with the depot, and what can be done about it now. `tools.depot` is
/// there.
[[nodiscard]] std::unique_ptr<DeskPage> depotPage(const DeskTools& tools);

/// What is known of the depot now; nullopt where there is none, or the ledger refuses.
[[nodiscard]] std::optional<DepotNews> newsOfDepot(const DeskTools& tools);

/// The sign of a finding about the depot.
[[nodiscard]] Sign depotSign(const DepotNews& news);

/// The line of the front page: the state, and the numbers.
[[nodiscard]] std::string depotLine(const DepotNews& news);

}  // namespace hallpass

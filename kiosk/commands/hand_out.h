#pragma once

#include <optional>

#include "kiosk/commands/answer.h"
#include "kiosk/commands/session.h"
#include "kiosk/domain/claim.h"

namespace hallpass {

/// What keeps the kiosk from handing out anything new, beyond what the ledger itself refuses in the
/// transaction of the claim: the class's state and window, and an empty stock.
[[nodiscard]] std::optional<Complaint> notReady(Session& session, Ledger& ledger);

/// "MC6B...": the code, what its QR code holds where that is something else, what it is worth where
/// somebody said so, and where to enter it. One line each, the code alone first.
[[nodiscard]] std::string codeText(const Claim& claim, const PassType& type);

/// The claim's number, the student, code, payload and site: what `claim` and `replace` both print.
[[nodiscard]] nlohmann::ordered_json jsonOf(const Claim& claim, const Student& student,
                                            const PassType& type);

}  // namespace hallpass

#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/stock.h"
#include "kiosk/room/appliance.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"

namespace hallpass {

/// Codes that left the stock, and the file that holds them now.
struct Leftovers {
  std::string fileName;
  std::int64_t codes = 0;
};

/// Why the leftovers are not on the stick.
struct LeftoversProblem {
  std::string sentence;     ///< What is, and what to do.
  bool outOfStock = false;  ///< They left the stock: the file must be written again.
};

/// What is to be returned, and where to.
struct LeftoversAsk {
  std::int64_t batch = 0;
  std::int64_t most = 0;  ///< As many codes as it can be, for the room that they need.
  std::filesystem::path stick;
  std::filesystem::path ledgerFile;
  Role role = Role::Instructor;
  Appliance appliance{};
};

/// The list that such a file holds, with headings that the kiosk's own reader knows.
[[nodiscard]] std::string leftoversList(std::span<const StockedCode> codes);

/// Takes what is in stock of a batch out of it and writes it, with what was returned of it before,
/// into a new file on the stick, which the kiosk can read again. The stick is tried first without a
/// code on it, so that no code is there that could still be handed out; a code that left the stock
/// is never lost, for this can be done again. Where it answers with a value, the stick can be
/// pulled. Runs on the worker's thread.
[[nodiscard]] platform::Result<Leftovers, LeftoversProblem> returnLeftovers(
    const LeftoversAsk& ask, const platform::Clock& clock);

}  // namespace hallpass

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/os/interruption.h"

struct pg_conn;

namespace hallpass {

/// Settings of libpq, by their names.
using PqSettings = std::vector<std::pair<std::string, std::string>>;

/// One try for each host of "host=a,b", in their order, so that one that does not answer within
/// connect_timeout leaves the others theirs, as libpq's own connecting does, which cannot be
/// stopped. A single try where no host is named.
[[nodiscard]] std::vector<PqSettings> triesOf(const PqSettings& settings);

/// Connects by one of triesOf(). Whether it is connected is PQstatus() of what comes back, which
/// the caller owns; nullptr without memory. Gives up when `ends` is asked for, and after the
/// connect_timeout of `settings`. Only the search for the address of a host's name cannot be
/// stopped: it takes as long as the system's resolver lets it. nullptr for `ends`: nobody asks.
[[nodiscard]] pg_conn* dial(const PqSettings& settings, const platform::Interruption* ends);

/// Waits for `events` of poll() on the socket of `connection`. False where it gave up: `until` is
/// past (nullopt: it has no end), or `ends` was asked for (nullptr: nobody does).
[[nodiscard]] bool awaitSocket(pg_conn* connection, int events,
                               std::optional<std::chrono::steady_clock::time_point> until,
                               const platform::Interruption* ends);

}  // namespace hallpass

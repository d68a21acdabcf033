#pragma once

#include <string>

#include "tests/kiosk/depot/postgres.h"

namespace tests {

/// How often a second pgbench runs `script`, as the superuser on `database`, by so many
/// connections, each so many times. ":client_id" in it is the connection's number, ":n" counts its
/// runs from 0. Throws where it fails.
[[nodiscard]] double pgbenchPerSecond(const Postgres& server, const std::string& database,
                                      const std::string& script, int connections, int times);

}  // namespace tests

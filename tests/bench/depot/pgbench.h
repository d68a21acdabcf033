#pragma once

#include <string>

#include "tests/kiosk/depot/postgres.h"

namespace tests {

/// What pgbench is to run, as the superuser on `database`.
struct PgbenchRun {
  std::string database;
  std::string script;  ///< ":client_id" is the connection's number, ":n" counts its runs.
  int connections = 1;
  int times = 1;  ///< By each connection.
  int first = 0;  ///< ":n" begins here.
};

/// Seconds that it takes, without those for connecting. Throws where it fails.
[[nodiscard]] double pgbenchSeconds(const Postgres& server, const PgbenchRun& run);

}  // namespace tests

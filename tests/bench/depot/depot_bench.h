#pragma once

#include "tests/kiosk/depot/postgres.h"

namespace tests {

/// How a kiosk's calls and the venue's lists grow, up to 10^`most` codes and 10,000 kiosks: a table
/// each.
void measureDepotGrowth(Postgres& server, int most);

/// What 16 connections at once reach, beside pgbench with the same statements; and how long it
/// takes to refill 1,000 kiosks and to hear a day's claims of them.
void measureDepotRates(Postgres& server);

}  // namespace tests

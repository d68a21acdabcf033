// What a depot in PostgreSQL takes, and how that grows.
#include "tests/bench/depot/depot_bench.h"

#include <cstdio>
#include <cstdlib>
#include <exception>

namespace {

constexpr int kMostPower = 7;

/// The server as Debian sets it, but for what a venue's machine has: memory for its pages. Commits
/// are on the disk before they are told.
tests::Postgres benchServer() {
  return tests::Postgres({"fsync=on", "shared_buffers=1GB", "max_wal_size=4GB"});
}

}  // namespace

int main(int count, char** words) try {
  const int most = count > 1 ? std::atoi(words[1]) : kMostPower - 1;
  if (count > 2 || most < 4 || most > kMostPower) {
    std::fprintf(stderr, "usage: depot_bench [N: up to 10^N codes, 4 to 7]\n");
    return 2;
  }
  tests::Postgres server = benchServer();
  tests::measureDepotRates(server);
  tests::measureDepotGrowth(server, most);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "depot_bench: %s\n", problem.what());
  return 1;
}

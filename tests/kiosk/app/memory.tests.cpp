// What visits leave behind in memory: nothing.
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/kiosk/app/kiosk.h"

using namespace tests;

namespace {

/// One visit of somebody who has a code, up to the attract screen.
void visit(Kiosk& kiosk) {
  kiosk.comeBack("aino");
  REQUIRE_FALSE(kiosk.seeAgain().empty());
  kiosk.leave();
}

}  // namespace

TEST_CASE("the memory that visits need of the ledger is given back when they end") {
  const char* asked = std::getenv("HALLPASS_VISITS");  // NOLINT(concurrency-mt-unsafe)
  const int visits = asked == nullptr ? 200 : std::stoi(asked);
  constexpr sqlite3_int64 kMostBytes = 16'000;  // Of pages that are kept, 200 visits take 55,000.
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.leave();
  visit(kiosk);
  const auto before = sqlite3_memory_used();
  for (int i = 0; i < visits; ++i) visit(kiosk);
  const auto more = sqlite3_memory_used() - before;
  if (asked != nullptr)
    std::printf("%d visits: %lld bytes more\n", visits, static_cast<long long>(more));
  CHECK(more < kMostBytes);
}

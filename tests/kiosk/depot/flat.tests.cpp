// What a kiosk asks of the depot costs the same however many codes the venue has ever had. It is
// not timed: PostgreSQL counts the pages that a call touches.
#include "kiosk/depot/venue.h"
#include "tests/kiosk/depot/filled_depot.h"
#include "tests/support/catch.h"

using tests::FilledDepot;

namespace {

/// A call of a kiosk's, as SQL; where KIOSK stands, who it is; where LEASE stands, one that it
/// holds.
struct Asked {
  const char* what;
  const char* call;
};

constexpr Asked kAsked[] = {
    {"hello", "depot.hello(2, KIOSK, 0, '\\x', ARRAY[LEASE]::uuid[])"},
    {"a lease", "depot.lease(KIOSK, gen_random_uuid(), 'azure-pass', 20)"},
    {"the codes of a lease", "depot.codes(KIOSK, LEASE)"},
    {"a seal", "depot.seal(KIOSK, LEASE, '{}', '{}')"},
    {"a lease that the depot has",
     "depot.assert_lease(KIOSK, LEASE, 'azure-pass', ARRAY(SELECT id FROM depot.code WHERE lease = "
     "LEASE), ARRAY(SELECT value_hash FROM depot.code WHERE lease = LEASE), "
     "array_fill('\\x'::bytea, ARRAY[50]), array_fill('claimed'::text, ARRAY[50]))"},
    {"a report",
     "depot.report(KIOSK, LAST, '{}', '{}', '{}', '{}', '{}', '{}', ARRAY(SELECT id FROM "
     "depot.code "
     "WHERE lease = LEASE), array_fill('claimed'::text, ARRAY[50]), "
     "array_fill(''::text, ARRAY[50]), array_fill(''::text, ARRAY[50]))"},
    {"what was taken in other rooms", "depot.others(KIOSK, (SELECT last FROM depot.subjects))"},
    {"what is left over", "depot.left_over(KIOSK, 'azure-pass')"},
};

std::string withPlaces(std::string call, const FilledDepot::Kiosk& kiosk) {
  const auto put = [&](const std::string& place, const std::string& value) {
    for (auto at = call.find(place); at != std::string::npos; at = call.find(place, at)) {
      call.replace(at, place.size(), value);
      at += value.size();
    }
  };
  put("KIOSK", FilledDepot::asMe(kiosk));
  put("LEASE", "md5('lease0')::uuid");
  put("LAST", std::to_string(kiosk.entries));
  return call;
}

/// What cleans the tables meanwhile would count too, and keeps rows from being changed in their
/// place.
const std::vector<std::string> kAlone{"autovacuum=off"};

constexpr int kFlatKiosks = 10;
constexpr std::int64_t kSmall = 2'000;
constexpr std::int64_t kLarge = 40'000;
constexpr std::int64_t kFree = 500;

/// A depot of a size, in which the free codes are as many as in another one.
FilledDepot depotOf(tests::Postgres& server, const char* name, std::int64_t codes) {
  return {server, name, kFlatKiosks, codes, kFree + kLarge / 10 - codes / 10};
}

/// How many more pages `call` takes where the depot is twenty times as large.
std::int64_t growth(FilledDepot& small, FilledDepot& large, const char* call) {
  const auto of = [&](FilledDepot& depot) {
    return depot.pages(withPlaces(call, depot.kiosks().front()));
  };
  const std::int64_t before = of(small);
  const std::int64_t after = of(large);
  INFO(call << ": " << before << ", then " << after);
  CHECK(after > 0);
  return after - before;
}

/// Each of some fifty codes that a call changes finds each of six indexes a level deeper, or is
/// changed in its place in one of the two depots alone. Reading all codes is a thousand pages more.
constexpr std::int64_t kDeeper = 600;

}  // namespace

TEST_CASE("what a kiosk asks costs the same in a depot that is twenty times as large",
          "[depot][postgres][flat]") {
  tests::Postgres server(kAlone);
  FilledDepot small = depotOf(server, "small", kSmall);
  FilledDepot large = depotOf(server, "large", kLarge);
  for (const Asked& asked : kAsked) {
    INFO(asked.what);
    CHECK(growth(small, large, asked.call) <= kDeeper);
  }
  // What staff see reads an entry of an index a code, and not the codes.
  const double pagesACode = static_cast<double>(large.pages("* FROM depot.stock")) / kLarge;
  CHECK(pagesACode < 0.01);
}

TEST_CASE("control: without its indexes the same is found to grow", "[depot][postgres][flat]") {
  tests::Postgres server(kAlone);
  FilledDepot small = depotOf(server, "small", kSmall);
  FilledDepot large = depotOf(server, "large", kLarge);
  for (FilledDepot* depot : {&small, &large}) {
    for (const char* index : {"code_lease", "code_free", "code_state"}) {
      REQUIRE(depot->owner().call("DROP INDEX depot." + std::string(index)).ok());
    }
  }
  for (const char* what : {"a lease", "the codes of a lease"}) {
    for (const Asked& asked : kAsked) {
      if (std::string_view(asked.what) == what) CHECK(growth(small, large, asked.call) > kDeeper);
    }
  }
}

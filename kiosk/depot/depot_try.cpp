#include "kiosk/depot/depot_try.h"

#include "kiosk/depot/pg_depot.h"
#include "kiosk/depot/refill.h"

namespace hallpass {
namespace {

/// A long list takes long, and a person stands by who can end it.
constexpr std::chrono::minutes kLongestList{10};

/// The pass type of the class that may still take codes.
std::optional<std::string> passTypeOf(Ledger& ledger) {
  const auto held = ledger.classes().current();
  if (!held || !*held || (*held)->state == ClassState::Closed) return std::nullopt;
  return (*held)->facts.passType;
}

/// The kiosk's side: who it is, and what it proves that by.
struct Self {
  std::string kiosk;
  DepotKey key;
};

platform::Result<Self, DepotRefusal> selfOf(Ledger& ledger, const std::filesystem::path& file) {
  const auto member = ledger.leases().membership();
  if (!member) return DepotRefusal::Ledger;
  if (!*member) return DepotRefusal::NotSet;
  const auto key = depotKey(file.parent_path());
  if (!key) return DepotRefusal::Ledger;
  return Self{(*member)->kiosk, *key};
}

DepotTry tryWith(Ledger& ledger, const DepotPlaces& places, const platform::Interruption& cancel) {
  const auto self = selfOf(ledger, places.ledger);
  if (!self) return {self.error(), {}};
  if (!refill(ledger)) return {DepotRefusal::Ledger, {}};
  Connection connection(places.address, Connection::kPatience, &cancel);
  PgDepot depot(connection, self->key, self->kiosk, codesOf(ledger));
  const auto done = synchronise(ledger.leases(), depot);
  DepotTry tried;
  if (!done) tried.trouble = done.error();
  if (!done && done.error() != DepotRefusal::Empty) return tried;
  const auto type = passTypeOf(ledger);
  const auto left = type ? depot.leftOver(*type) : DepotRefusal::Empty;
  if (left) tried.left = *left;
  return tried;
}

}  // namespace

DepotTry tryDepot(const DepotPlaces& places, const platform::Clock& clock,
                  const platform::Interruption& cancel) {
  const auto ledger = Ledger::open(places.ledger, clock);
  if (!ledger) return {DepotRefusal::Ledger, {}};
  return tryWith(**ledger, places, cancel);
}

platform::Result<std::int64_t, DepotRefusal> addToDepot(const DepotPlaces& places,
                                                        const platform::Clock& clock,
                                                        const DepotBatch& batch,
                                                        const platform::Interruption& cancel) {
  const auto ledger = Ledger::open(places.ledger, clock);
  if (!ledger) return DepotRefusal::Ledger;
  const auto self = selfOf(**ledger, places.ledger);
  if (!self) return self.error();
  Connection connection(places.address, kLongestList, &cancel);
  return PgDepot(connection, self->key, self->kiosk, codesOf(**ledger)).add(batch);
}

}  // namespace hallpass

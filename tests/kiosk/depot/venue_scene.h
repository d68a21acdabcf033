#pragma once

#include <deque>
#include <string>

#include "kiosk/depot/pg_depot.h"
#include "kiosk/depot/sync.h"
#include "kiosk/depot/venue.h"
#include "tests/kiosk/depot/postgres.h"
#include "tests/kiosk/ledger/room.h"
#include "tests/support/catch.h"

namespace tests {

/// A room of the venue: its ledger, its key, and its own login's connection.
struct VenueRoom : Room {
  hallpass::DepotKey key{platform::randomKey()};
  std::string kiosk = hallpass::freshUuid();
  hallpass::Connection connection;
  hallpass::PgDepot depot;
  int students = 0;

  explicit VenueRoom(const std::string& address)
      : connection(address), depot(connection, key, kiosk, [this](const std::string& id) {
          return ledger->leases().codeOf(id).value();
        }) {
    openClass();
  }

  void join(const std::string& token) {
    const auto joined = depot.enrol(token);
    INFO(connection.problem());
    REQUIRE(joined.ok());
    REQUIRE(ledger->leases().join(kiosk, hallpass::Role::Operator).ok());
  }
  void ask(int count) {
    REQUIRE(ledger->leases().ask({hallpass::freshUuid(), "azure-pass", count}).ok());
  }
  platform::Result<hallpass::SyncReport, hallpass::DepotRefusal> sync() {
    return hallpass::synchronise(ledger->leases(), depot);
  }
  /// A student of this room takes a code: its text.
  std::string handOut() {
    // Another one in each room: of one name they would be one student.
    const std::string name = "Student " + std::to_string(++students) + " of " + kiosk;
    return claim(student(name))->code.reveal();
  }
};

/// A server, a depot in it with codes, and the logins of a kiosk and of staff.
struct VenueScene {
  Postgres server;
  hallpass::Connection owner{server.address(server.makeDepot("depot"))};
  hallpass::Venue venue{owner};
  std::deque<VenueRoom> rooms;

  explicit VenueScene(int codes) {
    REQUIRE(owner.call("CREATE ROLE room LOGIN IN ROLE hallpass_kiosk").ok());
    add(0, codes);
  }
  void add(int first, int count) {
    hallpass::NewBatch batch = newBatch();
    const auto added = venue.add(batch, newCodes(first, count));
    INFO(owner.problem());
    REQUIRE(added.ok());
  }
  VenueRoom& open() {
    VenueRoom& room = rooms.emplace_back(server.address("depot", "room"));
    room.join(venue.makeToken("room", "tests").value());
    return room;
  }
  hallpass::StockLine stock() { return venue.stock()->front(); }
};

}  // namespace tests

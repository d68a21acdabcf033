#pragma once

#include <memory>
#include <string>

#include "kiosk/depot/depot_worker.h"
#include "kiosk/depot/pg_depot.h"
#include "kiosk/depot/venue.h"
#include "tests/kiosk/depot/postgres.h"
#include "tests/kiosk/ledger/room.h"
#include "tests/support/bell.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace tests {

/// A worker that speaks when it is told to, and else not before an hour is over.
inline hallpass::DepotPaces promptPaces() {
  using std::chrono::hours;
  using std::chrono::milliseconds;
  return {milliseconds(1), hours(1), hours(1), hours(1), milliseconds(1)};
}

/// A device that is enrolled at a depot of its own, and the worker that speaks to it.
class DepotScene {
 public:
  explicit DepotScene(int codes = 0) {
    REQUIRE(owner
                .call("DO $$ BEGIN CREATE ROLE room LOGIN IN ROLE hallpass_kiosk; "
                      "EXCEPTION WHEN duplicate_object THEN NULL; END $$")
                .ok());
    if (codes > 0) REQUIRE(venue.add(newBatch(), newCodes(0, codes)).ok());
    enrol();
  }

  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "ledger.db"; }
  [[nodiscard]] std::string address() const { return server().address(database_, "room"); }

  /// Opens a class for `count` students.
  void openClass(int count) {
    hallpass::NewClass facts = newClass();
    facts.walkIns = hallpass::WalkIns::Refused;
    REQUIRE(ledger->classes().open(facts, hallpass::Role::Operator).ok());
    for (int at = 0; at < count; ++at) {
      const std::string number = std::to_string(at);
      REQUIRE(ledger->roster()
                  .addStudent({"Student " + number, "", "S" + number}, hallpass::Role::Operator)
                  .ok());
    }
  }
  void claim(std::size_t student) {
    const auto who = ledger->roster().students()->at(student).id;
    REQUIRE(ledger->claims().make(who, hallpass::Role::Student).ok());
  }

  hallpass::DepotWorker& start() { return start(address()); }
  hallpass::DepotWorker& start(const std::string& where) {
    worker_ = std::make_unique<hallpass::DepotWorker>(
        hallpass::DepotPlaces{where, file()}, clock, [this] { bell_.ring(); }, promptPaces());
    return *worker_;
  }
  void stop() { worker_.reset(); }

  /// Whether the worker comes to stand so that `enough` says yes.
  template <class Condition>
  [[nodiscard]] bool comesTo(Condition enough) {
    return bell_.waitUntil([&] { return enough(worker_->standing()); });
  }
  /// Whether its next try ends without trouble.
  [[nodiscard]] bool synchronises() {
    worker_->tellNow();
    return comesTo([](const auto& standing) { return !standing.busy && !standing.trouble; });
  }
  [[nodiscard]] bool comesTo(hallpass::DepotRefusal trouble) {
    worker_->tellNow();
    return comesTo(
        [&](const auto& standing) { return !standing.busy && standing.trouble == trouble; });
  }

  [[nodiscard]] hallpass::StockLine stock() {
    const auto lines = venue.stock();
    REQUIRE(lines.ok());
    return lines->empty() ? hallpass::StockLine{} : lines->front();
  }

  /// One for all tests of this program.
  static Postgres& server() {
    static Postgres only;
    return only;
  }

 private:
  void enrol() {
    kiosk = hallpass::freshUuid();
    const auto key = hallpass::depotKey(folder_.path());
    REQUIRE(key.ok());
    hallpass::Connection connection(address());
    hallpass::PgDepot depot(connection, *key, kiosk, hallpass::codesOf(*ledger));
    REQUIRE(depot.enrol(venue.makeToken("room", "tests").value()).ok());
    REQUIRE(ledger->leases().join(kiosk, hallpass::Role::Operator).ok());
  }

  static std::string freshDatabase() {
    static int number = 0;
    return server().makeDepot("depot" + std::to_string(++number));
  }

  TemporaryFolder folder_;
  std::string database_ = freshDatabase();
  Bell bell_;

 public:
  platform::SystemClock clock;
  hallpass::Connection owner{server().address(database_)};
  hallpass::Venue venue{owner};
  std::string kiosk;
  std::unique_ptr<hallpass::Ledger> ledger = openLedger(file(), clock);

 private:
  std::unique_ptr<hallpass::DepotWorker> worker_;  ///< Last: it rings, and it reads the clock.
};

}  // namespace tests

// The primary dies while it commits a grant, and its standby is promoted: no grant that a kiosk was
// told of may be lost, and the one in between is made once. HALLPASS_FAILOVERS changes how often.
#include <csignal>
#include <cstdlib>
#include <future>
#include <iostream>
#include <map>
#include <set>

#include "kiosk/depot/pg_depot.h"
#include "kiosk/depot/venue.h"
#include "tests/kiosk/depot/postgres.h"
#include "tests/kiosk/ledger/room.h"
#include "tests/support/catch.h"

using hallpass::Connection;
using hallpass::DepotRefusal;

namespace {

int failoversWanted() {
  const char* given = std::getenv("HALLPASS_FAILOVERS");
  return given == nullptr ? 5 : std::atoi(given);
}

enum class Replication { Synchronous, Asynchronous };

/// A primary with a standby that follows it, and a kiosk that may speak to either.
class Cluster {
 public:
  explicit Cluster(Replication replication) : replication_(replication) {
    primary_ = std::make_unique<tests::Postgres>();
    primary_->makeDepot("depot");
    Connection owner(primary_->address("depot"));
    hallpass::Venue venue(owner);
    REQUIRE(venue.add(tests::newBatch(), tests::newCodes(0, 1'000)).value() == 1'000);
    hallpass::PgDepot depot(owner, key_, kiosk_, {});
    REQUIRE(depot.enrol(venue.makeToken("room", "tests").value()).ok());
    addStandby();
  }

  /// A grant that the kiosk is told of before anything happens.
  void grant() {
    Connection connection(address());
    hallpass::PgDepot depot(connection, key_, kiosk_, {});
    remember(depot, {hallpass::freshUuid(), "azure-pass", 2});
  }

  /// The standby hears nothing more, a grant is asked for, and the primary dies while it waits for
  /// the standby; or, where it does not wait, once the kiosk was told.
  void killInCommit() {
    Connection admin(primary_->address());
    const pid_t sender = stopSender(admin);
    const hallpass::LeaseAsk ask{hallpass::freshUuid(), "azure-pass", 2};
    auto asked = std::async(std::launch::async, [&] {
      Connection connection(address());
      return hallpass::PgDepot(connection, key_, kiosk_, {}).lease(ask);
    });
    if (replication_ == Replication::Synchronous) awaitCommit(admin);
    if (replication_ == Replication::Asynchronous) asked.wait();
    ::kill(sender, SIGKILL);  // It was stopped, would stay so, and would keep the log open.
    primary_->kill();
    const auto answer = asked.get();
    if (answer) told_[ask.id] = {};
    if (!answer) CHECK(answer.error() == DepotRefusal::Unreachable);
    standby_->promote();
    primary_ = std::move(standby_);
    Connection connection(address());
    hallpass::PgDepot depot(connection, key_, kiosk_, {});
    if (!answer) remember(depot, ask);
  }

  /// How many grants of which the kiosk was told the depot does not have, or has otherwise.
  int lost() {
    Connection connection(address());
    hallpass::PgDepot depot(connection, key_, kiosk_, {});
    int lost = 0;
    std::set<std::string> given;
    for (const auto& [lease, ids] : told_) {
      const auto codes = depot.codes(lease);
      if (!codes || (!ids.empty() && codes->size() != ids.size())) ++lost;
      if (!codes) continue;
      for (const auto& code : *codes) CHECK(given.insert(code.id).second);
      for (const std::string& id : ids) lost += given.contains(id) ? 0 : 1;
    }
    return lost;
  }

  void addStandby() {
    standby_ = std::make_unique<tests::Postgres>(*primary_, "standby");
    if (replication_ == Replication::Synchronous) primary_->waitFor("standby");
  }

 private:
  /// Both servers: libpq finds the one that takes writes.
  [[nodiscard]] std::string address() const {
    const std::string other = standby_ ? std::to_string(standby_->port()) : "1";
    return "host=127.0.0.1,127.0.0.1 port=" + other + "," + std::to_string(primary_->port()) +
           " user=postgres dbname=depot";
  }

  void remember(hallpass::PgDepot& depot, const hallpass::LeaseAsk& ask) {
    REQUIRE(depot.lease(ask).value() == 2);
    const auto codes = depot.codes(ask.id);
    REQUIRE(codes->size() == 2);
    for (const auto& code : *codes) told_[ask.id].insert(code.id);
  }

  /// Stops what sends the log to the standby, which connects by itself, where it waits for more to
  /// send and holds no lock: a commit that waits for a lock never sees that the primary is gone.
  static pid_t stopSender(Connection& admin) {
    const auto waiting = [&] {
      return admin.call("SELECT pid FROM pg_stat_activity WHERE wait_event = 'WalSenderMain'");
    };
    while (true) {
      const auto rows = waiting();
      if (rows->count() == 0) continue;
      const auto sender = static_cast<pid_t>(rows->integer(0, 0));
      ::kill(sender, SIGSTOP);
      if (waiting()->count() > 0) return sender;
      ::kill(sender, SIGCONT);
    }
  }

  static void awaitCommit(Connection& admin) {
    const char* waits =
        "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'IPC' AND wait_event = 'SyncRep'";
    while (admin.call(waits)->count() == 0) {
    }
  }

  Replication replication_;
  hallpass::DepotKey key_{platform::randomKey()};
  std::string kiosk_ = hallpass::freshUuid();
  std::unique_ptr<tests::Postgres> primary_;
  std::unique_ptr<tests::Postgres> standby_;
  std::map<std::string, std::set<std::string>> told_;
};

}  // namespace

TEST_CASE("no grant is lost when the primary dies in its commit and the standby takes over",
          "[depot][postgres][failover]") {
  Cluster cluster(Replication::Synchronous);
  const int wanted = failoversWanted();
  for (int failover = 0; failover < wanted; ++failover) {
    if (failover > 0) cluster.addStandby();
    cluster.grant();
    cluster.killInCommit();
    REQUIRE(cluster.lost() == 0);
  }
  std::cout << "depot failover: " << wanted << " primaries killed in a commit, 0 grants lost\n";
}

TEST_CASE("control: a standby that the primary does not wait for loses a grant",
          "[depot][postgres][failover]") {
  Cluster cluster(Replication::Asynchronous);
  cluster.grant();
  cluster.killInCommit();
  CHECK(cluster.lost() > 0);
}

// Calls that are given up, and servers that say nothing.
#include "kiosk/depot/dialling.h"

#include <algorithm>
#include <thread>

#include "kiosk/depot/connection.h"
#include "tests/kiosk/depot/postgres.h"
#include "tests/support/catch.h"
#include "tests/support/silent_server.h"

using hallpass::Connection;
using hallpass::DepotRefusal;
using hallpass::PqSettings;

namespace {

PqSettings sorted(PqSettings settings) {
  std::sort(settings.begin(), settings.end());
  return settings;
}

}  // namespace

TEST_CASE("each host of an address is a try of its own, with its own port", "[depot]") {
  const PqSettings two{{"user", "room"}, {"host", "a,b"}, {"port", "1,2"}};
  const auto tries = hallpass::triesOf(two);
  REQUIRE(tries.size() == 2);
  CHECK(sorted(tries[0]) == PqSettings{{"host", "a"}, {"port", "1"}, {"user", "room"}});
  CHECK(sorted(tries[1]) == PqSettings{{"host", "b"}, {"port", "2"}, {"user", "room"}});
  const auto samePort = hallpass::triesOf({{"host", "a,b,c"}, {"port", "7"}});
  REQUIRE(samePort.size() == 3);
  CHECK(samePort[2] == PqSettings{{"host", "c"}, {"port", "7"}});
  // One that the list of ports leaves out has the usual one.
  CHECK(hallpass::triesOf({{"host", "a,b,c"}, {"port", "1,2"}})[2] == PqSettings{{"host", "c"}});
  CHECK(hallpass::triesOf({{"host", "a"}}).size() == 1);
  CHECK(hallpass::triesOf({{"service", "venue"}}).size() == 1);
  const auto numbers = hallpass::triesOf({{"hostaddr", "10.0.0.1,10.0.0.2"}, {"host", "a,b"}});
  REQUIRE(numbers.size() == 2);
  CHECK(numbers[1] == PqSettings{{"host", "b"}, {"hostaddr", "10.0.0.2"}});
}

TEST_CASE("a call to a server that says nothing ends when it is asked to", "[depot]") {
  tests::SilentServer server;
  platform::Interruption ends;
  std::thread asks([&] {
    (void)server.awaitCaller();
    ends.ask();
  });
  Connection connection(server.address(), Connection::kPatience, &ends);
  CHECK(connection.call("SELECT 1").error() == DepotRefusal::Unreachable);
  CHECK_FALSE(connection.problem().empty());
  asks.join();
  CHECK(connection.call("SELECT 1").error() == DepotRefusal::Unreachable);
}

TEST_CASE("a host that says nothing leaves the next one its time, and a long answer is given up",
          "[depot][postgres]") {
  const tests::SilentServer silent;
  const tests::Postgres server;
  const std::string ports = std::to_string(silent.port()) + "," + std::to_string(server.port());
  Connection connection(
      "host=127.0.0.1,127.0.0.1 port=" + ports + " user=postgres dbname=postgres connect_timeout=4",
      std::chrono::seconds(4));
  CHECK(connection.call("SELECT 1")->integer(0, 0) == 1);
  CHECK(connection.call("SELECT pg_sleep(3600)").error() == DepotRefusal::Unreachable);
  CHECK(connection.problem().find("no answer for 4 s") != std::string::npos);
  CHECK(connection.call("SELECT 2")->integer(0, 0) == 2);
  CHECK(connection.call("SELECT * FROM nothing").error() == DepotRefusal::Broken);
  // More than the network takes at once goes over, and comes back.
  const std::string much(30'000'000, 'x');
  CHECK(connection.call("SELECT length($1)", hallpass::Parameters().add(much))->integer(0, 0) ==
        30'000'000);
}

#include "kiosk/heartbeat.h"

#include <cstdlib>

#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/notify_socket.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace std::chrono_literals;

/// A service that may be silent for 3 s: it beats every second.
struct Service {
  tests::TemporaryFolder folder;
  tests::NotifySocket socket{folder.path()};
  tests::ManualClock clock;

  explicit Service(bool watched = true) {
    for (const auto& [name, value] : socket.environment(3s)) {
      ::setenv(name.c_str(), value.c_str(), 1);
    }
    if (!watched) ::unsetenv("WATCHDOG_USEC");
  }
  ~Service() {
    ::unsetenv("NOTIFY_SOCKET");
    ::unsetenv("WATCHDOG_USEC");
  }
  [[nodiscard]] std::string said() const { return socket.next(0ms).value_or("nothing"); }
};

bool yes() { return true; }
bool no() { return false; }

}  // namespace

TEST_CASE("The first presented frame over a ledger that answers makes the kiosk ready") {
  const Service service;
  const platform::ServiceManager manager;
  hallpass::Heartbeat heartbeat(service.clock, manager);
  CHECK(service.said() == "nothing");
  heartbeat.presented(yes);
  CHECK(service.said() == "READY=1");
  CHECK(service.said() == "WATCHDOG=1");
  CHECK(service.said() == "nothing");
}

TEST_CASE("A heart beats when it is due, only with a frame, and asks the ledger no more often") {
  Service service;
  const platform::ServiceManager manager;
  hallpass::Heartbeat heartbeat(service.clock, manager);
  int asked = 0;
  const auto answers = [&asked] { return ++asked > 0; };
  heartbeat.presented(answers);
  service.socket.count("");
  service.clock.pass(900ms);
  heartbeat.presented(answers);
  CHECK(service.said() == "nothing");
  CHECK(asked == 1);
  CHECK(heartbeat.sooner(std::nullopt) == service.clock.sinceBoot() + 100ms);
  CHECK(heartbeat.sooner(service.clock.sinceBoot()) == service.clock.sinceBoot());
  service.clock.pass(5s);
  CHECK(service.said() == "nothing");
  heartbeat.presented(answers);
  CHECK(service.said() == "WATCHDOG=1");
}

TEST_CASE("A ledger that does not answer lets the heart miss its beats, until it answers again") {
  Service service;
  const platform::ServiceManager manager;
  hallpass::Heartbeat heartbeat(service.clock, manager);
  heartbeat.presented(no);
  CHECK(service.said() == "nothing");
  service.clock.pass(1s);
  heartbeat.presented(no);
  CHECK(service.said() == "nothing");
  service.clock.pass(1s);
  heartbeat.presented(yes);
  CHECK(service.said() == "READY=1");
}

TEST_CASE("Where nobody waits for a heartbeat, no frame is drawn for one") {
  const Service service(false);
  const platform::ServiceManager manager;
  hallpass::Heartbeat heartbeat(service.clock, manager);
  heartbeat.presented(yes);
  CHECK(service.said() == "READY=1");
  CHECK_FALSE(heartbeat.sooner(std::nullopt));
}

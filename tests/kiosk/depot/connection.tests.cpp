// What a connection to the depot's database says when it cannot be made, breaks, or is refused, and
// that texts come through as they are.
#include "kiosk/depot/connection.h"

#include <atomic>
#include <csignal>
#include <thread>

#include "tests/kiosk/depot/postgres.h"
#include "tests/support/catch.h"
#include "tests/support/mute_postgres.h"

using hallpass::Connection;
using hallpass::DepotRefusal;
using hallpass::Parameters;
using tests::MutePostgres;

namespace {

/// A port at which nobody listens any more.
int deadPort() { return tests::SilentServer().port(); }

bool says(const Connection& connection, const std::string& what) {
  INFO(connection.problem());
  return connection.problem().find(what) != std::string::npos;
}

/// More than a connection takes before somebody reads it.
Parameters much() { return Parameters().add(std::string(64'000'000, 'x')); }

/// How often a signal came to a thread that waits.
std::atomic<int> signalled = 0;

/// While it stands, SIGUSR1 is counted and interrupts what waits.
class CountedSignal {
 public:
  CountedSignal() {
    struct sigaction counted {};
    counted.sa_handler = [](int) { ++signalled; };
    ::sigaction(SIGUSR1, &counted, &before_);
  }
  ~CountedSignal() { ::sigaction(SIGUSR1, &before_, nullptr); }
  CountedSignal(const CountedSignal&) = delete;
  CountedSignal& operator=(const CountedSignal&) = delete;

 private:
  struct sigaction before_ {};
};

}  // namespace

TEST_CASE("an address that is none is refused, and no word of it is repeated", "[depot]") {
  Connection connection("host=depot pass word='Sesame1");
  CHECK(connection.call("SELECT 1").error() == DepotRefusal::Unreachable);
  CHECK(connection.problem() == "the address is no connection string");
  CHECK(connection.run("SELECT 1").error() == DepotRefusal::Unreachable);
}

TEST_CASE("where nobody listens, every host was tried, and each is named with why", "[depot]") {
  const std::string one = std::to_string(deadPort());
  const std::string other = std::to_string(deadPort());
  const platform::Interruption never;
  Connection connection("host=127.0.0.1,127.0.0.1 dbname=depot port=" + one + "," + other,
                        Connection::kPatience, &never);
  CHECK(connection.call("SELECT 1").error() == DepotRefusal::Unreachable);
  CHECK(says(connection, one));
  CHECK(says(connection, other));
  CHECK(says(connection, "refused"));
  CHECK(connection.run("SELECT 1").error() == DepotRefusal::Unreachable);
}

TEST_CASE("a host that does not answer in time is named, and that it did not", "[depot]") {
  const tests::SilentServer silent;
  Connection connection(silent.address() + " connect_timeout=2");
  CHECK(connection.call("SELECT 1").error() == DepotRefusal::Unreachable);
  CHECK(says(connection, "no answer in time"));
}

TEST_CASE("without a time limit connecting goes on until it is asked to end", "[depot]") {
  for (const char* limit : {" connect_timeout=0", " connect_timeout=-1"}) {
    tests::SilentServer silent;
    platform::Interruption ends;
    std::thread asks([&] {
      (void)silent.awaitCaller();
      ends.ask();
    });
    Connection connection(silent.address() + limit, Connection::kPatience, &ends);
    CHECK(connection.call("SELECT 1").error() == DepotRefusal::Unreachable);
    asks.join();
  }
}

TEST_CASE("a server that takes no more of a long call is given up, and so is one that resets it",
          "[depot]") {
  const platform::Interruption never;
  const MutePostgres full(MutePostgres::End::Holds);
  Connection held(full.address(), std::chrono::seconds(1), &never);
  CHECK(held.call("SELECT $1", much()).error() == DepotRefusal::Unreachable);
  CHECK(held.problem() == "no answer for 1 s");
  const MutePostgres cutting(MutePostgres::End::Cuts);
  Connection cut(cutting.address(), Connection::kPatience, &never);
  CHECK(cut.call("SELECT $1", much()).error() == DepotRefusal::Unreachable);
  CHECK_FALSE(cut.problem().empty());
  CHECK_FALSE(says(cut, "xxx"));
}

TEST_CASE("a long call to a server that takes no more of it ends when it is asked to", "[depot]") {
  MutePostgres full(MutePostgres::End::Holds);
  platform::Interruption ends;
  std::thread asks([&] {
    full.awaitCall();
    ends.ask();
  });
  Connection connection(full.address(), std::chrono::hours(1), &ends);
  CHECK(connection.call("SELECT $1", much()).error() == DepotRefusal::Unreachable);
  CHECK(connection.problem() == "given up");
  asks.join();
}

TEST_CASE("a signal that comes while it waits does not end a call", "[depot]") {
  const CountedSignal counted;
  tests::SilentServer silent;
  platform::Interruption ends;
  const pthread_t waits = ::pthread_self();
  std::thread asks([&] {
    (void)silent.awaitCaller();
    for (int sent = 1; sent <= 100; ++sent) {
      ::pthread_kill(waits, SIGUSR1);
      while (signalled < sent) std::this_thread::yield();
    }
    ends.ask();
  });
  Connection connection(silent.address(), Connection::kPatience, &ends);
  CHECK(connection.call("SELECT 1").error() == DepotRefusal::Unreachable);
  CHECK(ends.asked());  // Not before.
  asks.join();
}

TEST_CASE("what a server refuses for now is asked again, what it forbids or cannot do is not",
          "[depot][postgres]") {
  const tests::Postgres server;
  Connection connection(server.address());
  const auto raised = [&](const std::string& state) {
    const auto refused = connection.call("DO $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '" +
                                         state + "', DETAIL = 'Sesame1'; END $$");
    CHECK(connection.problem() == "refused");
    return refused.error();
  };
  // The server goes, a transaction is in the way, too many connections, no memory, no primary.
  for (const char* state : {"08006", "57P01", "40001", "40P01", "53300", "53200", "25006"}) {
    INFO(state);
    CHECK(raised(state) == DepotRefusal::Unreachable);
  }
  for (const char* state : {"42501", "28000", "28P01"}) {
    INFO(state);
    CHECK(raised(state) == DepotRefusal::NotAllowed);
  }
  for (const char* state : {"42P01", "23505", "57014", "P0001"}) {
    INFO(state);
    CHECK(raised(state) == DepotRefusal::Broken);
  }
  // Nothing is said of a statement that is none: it may have been carried out.
  CHECK(connection.call("").error() == DepotRefusal::Unreachable);
  CHECK(connection.call("SELECT 1")->integer(0, 0) == 1);
}

TEST_CASE("a connection that the server ends is told, and the next call makes another",
          "[depot][postgres]") {
  const tests::Postgres server;
  const platform::Interruption never;
  Connection connection(server.address(), std::chrono::seconds(1), &never);
  Connection admin(server.address());
  REQUIRE(connection.call("SELECT 1").ok());
  REQUIRE(admin
              .call("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'")
              .ok());
  CHECK(connection.call("SELECT 1").error() == DepotRefusal::Unreachable);
  CHECK_FALSE(connection.problem().empty());
  CHECK(connection.call("SELECT 2")->integer(0, 0) == 2);
  // Nobody asked for the end of this one: the server said nothing.
  CHECK(connection.call("SELECT pg_sleep(3600)").error() == DepotRefusal::Unreachable);
  CHECK(connection.problem() == "no answer for 1 s");
}

TEST_CASE("texts come through as they are: quotes, backslashes, commas, braces and line ends",
          "[depot][postgres]") {
  const tests::Postgres server;
  Connection connection(server.address());
  const std::vector<std::string> texts{"say \"so\"", R"(a\b)", "{1,2}", "NULL", "", " ", "é\n☃"};
  const auto rows =
      connection.call("SELECT t FROM unnest($1::text[]) AS t", Parameters().addList(texts));
  INFO(connection.problem());
  REQUIRE(rows->count() == std::ssize(texts));
  for (int row = 0; row < rows->count(); ++row) {
    CHECK(rows->text(row, 0) == texts[static_cast<std::size_t>(row)]);
  }
  const auto numbers =
      connection.call("SELECT n FROM unnest($1::bigint[]) AS n",
                      Parameters().addOptionals({1, std::nullopt, -9'000'000'000'000}));
  CHECK(numbers->integer(0, 0) == 1);
  CHECK(numbers->isNull(1, 0));
  CHECK(numbers->integer(2, 0) == -9'000'000'000'000);
  CHECK(connection.call("SELECT ARRAY['a', 'b', 'c']")->list(0, 0) ==
        std::vector<std::string>{"a", "b", "c"});
  CHECK(connection.call("SELECT '\\x00ff'::bytea")->bytes(0, 0) == std::string("\0\xff", 2));
  CHECK((connection.call("SELECT '\\x00ff'::bytea")->hash(0, 0) == platform::Hash{}));
}

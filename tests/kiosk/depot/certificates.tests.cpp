// TLS to the depot with certificates that the test makes: what is not proven is refused, with a
// sentence that says what to do, before anything is sent.
#include <fstream>
#include <nlohmann/json.hpp>

#include "kiosk/depot/venue.h"
#include "tests/kiosk/depot/authority.h"
#include "tests/kiosk/depot/postgres.h"
#include "tests/kiosk/ledger/room.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"

using nlohmann::json;
using tests::Authority;

namespace {

/// A server that takes a kiosk by its certificate alone, and a clerk by a password; a kiosk that is
/// enrolled and asks for codes.
struct TlsScene {
  tests::TemporaryFolder keys;
  Authority authority{keys.path(), "venue"};
  tests::Postgres server;
  tests::TemporaryFolder data;
  hallpass::Connection owner{server.address(server.makeDepot("depot")) + " sslmode=disable"};
  hallpass::Venue venue{owner};

  TlsScene() {
    authority.issue("server", "depot.test");
    authority.issue("expired", "depot.test", Authority::Dates::Expired);
    authority.issue("room", "room");
    authority.issue("other", "another-login");
    const Authority stranger(keys.path(), "stranger");
    stranger.issue("forged", "room");
    tests::Postgres::own(keys.path());
    std::filesystem::permissions(keys.path(), std::filesystem::perms(0755));
    set("ssl_ca_file", file("venue.crt"));
    present("server");
    REQUIRE(owner.call("CREATE ROLE room LOGIN IN ROLE hallpass_kiosk").ok());
    server.admit(
        "hostssl depot room 127.0.0.1/32 cert\n"
        "hostssl depot clerk 127.0.0.1/32 scram-sha-256\n"
        "hostnossl all postgres 127.0.0.1/32 trust\n");
    hallpass::NewBatch batch = tests::newBatch();
    REQUIRE(venue.add(batch, tests::newCodes(0, 10)).value() == 10);
  }

  [[nodiscard]] std::string file(const std::string& name) const {
    return (keys.path() / name).string();
  }
  void set(const std::string& setting, const std::string& value) {
    REQUIRE(owner.call("ALTER SYSTEM SET " + setting + " = '" + value + "'").ok());
  }
  /// From now on the server proves itself by this certificate.
  void present(const std::string& name) {
    set("ssl_cert_file", file(name + ".crt"));
    set("ssl_key_file", file(name + ".key"));
    set("ssl", "on");
    REQUIRE(owner.call("SELECT pg_reload_conf()").ok());
  }

  /// What is as it should be; `more` comes later and counts.
  [[nodiscard]] std::string address(const std::string& more = "") const {
    return "host=depot.test hostaddr=127.0.0.1 port=" + std::to_string(server.port()) +
           " user=room dbname=depot sslmode=verify-full sslrootcert=" + file("venue.crt") +
           " sslcert=" + file("room.crt") + " sslkey=" + file("room.key") + more;
  }

  tests::ProcessEnd run(std::vector<std::string> words, const std::string& address,
                        const std::string& input = "/dev/null") const {
    std::ofstream(data.path() / "hallpass.toml") << "depot = \"" << address << "\"\n";
    std::vector<std::string> command{"sh",   "-c", "exec \"$@\" <\"$0\"", input, HALLPASS_PROGRAM,
                                     "depot"};
    command.insert(command.end(), words.begin(), words.end());
    command.emplace_back("--json");
    return tests::runToEnd({command, {{"HALLPASS_DATA", data.path().string()}}});
  }
  tests::ProcessEnd sync(const std::string& address) const {
    return run({"sync", "--pass", "azure-pass", "--codes", "4"}, address);
  }
  void enrol() {
    std::ofstream(file("token")) << venue.makeToken("room", "tests").value() << "\n";
    const auto enrolled = run({"enrol"}, address(), file("token"));
    INFO(enrolled.output << enrolled.errors);
    REQUIRE(enrolled.status == 0);
  }
  /// Neither a link of the journal nor a grant came to the depot.
  [[nodiscard]] bool isUntouched() {
    return owner.call("SELECT 1 FROM depot.entry")->count() == 0 &&
           venue.stock()->front().leased == 0;
  }
};

/// What is wrong, with what the kiosk says of it and a word of what it tells to check.
struct Case {
  const char* what;
  std::string more;
  const char* refused;
  const char* check;
};

void isRefused(TlsScene& scene, const Case& one) {
  INFO(one.what);
  const auto outcome = scene.sync(scene.address(one.more));
  INFO(outcome.output);
  CHECK(outcome.status == 1);
  const json said = json::parse(outcome.output);
  CHECK(said["refused"] == one.refused);
  CHECK(said["message"].get<std::string>().find(one.check) != std::string::npos);
  CHECK(scene.isUntouched());
}

}  // namespace

TEST_CASE("a depot or a kiosk that does not prove who it is gets nothing",
          "[depot][postgres][certificates]") {
  TlsScene scene;
  scene.enrol();
  const std::string none =
      " sslcert=" + scene.file("none.crt") + " sslkey=" + scene.file("none.key");
  const auto client = [&](const std::string& name) {
    return " sslcert=" + scene.file(name + ".crt") + " sslkey=" + scene.file(name + ".key");
  };
  isRefused(scene, {"another name", " host=other.test", "Untrusted", "the host"});
  isRefused(scene, {"another authority", " sslrootcert=" + scene.file("stranger.crt"), "Untrusted",
                    "sslrootcert"});
  isRefused(scene,
            {"no authority", " sslrootcert=" + scene.file("none.crt"), "Untrusted", "sslrootcert"});
  isRefused(scene, {"no certificate of its own", none, "NotAllowed", "certificates"});
  isRefused(scene, {"that of another login", client("other"), "NotAllowed", "certificates"});
  isRefused(scene, {"one by a stranger", client("forged"), "NotAllowed", "certificates"});
  scene.present("expired");
  isRefused(scene, {"a server's that is expired", "", "Untrusted", "end date"});
  scene.set("ssl", "off");
  REQUIRE(scene.owner.call("SELECT pg_reload_conf()").ok());
  isRefused(scene, {"a server without TLS", "", "Untrusted", "the server's certificate"});
  // The control: with the right ones, the same ask is served.
  scene.present("server");
  const auto served = scene.sync(scene.address());
  INFO(served.output);
  CHECK(served.status == 0);
  CHECK(json::parse(served.output)["codes_leased"] == 4);
  CHECK_FALSE(scene.isUntouched());
}

TEST_CASE("neither a password nor the file that holds it is in what the program says",
          "[depot][postgres][certificates]") {
  TlsScene scene;
  scene.enrol();
  REQUIRE(
      scene.owner.call("CREATE ROLE clerk LOGIN PASSWORD 'Sesame1' IN ROLE hallpass_kiosk").ok());
  const std::string passfile = scene.file("words.conf");
  const std::string more = " user=clerk passfile=" + passfile;
  const auto trying = [&](const std::string& word) {
    std::ofstream(passfile) << "*:*:*:*:" << word << "\n";
    std::filesystem::permissions(passfile, std::filesystem::perms(0600));
    return scene.sync(scene.address(more));
  };
  const auto refused = trying("Sesame2");
  INFO(refused.output << refused.errors);
  CHECK(json::parse(refused.output)["refused"] == "NotAllowed");
  for (const std::string& said : {refused.output, refused.errors}) {
    CHECK(said.find("Sesame") == std::string::npos);
    CHECK(said.find("words.conf") == std::string::npos);
  }
  CHECK(scene.isUntouched());
  CHECK(trying("Sesame1").status == 0);
}

// `hallpass depot ...` as a person types it, with a depot in a PostgreSQL server that the test
// starts.
#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "kiosk/depot/connection.h"
#include "tests/kiosk/depot/postgres.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"

using nlohmann::json;

namespace {

/// A server, an empty database in it, and a kiosk's folder of data.
struct Desk {
  tests::Postgres server;
  tests::TemporaryFolder data;

  Desk() {
    hallpass::Connection admin(server.address());
    REQUIRE(admin.call("CREATE DATABASE depot").ok());
  }

  [[nodiscard]] std::string connect() const { return server.address("depot"); }

  tests::ProcessEnd run(std::vector<std::string> words,
                        const std::string& input = "/dev/null") const {
    std::vector<std::string> command{"sh", "-c", "exec \"$@\" <\"$0\"", input, HALLPASS_PROGRAM};
    command.insert(command.end(), words.begin(), words.end());
    return tests::runToEnd({command, {{"HALLPASS_DATA", data.path().string()}}});
  }

  void set(const std::string& address) const {
    (void)write("hallpass.toml", "depot = \"" + address + "\"\n");
  }

  [[nodiscard]] std::string write(const std::string& name, const std::string& content) const {
    const std::string file = (data.path() / name).string();
    std::ofstream(file) << content;
    return file;
  }

  /// What `depot WORDS --json --connect ...` gives.
  [[nodiscard]] json venue(std::vector<std::string> words) const {
    words.insert(words.begin(), "depot");
    words.insert(words.end(), {"--json", "--connect", connect()});
    const auto outcome = run(words);
    INFO(outcome.errors);
    REQUIRE(outcome.status == 0);
    return json::parse(outcome.output);
  }

  [[nodiscard]] json kiosk(std::vector<std::string> words, int status = 0) const {
    words.insert(words.begin(), "depot");
    words.emplace_back("--json");
    const auto outcome = run(words);
    INFO(outcome.errors);
    REQUIRE(outcome.status == status);
    return json::parse(outcome.output);
  }
};

}  // namespace

TEST_CASE("a venue makes a depot, fills it, enrols a kiosk, and its report adds up",
          "[depot][postgres][commands]") {
  const Desk desk;
  REQUIRE(desk.venue({"init"})["ready"] == true);
  REQUIRE(desk.venue({"init"})["ready"] == true);  // Again: only brought up to date.
  const std::string codes =
      desk.write("codes.csv", "Code\nTRNA-0001-AAAA\nTRNA-0002-BBBB\nTRNA-0003-CCCC\n");
  CHECK(desk.venue({"stock", "--add", codes, "--pass", "training-key"})["added"] == 3);
  CHECK(desk.venue({"stock", "--add", codes, "--pass", "training-key"})["added"] == 0);

  desk.set(desk.connect());
  CHECK(desk.kiosk({"sync"}, 1)["refused"] == "NoDepot");
  const std::string token = desk.venue({"token", "Room 12"})["token"];
  const std::string file = desk.write("token.txt", token + "\n");
  const auto enrolled = desk.run({"depot", "enrol"}, file);
  INFO(enrolled.errors);
  REQUIRE(enrolled.status == 0);

  CHECK(desk.kiosk({"sync", "--pass", "training-key", "--codes", "2"})["codes_leased"] == 2);
  CHECK(desk.kiosk({"sync", "--pass", "training-key", "--codes", "2"})["codes_leased"] == 0);
  CHECK(desk.kiosk({"status"})["in_stock"] == 2);
  CHECK(desk.kiosk({"return"})["returned"] == 2);
  REQUIRE(desk.kiosk({"sync"})["codes_told"] == 2);
  const json stock = desk.venue({"stock"})["pass_types"]["training-key"];
  CHECK(stock["loaded"] == 3);
  CHECK(stock["free"] == 3);
  CHECK(desk.venue({"verify"})["sound"] == true);
  const json kiosks = desk.venue({"kiosks"})["kiosks"];
  REQUIRE(kiosks.size() == 1);
  CHECK(kiosks[0]["name"] == "Room 12");

  const std::string id = kiosks[0]["kiosk"];
  // Without two names nothing happens, and what is at stake is said.
  const auto asked = desk.run({"depot", "lost", id, "--connect", desk.connect()});
  CHECK(asked.status == 1);
  CHECK(asked.output.find("Nothing is at stake") != std::string::npos);
  CHECK(desk.venue({"lost", id, "--by", "Ann", "--and", "Ben"})["quarantined"] == 0);
  CHECK(desk.kiosk({"sync"}, 1)["refused"] == "DeclaredLost");
  CHECK(desk.kiosk({"status"}, 1)["frozen"] == "declared-lost");
}

TEST_CASE("a password is taken from no command line and no settings file", "[depot][commands]") {
  const Desk desk;
  const std::string address = "host=127.0.0.1 user=a password=Sesame1";
  const auto asked = desk.run({"depot", "kiosks", "--connect", address});
  CHECK(asked.status == 1);
  CHECK(asked.errors.find("Sesame1") == std::string::npos);
  desk.set(address);
  CHECK(desk.run({"config", "check"}).status == 1);
  desk.set("postgresql://a:Sesame1@127.0.0.1/depot");
  CHECK(desk.run({"config", "check"}).status == 1);
  desk.set("postgresql://a@127.0.0.1/depot");
  CHECK(desk.run({"config", "check"}).status == 0);
}

TEST_CASE("a lost kiosk: the money is said, its ledger recovered, the rest freed or void",
          "[depot][postgres][commands]") {
  const Desk desk;
  REQUIRE(desk.venue({"init"})["ready"] == true);
  const std::string codes =
      desk.write("codes.csv", "Code,Value\nTRNA-0001-AAAA,x\nTRNA-0002-BBBB,x\nTRNA-0003-CCCC,x\n");
  REQUIRE(desk.venue({"stock", "--add", codes, "--pass", "training-key"})["added"] == 3);
  hallpass::Connection owner(desk.connect());
  REQUIRE(owner.call("UPDATE depot.batch SET value = 'about $100, 30 days'").ok());
  desk.set(desk.connect());
  const std::string token = desk.venue({"token", "Room 12"})["token"];
  REQUIRE(desk.run({"depot", "enrol"}, desk.write("token.txt", token + "\n")).status == 0);
  REQUIRE(desk.kiosk({"sync", "--pass", "training-key", "--codes", "2"})["codes_leased"] == 2);
  const std::string id = desk.venue({"kiosks"})["kiosks"][0]["kiosk"];
  const std::string folder = desk.data.path().string();

  const auto early = desk.run({"depot", "recover", folder, "--connect", desk.connect()});
  CHECK(early.status == 1);
  CHECK(early.errors.find("Declare it lost first") != std::string::npos);
  const auto asked = desk.run({"depot", "lost", id, "--connect", desk.connect()});
  CHECK(asked.status == 1);
  CHECK(asked.output.find("At stake: 2 codes of training-key, each about $100, 30 days: $200") !=
        std::string::npos);
  const json lost = desk.venue({"lost", id, "--by", "Ann", "--and", "Ben"});
  CHECK(lost["quarantined"] == 2);
  CHECK(lost["at_stake"][0]["worth"] == "$200");
  CHECK(
      desk.run({"depot", "unused", id, "--by", "Ann", "--and", "Ben", "--connect", desk.connect()})
          .status == 1);
  CHECK(desk.run({"depot", "recover", "/nowhere", "--connect", desk.connect()}).status == 1);
  CHECK(desk.venue({"recover", folder})["unused"] == 2);
  CHECK(desk.venue({"unused", id, "--by", "Ann", "--and", "Ben"})["freed"] == 2);
  CHECK(desk.venue({"void", id, "--by", "Ann", "--and", "Ben"})["voided"] == 0);
  const json stock = desk.venue({"stock"});
  CHECK(stock["pass_types"]["training-key"]["free"] == 3);
  CHECK(stock["pass_types"]["training-key"]["imported"] == 3);
  CHECK(stock["taken_twice"].empty());
  CHECK(desk.venue({"verify"})["sound"] == true);
}

#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using nlohmann::json;
using tests::Program;

TEST_CASE("a status is shown, and verified against the key that was noted") {
  const Program program;
  tests::openClass(program);
  const std::string key = program.json({"status", "key"})["key"];
  const std::string status = program.json({"status", "show"})["status"];
  CHECK(program.done({"status", "show"}).find("hallpass status 1\nversion: ") == 0);
  const std::string file = program.folder().file("status.txt", status);
  const json verified = program.json({"status", "verify", file, "--key", key});
  CHECK(verified["ok"] == true);
  CHECK(verified["key_known"] == true);
  CHECK(verified["device"] == program.json({"status", "key"})["device"]);
  CHECK(program.json({"status", "verify", status})["key_known"] == false);
  const std::string head = status.substr(status.find("head: ") + 6, 64);
  CHECK(program.json({"journal", "verify", "--head", head})["head_found"] == true);
}

TEST_CASE("a status that was tampered with, or is another device's, is refused") {
  const Program program;
  const Program other;
  const std::string key = program.json({"status", "key"})["key"];
  std::string status = program.json({"status", "show"})["status"];
  CHECK(other.refused({"status", "verify",
                       other.json({"status", "show"})["status"].get<std::string>(), "--key",
                       key}) == "BadStatus");
  status.replace(status.find("codes: 0"), 8, "codes: 9");
  CHECK(program.refused({"status", "verify", status, "--key", key}) == "BadStatus");
  CHECK(program.refused({"status", "verify", status}) == "BadStatus");
  CHECK(program.refused({"status", "verify", "no-such-file"}) == "BadStatus");
  CHECK(program.run({"status", "verify", "x", "--key", "short"}).status == 2);
}

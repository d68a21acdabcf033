#include "kiosk/ledger/events.h"
#include "kiosk/ledger/ledger.h"
#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using nlohmann::json;
using tests::openClass;
using tests::Program;

namespace {

std::string headOf(const Program& program) {
  return program.json({"journal", "verify"})["head"].get<std::string>();
}

/// Puts `to` for every `from` of the same length in the ledger's file.
void forge(const Program& program, const std::string& from, const std::string& to) {
  REQUIRE(from.size() == to.size());
  std::string bytes = tests::contentOf(program.data() / "ledger.db");
  int found = 0;
  for (std::size_t at = 0; (at = bytes.find(from, at)) != std::string::npos; ++at) {
    bytes.replace(at, to.size(), to);
    ++found;
  }
  REQUIRE(found > 0);
  (void)program.folder().file("data/ledger.db", bytes);
}

}  // namespace

TEST_CASE("the journal tells what happened, in order") {
  const Program program;
  openClass(program);
  program.done({"class", "pause"});
  const json entries = program.json({"journal", "show"})["entries"];
  CHECK(entries.front()["event"] == "ledger-created");
  CHECK(entries.back()["event"] == "class-paused");
  CHECK(entries.back()["role"] == "operator");
  CHECK(entries.back()["fields"]["class"] == "1");
  CHECK(entries.back()["sentence"] == "Class 1 was paused.");
  for (std::size_t at = 1; at < entries.size(); ++at) {
    CHECK(entries[at]["sequence"] == entries[at - 1]["sequence"].get<int>() + 1);
    CHECK(entries[at]["previous"] == entries[at - 1]["hash"]);
  }
  CHECK(program.done({"journal", "show"}).find("operator  Class 1 was paused.\n") !=
        std::string::npos);
  CHECK(program.json({"journal", "show"}).dump().find("Virtanen") == std::string::npos);
}

TEST_CASE("a journal that nobody changed is whole, with and without a head that was kept") {
  const Program program;
  openClass(program);
  const std::string head = headOf(program);
  program.done({"class", "pause"});
  const json verdict = program.json({"journal", "verify", "--head", head});
  CHECK(verdict["ok"] == true);
  CHECK(verdict["head_found"] == true);
  CHECK(verdict["first_bad"].is_null());
  CHECK(verdict["events"] == program.json({"journal", "show"})["entries"].size());
  CHECK(verdict["head"] != head);
  CHECK(program.done({"journal", "verify"}).find("The journal is whole") == 0);
}

TEST_CASE("a head from before an erasure is told from one that was cut off") {
  const Program program;
  openClass(program);
  const std::string older = headOf(program);
  program.done({"class", "pause"});
  const std::string head = headOf(program);
  const platform::SystemClock clock;
  const auto ledger = hallpass::Ledger::open(program.data() / "ledger.db", clock);
  REQUIRE((*ledger)->erase({}, hallpass::Role::Staff).ok());
  const json last = program.json({"journal", "verify", "--head", head});
  CHECK(last["ok"] == true);
  CHECK(last["head_found"] == false);
  CHECK(last["erased_at"].is_string());
  CHECK(program.done({"journal", "verify", "--head", head}).find("the journal before it") !=
        std::string::npos);
  const auto before = program.run({"journal", "verify", "--head", older});
  CHECK(before.status == 1);
  CHECK(before.out.find(head) != std::string::npos);
}

TEST_CASE("a head that is not in the journal shows that its end was cut off") {
  const Program program;
  openClass(program);
  for (const char digit : {'a', '0'}) {
    const auto ended =
        program.run({"journal", "verify", "--json", "--head", std::string(64, digit)});
    CHECK(ended.status == 1);
    CHECK(ended.json()["ok"] == false);
    CHECK(ended.json()["head_found"] == false);
    CHECK(ended.json()["first_bad"].is_null());
  }
}

TEST_CASE("a journal that somebody changed names the first entry that does not fit") {
  const Program program;
  openClass(program);
  forge(program, "Azure Administrator", "Azure Bdministrator");
  const auto ended = program.run({"journal", "verify", "--json"});
  CHECK(ended.status == 1);
  CHECK(ended.json()["ok"] == false);
  CHECK(ended.json()["first_bad"] == 2);
  CHECK(program.run({"journal", "verify"}).out.find("entry 2 is the first") != std::string::npos);
}

TEST_CASE("the manual of the events is printed as it stands in the repository") {
  const Program program;
  CHECK(program.done({"journal", "events"}) == hallpass::eventsManual());
  CHECK(program.done({"journal", "events"}) ==
        tests::contentOf(tests::sample("../../kiosk/ledger/EVENTS.md")));
  CHECK(program.json({"journal", "events"})["events"].size() == hallpass::events().size());
  CHECK_FALSE(std::filesystem::exists(program.data()));
}

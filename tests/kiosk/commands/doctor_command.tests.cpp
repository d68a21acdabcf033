#include "kiosk/ledger/ledger.h"
#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"

using nlohmann::json;
using tests::openClass;
using tests::Program;
using tests::sample;

namespace {

/// The ids of the reasons; checks that they agree with the status.
std::vector<std::string> reasons(const Program& program) {
  const auto ended = program.run({"doctor", "--json"});
  const json said = ended.json();
  std::vector<std::string> ids;
  for (const json& reason : said.at("reasons")) {
    ids.push_back(reason.at("id"));
    CHECK(reason.at("sentence").get<std::string>().size() > 20);
  }
  CHECK(said["ready"] == ids.empty());
  CHECK(ended.status == (ids.empty() ? 0 : 1));
  return ids;
}

using Ids = std::vector<std::string>;

/// Overwrites the ledger's file from `at` on.
void overwrite(const Program& program, std::size_t at, const std::string& with) {
  std::string bytes = tests::contentOf(program.data() / "ledger.db");
  REQUIRE(bytes.size() > at + with.size());
  (void)program.folder().file("data/ledger.db", bytes.replace(at, with.size(), with));
}

/// Somebody does something while the clock stands ten years ahead.
void actInTheFuture(const Program& program) {
  tests::ManualClock clock;
  clock.time = {platform::SystemClock().now().ms + std::int64_t{3650} * 86'400'000};
  auto ledger = hallpass::Ledger::open(program.data() / "ledger.db", clock);
  REQUIRE(ledger);
  const auto paused = hallpass::ClassState::Paused;
  REQUIRE((*ledger)->classes().setState(paused, hallpass::Role::Operator));
  REQUIRE((*ledger)->classes().setState(hallpass::ClassState::Open, hallpass::Role::Operator));
}

}  // namespace

TEST_CASE("the doctor names what is missing until the kiosk may serve") {
  const Program program;
  CHECK(reasons(program) == Ids{"no-class"});
  openClass(program);
  CHECK(reasons(program) == Ids{"out-of-stock"});
  program.done({"import", "codes", sample("codes-training-keys.csv"), "--pass", "training-key"});
  CHECK(reasons(program) == Ids{"out-of-stock"});
  program.done({"import", "codes", sample("codes-azure-5x5.txt"), "--pass", "azure-pass"});
  CHECK(reasons(program) == Ids{});
  CHECK(program.json({"doctor"})["in_stock"] == 12);
  CHECK(program.done({"doctor"})
            .find("Ready: \"Azure Administrator\" is open, 12 codes in stock.\n\nThe device:\n") ==
        0);
  program.done({"class", "pause"});
  CHECK(reasons(program) == Ids{"class-paused"});
  program.done({"class", "close"});
  CHECK(reasons(program) == Ids{"class-closed"});
}

TEST_CASE("the doctor names the window of a class that is not now") {
  const Program program;
  program.done({"import", "codes", sample("codes-azure-5x5.txt"), "--pass", "azure-pass"});
  program.done({"class", "open", "--title", "T", "--pass", "azure-pass", "--from", "2999-01-01"});
  CHECK(reasons(program) == Ids{"class-not-yet-open"});
  program.done({"class", "close"});
  tests::openClassOf2020(program);
  CHECK(reasons(program) == Ids{"class-over"});
}

TEST_CASE("the doctor names the file and the line of a mistake in the class's guide") {
  const Program program;
  openClass(program);
  const auto assets = program.folder().path() / "assets";
  std::filesystem::copy(sample("../../assets"), assets, std::filesystem::copy_options::recursive);
  (void)program.folder().file("assets/guides/azure-pass.toml", "lead = 1\n");
  const auto ended = Program::runBare({"doctor", "--json", "--data", program.data().string()},
                                      {{"HALLPASS_ASSETS", assets.string()}});
  CHECK(ended.status == 1);
  const json reason = ended.json()["reasons"][0];
  CHECK(reason["id"] == "guide-invalid");
  CHECK(reason["sentence"].get<std::string>().find("guides/azure-pass.toml, line 1: \"lead\"") ==
        0);
}

TEST_CASE("a ledger that cannot be used is a reason, not a refusal") {
  SECTION("newer") {
    const Program program;
    openClass(program);
    overwrite(program, 60 + 3, "\x63");  // PRAGMA user_version, in SQLite's file header.
    CHECK(reasons(program) == Ids{"ledger-newer"});
  }
  SECTION("of something else") {
    const Program program;
    openClass(program);
    overwrite(program, 0, std::string(16, 'x'));
    CHECK(reasons(program) == Ids{"ledger-foreign"});
  }
  SECTION("cut off") {
    const Program program;
    openClass(program);
    std::filesystem::resize_file(program.data() / "ledger.db", 20'000);
    CHECK(reasons(program) == Ids{"ledger-damaged"});
  }
  SECTION("in a folder that cannot be made") {
    const tests::Folder folder;
    const std::string file = folder.file("taken", "a file");
    const auto ended = Program::runBare({"doctor", "--json", "--data", file}, {});
    CHECK(ended.status == 1);
    CHECK(ended.json()["ready"] == false);
    CHECK(ended.json()["reasons"][0]["id"] == "ledger-failed");
  }
}

TEST_CASE("the doctor prints the self-test, and something broken is status 1") {
  const Program program;
  openClass(program);
  program.done({"import", "codes", sample("codes-azure-5x5.txt"), "--pass", "azure-pass"});
  const std::string text = program.done({"doctor"});
  CHECK(text.find("\ngood: QR codes. ") != std::string::npos);
  CHECK(text.find("\nattention: PINs. No PIN is set for the instructor") != std::string::npos);
  const json checks = program.json({"doctor"})["checks"];
  CHECK(checks.size() == 17);
  CHECK(checks[0]["id"] == "ledger");
  CHECK(checks[0]["finding"] == "good");
  (void)program.folder().file("data/device.key", "damaged");
  const auto ended = program.run({"doctor", "--json"});
  CHECK(ended.status == 1);
  CHECK(ended.json()["ready"] == true);
}

TEST_CASE("the doctor finds a journal that somebody changed") {
  const Program program;
  openClass(program);
  std::string bytes = tests::contentOf(program.data() / "ledger.db");
  // What no index holds: one that does not fit its table is found by the check of the ledger.
  const std::size_t at = bytes.find(R"("walk_ins":"no")");
  REQUIRE(at != std::string::npos);
  (void)program.folder().file("data/ledger.db", bytes.replace(at, 15, R"("walk_ins":"na")"));
  const json checks = program.run({"doctor", "--json"}).json()["checks"];
  CHECK(checks[0]["finding"] == "good");
  CHECK(checks[1]["id"] == "journal");
  CHECK(checks[1]["finding"] == "bad");
}

TEST_CASE("the doctor goes by the reserve of the settings") {
  const Program program;
  openClass(program);
  (void)program.folder().file("data/hallpass.toml", "disk_reserve_mib = 65536\n");
  const auto free = std::filesystem::space(program.data()).available;
  const json report = program.run({"doctor", "--json"}).json();
  for (const json& check : report["checks"]) {
    if (check["id"] != "disk") continue;
    CHECK((check["finding"] == "bad") == (free < (std::uintmax_t{65536} << 20U)));
  }
}

TEST_CASE("the doctor finds damage in a part of the ledger that nobody has read") {
  const Program program;
  openClass(program);
  program.done({"import", "codes", sample("codes-azure-5x5.txt"), "--pass", "azure-pass"});
  CHECK(reasons(program) == Ids{});
  const std::size_t pages = std::filesystem::file_size(program.data() / "ledger.db") / 4096;
  int found = 0;
  const std::string whole = tests::contentOf(program.data() / "ledger.db");
  for (std::size_t page = 1; page < pages; ++page) {
    (void)program.folder().file("data/ledger.db", whole);
    overwrite(program, page * 4096, std::string(64, '\x7E'));
    found += reasons(program) == Ids{"ledger-damaged"} ? 1 : 0;
  }
  CHECK(found == static_cast<int>(pages) - 1);
}

TEST_CASE("a clock that was once in the future holds back new codes until it is said to be right") {
  const Program program;
  openClass(program);
  program.done({"import", "codes", sample("codes-azure-5x5.txt"), "--pass", "azure-pass"});
  const json first = program.json({"claim", "--student", "S70100"});
  actInTheFuture(program);
  CHECK(reasons(program) == Ids{"clock-behind"});
  const auto refused = program.run({"claim", "--student", "S70113", "--json"});
  CHECK(refused.status == 1);
  CHECK(refused.json()["refused"] == "ClockBehind");
  CHECK(refused.err.find("hallpass doctor --clock-is-right") != std::string::npos);
  CHECK(program.json({"stock"})["claimed"] == 1);
  actInTheFuture(program);
  CHECK(program.json({"claim", "--student", "S70100"})["code"] == first["code"]);
  actInTheFuture(program);
  CHECK(program.done({"doctor", "--clock-is-right"}).find("Ready: ") == 0);
  CHECK(reasons(program) == Ids{});
  CHECK(program.json({"claim", "--student", "S70113"})["again"] == false);
  CHECK(program.json({"journal", "verify"})["ok"] == true);
}

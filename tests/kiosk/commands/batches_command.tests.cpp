#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"
#include "tests/support/mount.h"

using nlohmann::json;
using tests::openClass;
using tests::Program;
using tests::sample;

namespace {

void restock(const Program& program) {
  program.done({"import", "codes", sample("codes-azure-pasted.txt"), "--pass", "azure-pass",
                "--order", "MP-410200", "--course", "AZ-104T00", "--value", "about $100",
                "--redeem-by", "2999-12-31"});
}

std::string pathOf(const Program& program, const std::string& name) {
  return (program.folder().path() / name).string();
}

json firstBatch(const Program& program) { return program.json({"batches"})["batches"].at(0); }

std::vector<std::string> namesIn(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    names.push_back(file.path().filename().string());
  }
  return names;
}

}  // namespace

TEST_CASE("a batch says where its codes came from and where they are") {
  const Program program;
  CHECK(program.json({"batches"}) == json::parse(R"({"batches":[]})"));
  CHECK(program.done({"batches"}).find("No codes came in yet") == 0);
  openClass(program);
  restock(program);
  program.done({"claim", "--student", "S70100"});
  const json batch = firstBatch(program);
  CHECK(batch["batch"] == 1);
  CHECK(batch["pass"] == "azure-pass");
  CHECK(batch["file"] == "codes-azure-pasted.txt");
  CHECK(batch["sha256"] == "9cadc020a0c4b78749e500114b3ca31af1f3e8a997258381170179bf1db54261");
  CHECK(batch["course"] == "AZ-104T00");
  CHECK(batch["order"] == "MP-410200");
  CHECK(batch["redeem_by"] == "2999-12-31T23:59:59.999Z");
  CHECK(batch["value"] == "about $100");
  CHECK(batch["imported_at"].get<std::string>().size() == 24);
  CHECK(batch["imported_by"] == "operator");
  CHECK(batch["loaded"] == 16);
  CHECK(batch["in_stock"] == 15);
  CHECK(batch["claimed"] == 1);
  CHECK(batch["quarantined"] == 0);
  CHECK(batch["expired"] == 0);
  CHECK(batch["returned"] == 0);
  CHECK(batch.size() == 16);
  const std::string text = program.done({"batches"});
  CHECK(text.find(
            "Batch 1: azure-pass, 15 of 16 codes in stock, 1 claimed; redeem by 2999-12-31") == 0);
}

TEST_CASE("a batch without a redeem-by date, an order or a course has none") {
  const Program program;
  program.done({"import", "codes", sample("codes-azure-5x5.txt"), "--pass", "azure-pass"});
  CHECK(firstBatch(program)["redeem_by"].is_null());
  CHECK(firstBatch(program)["order"] == "");
  CHECK(firstBatch(program)["value"] == "");
}

TEST_CASE("what is left of a batch leaves the stock in a list that comes in elsewhere") {
  const Program program;
  openClass(program);
  restock(program);
  const std::string code = program.json({"claim", "--student", "S70100"})["code"];
  const std::string file = pathOf(program, "left.csv");
  const json returned = program.json({"return", "1", "--to", file});
  CHECK(returned == json({{"batch", 1}, {"returned", 15}, {"file", file}}));
  CHECK(firstBatch(program)["in_stock"] == 0);
  CHECK(firstBatch(program)["returned"] == 15);
  CHECK(firstBatch(program)["claimed"] == 1);
  CHECK(tests::contentOf(file).find(code) == std::string::npos);
  CHECK(program.json({"journal", "show"})["entries"].back()["event"] == "codes-returned");

  const Program elsewhere;
  const json taken = elsewhere.json({"import", "codes", file, "--pass", "azure-pass"});
  CHECK(taken["added"] == 15);
  CHECK(taken["rejected"] == 0);
  CHECK(elsewhere.json({"stock"})["in_stock"] == 15);
  // What was returned stays out of the stock that it left.
  CHECK(program.json({"import", "codes", file, "--pass", "azure-pass"})["added"] == 0);
}

TEST_CASE("a redeem-by date goes and comes back with its code") {
  const Program program;
  const auto run = [&](tests::Arguments arguments, const std::string& zone) {
    arguments.insert(arguments.end(), {"--json"});
    const auto ended = Program::runBare(arguments, {{"TZ", zone}});
    INFO(ended.err);
    REQUIRE(ended.status == 0);
    return ended.json();
  };
  const std::string there = pathOf(program, "there");
  for (const char* zone : {"UTC0", "CET-1", "PST8"}) {
    const std::string data = pathOf(program, zone);
    const std::string file = data + ".csv";
    run({"import", "codes", sample("codes-azure-5x5.txt"), "--pass", "azure-pass", "--redeem-by",
         "2999-12-31", "--data", data},
        zone);
    run({"return", "1", "--to", file, "--data", data}, zone);
    CHECK(tests::contentOf(file).find("\"2999-12-31\"") != std::string::npos);
    // The list's own dates end in UTC.
    run({"import", "codes", file, "--pass", "azure-pass", "--data", there}, zone);
    run({"return", "1", "--to", pathOf(program, "again.csv"), "--data", there}, zone);
    CHECK(tests::contentOf(pathOf(program, "again.csv")) == tests::contentOf(file));
    std::filesystem::remove_all(there);
  }
}

TEST_CASE("the same return again writes the same codes") {
  const Program program;
  restock(program);
  const std::string first = pathOf(program, "one.csv");
  const std::string second = pathOf(program, "two.csv");
  CHECK(program.json({"return", "1", "--to", first})["returned"] == 16);
  CHECK(program.json({"return", "1", "--to", second})["returned"] == 16);
  CHECK(program.json({"return", "1", "--to", first})["returned"] == 16);
  CHECK(tests::contentOf(first) == tests::contentOf(second));
  CHECK(program.json({"stock"})["returned"] == 16);
}

TEST_CASE("a batch that cannot be returned says why") {
  const Program program;
  openClass(program);
  const std::string file = pathOf(program, "left.csv");
  CHECK(program.refused({"return", "1", "--to", file}) == "UnknownBatch");
  CHECK(program.refused({"return", "0", "--to", file}) == "UnknownBatch");
  CHECK(program.refused({"return", "9223372036854775807", "--to", file}) == "UnknownBatch");
  program.done({"import", "codes", program.folder().file("c.csv", "Code\nTEST00000000000001\n"),
                "--pass", "azure-pass"});
  program.done({"claim", "--student", "S70100"});
  CHECK(program.refused({"return", "1", "--to", file}) == "NothingLeft");
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("a file that cannot be written leaves the stock as it was, and nothing in the folder") {
  const Program program;
  restock(program);
  const auto folder = program.folder().path() / "stick";
  std::filesystem::create_directory(folder);
  const std::string taken = program.folder().file("stick/codes.csv", "Code\nTEST00000000000001\n");
  CHECK(program.refused({"return", "1", "--to", taken}) == "FileExists");
  CHECK(program.refused({"return", "1", "--to", folder.string()}) == "NotAFile");
  CHECK(program.refused({"return", "1", "--to", taken + "/x.csv"}).size() > 4);
  CHECK(program.refused({"return", "1", "--to", (folder / "no" / "x.csv").string()}) ==
        "FileNotFound");
  CHECK(program.refused({"return", "1", "--to", (folder / std::string(300, 'x')).string()}) ==
        "BadFileName");
  CHECK(namesIn(folder) == std::vector<std::string>{"codes.csv"});
  CHECK(tests::contentOf(taken) == "Code\nTEST00000000000001\n");
  CHECK(program.json({"stock"})["in_stock"] == 16);
  CHECK(program.json({"stock"})["returned"] == 0);
}

TEST_CASE("a stick that is full or read-only leaves the stock as it was, and says which") {
  if (const std::string why = tests::Mount::whyNot(); !why.empty()) {
    WARN("not tested: " << why);
    return;
  }
  const Program program;
  restock(program);
  tests::Mount stick = tests::Mount::inMemory(program.folder().path() / "stick", 8);
  const std::string file = (stick.folder() / "left.csv").string();
  (void)program.folder().file("stick/other", std::string(8'192, 'x'));
  CHECK(program.refused({"return", "1", "--to", file}) == "DiskFull");
  CHECK(namesIn(stick.folder()) == std::vector<std::string>{"other"});
  stick.makeReadOnly();
  CHECK(program.refused({"return", "1", "--to", file}) == "ReadOnly");
  CHECK(program.json({"stock"})["in_stock"] == 16);
}

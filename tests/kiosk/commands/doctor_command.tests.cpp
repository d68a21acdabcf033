#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

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
  CHECK(program.done({"doctor"}) == "Ready: \"Azure Administrator\" is open, 12 codes in stock.\n");
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
  program.done({"class", "open", "--title", "T", "--pass", "azure-pass", "--until", "2020-01-01"});
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

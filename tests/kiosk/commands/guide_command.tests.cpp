#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using nlohmann::json;
using tests::Ended;
using tests::Program;
using tests::sample;

namespace {

/// A copy of the small assets in the program's folder.
std::filesystem::path copyOf(const Program& program) {
  const auto assets = program.folder().path() / "assets";
  std::filesystem::copy(sample("assets"), assets, std::filesystem::copy_options::recursive);
  return assets;
}

Ended check(const std::filesystem::path& assets, tests::Arguments more) {
  more.insert(more.begin(), {"guide", "check"});
  more.insert(more.end(), {"--data", (assets / "data").string()});
  return Program::runBare(more, {{"HALLPASS_ASSETS", assets.string()}});
}

const std::string kTooLong =
    "guides/small.toml, line 1: \"lead\" begins or ends with a space. "
    "Remove it.\n";

}  // namespace

TEST_CASE("guide check says that all files are right") {
  const Program program;
  const auto assets = copyOf(program);
  const Ended all = check(assets, {});
  CHECK(all.status == 0);
  CHECK(all.out == "11 files are right.\n");
  const json said = check(assets, {"--json"}).json();
  CHECK(said["right"] == true);
  CHECK(said["files"] == 11);
  CHECK(said["mistakes"].empty());
  CHECK_FALSE(std::filesystem::exists(assets / "data"));
}

TEST_CASE("guide check says every mistake of all files and ends with 1") {
  const Program program;
  const auto assets = copyOf(program);
  std::string guide = tests::contentOf(assets / "guides/small.toml");
  (void)program.folder().file("assets/guides/small.toml",
                              guide.replace(guide.find("You will"), 0, " "));
  (void)program.folder().file("assets/addresses.toml", "[[addresses]\n");
  const Ended all = check(assets, {});
  CHECK(all.status == 1);
  CHECK(all.out.find("addresses.toml, line 1: this is not TOML.") == 0);
  CHECK(all.out.find("\n" + kTooLong) != std::string::npos);
  CHECK(all.out.ends_with("3 mistakes in 3 files.\n"));
  const json said = check(assets, {"--json"}).json();
  CHECK(said["right"] == false);
  CHECK(said["mistakes"][1]["file"] == "guides/small.toml");
  CHECK(said["mistakes"][1]["line"] == 1);
  CHECK(said["mistakes"][1]["sentence"].get<std::string>() + "\n" == kTooLong);
}

TEST_CASE("guide check of one file says that file's mistakes alone, wherever it stands") {
  const Program program;
  const auto assets = copyOf(program);
  std::string guide = tests::contentOf(assets / "guides/small.toml");
  const std::string spoilt = program.folder().file("assets/guides/small.toml",
                                                   guide.replace(guide.find("You will"), 0, " "));
  (void)program.folder().file("assets/browsers.toml", "");
  const Ended one = Program::runBare({"guide", "check", spoilt, "--data", "none"}, {});
  CHECK(one.status == 1);
  CHECK(one.out == kTooLong + "1 mistake in 1 file.\n");
  for (const char* file : {"addresses.toml", "answers/other.toml", "topics/new-account.toml",
                           "pass-types/small.toml"}) {
    const Ended right = check(assets, {(assets / file).string()});
    INFO(file << ": " << right.out << right.err);
    CHECK(right.status == 0);
    CHECK(right.out == "1 file is right.\n");
  }
}

TEST_CASE("guide check refuses what is no file of assets") {
  const Program program;
  CHECK(program.refused({"guide", "check", sample("roster.csv")}) == "NotAnAsset");
  CHECK(program.refused({"guide", "check", sample("assets/illustrations/wait.svg")}) ==
        "NotAnAsset");
  CHECK(program.refused({"guide", "check", "nothing.toml"}) == "FileNotFound");
}

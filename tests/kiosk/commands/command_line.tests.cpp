#include "kiosk/commands/command_line.h"

#include <algorithm>
#include <cstdlib>

#include "kiosk/commands/arguments.h"
#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using tests::Program;

namespace {

const std::vector<tests::Arguments> kCommands = {{"class", "open"},     {"class", "set"},
                                                 {"class", "pause"},    {"class", "resume"},
                                                 {"class", "close"},    {"class", "show"},
                                                 {"students"},          {"student", "add"},
                                                 {"student", "rename"}, {"claim"},
                                                 {"replace"},           {"outcome"},
                                                 {"import", "codes"},   {"import", "roster"},
                                                 {"import", "orders"},  {"stock"},
                                                 {"batches"},           {"return"},
                                                 {"orders", "add"},     {"orders", "expected"},
                                                 {"journal", "show"},   {"journal", "verify"},
                                                 {"journal", "events"}, {"pin", "set"},
                                                 {"pin", "recovery"},   {"pin", "show"},
                                                 {"guide", "check"},    {"doctor"}};

std::variant<int, hallpass::KioskOptions> read(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "hallpass");
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  return hallpass::runCommandLine(static_cast<int>(argv.size()), argv.data());
}

hallpass::KioskOptions optionsOf(const std::vector<std::string>& arguments) {
  auto ended = read(arguments);
  REQUIRE(std::holds_alternative<hallpass::KioskOptions>(ended));
  return std::get<hallpass::KioskOptions>(std::move(ended));
}

tests::Ended bare(const tests::Arguments& arguments) { return Program::runBare(arguments, {}); }

}  // namespace

TEST_CASE("the manual names every command and every exit status") {
  const auto ended = bare({"--help"});
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  for (const auto& command : kCommands)
    CHECK(ended.out.find("  " + command[0]) != std::string::npos);
  CHECK(ended.out.find("0 done; 1 refused by a rule") != std::string::npos);
}

TEST_CASE("the help of every command is short, has an example that names it, and needs no ledger") {
  for (const auto& command : kCommands) {
    tests::Arguments arguments = command;
    arguments.emplace_back("--help");
    const auto ended = bare(arguments);
    INFO(ended.out);
    CHECK(ended.status == 0);
    CHECK(ended.err.empty());
    CHECK(std::count(ended.out.begin(), ended.out.end(), '\n') <= 25);
    const std::size_t example = ended.out.find("Example:\n  hallpass " + command[0]);
    REQUIRE(example != std::string::npos);
    CHECK(ended.out.find(command.back(), example) != std::string::npos);
    CHECK(ended.out.find("--json") != std::string::npos);
  }
}

TEST_CASE("the help of a group shows examples of its own") {
  for (const std::string group : {"class", "import", "journal", "student", "pin"}) {
    const auto ended = bare({group, "--help"});
    INFO(ended.out);
    CHECK(ended.status == 0);
    CHECK(ended.out.find("Examples:\n  hallpass " + group) != std::string::npos);
  }
}

TEST_CASE("a wrong command line ends with 2 and a sentence, and touches nothing") {
  const std::vector<tests::Arguments> wrong = {
      {"frobnicate"},
      {"class"},
      {"import"},
      {"journal"},
      {"stock", "more"},
      {"student"},
      {"pin"},
      {"pin", "set"},
      {"pin", "set", "owner"},
      {"return", "1"},
      {"return", "--to", "f"},
      {"return", "one", "--to", "f"},
      {"return", "1", "--to", ""},
      {"orders", "--page", "0"},
      {"orders", "--page", "99999999999"},
      {"orders", "--per-page", "0"},
      {"orders", "--per-page", "-5"},
      {"orders", "add"},
      {"orders", "add", "MP-1", "--quantity", "many"},
      {"orders", "add", "MP-1", "--quantity", "99999999999"},
      {"replace", "--cause", "used"},
      {"outcome", "--set", "worked"},
      {"import", "orders"},
      {"import", "codes", "file", "--pass", "azure-pass", "--value", std::string(41, 'x')},
      {"--training", "stock"},
      {"--media", "/m", "stock"},
      {"stock", "--idle", "60"},
      {"--idle", "60", "stock"},
      {"--windowed", "800x600", "class", "show"},
      {"claim"},
      {"class", "open", "--title", "T"},
      {"class", "open", "--pass", "azure-pass"},
      {"class", "open", "--title", "", "--pass", "azure-pass"},
      {"class", "open", "--title", " ", "--pass", "azure-pass"},
      {"class", "open", "--title", "a\x1B[31mb", "--pass", "azure-pass"},
      {"class", "open", "--title", "\xFF", "--pass", "azure-pass"},
      {"class", "open", "--title", std::string(101, 'x'), "--pass", "azure-pass"},
      {"class", "open", "--title", "T", "--pass", "azure-pass", "--until", "tomorrow"},
      {"class", "open", "--title", "T", "--pass", "azure-pass", "--from", "2026-02-31"},
      {"class", "open", "--title", "T", "--pass", "azure-pass", "--walk-ins", "maybe"},
      {"import", "codes", "--pass", "azure-pass"},
      {"import", "codes", "file"},
      {"import", "codes", "file", "--pass", "azure-pass", "--redeem-by", "soon"},
      {"import", "codes", "file", "--pass", "azure-pass", "--course", "a\nb"},
      {"journal", "verify", "--head", "abc"},
      {"--windowed", "big"},
      {"--windowed", "0x0"},
      {"--windowed", "800x600x2"},
      {"--screen-mm", "-3x4"},
      {"--renderer", "vulkan"},
      {"--idle", "44"},
      {"--idle", "301"},
      {"--idle", "x"},
      {"--describe-secrets"},
      {"--data"}};
  for (tests::Arguments arguments : wrong) {
    const Program program;
    const auto ended = Program::runBare(arguments, {{"HALLPASS_DATA", program.data().string()}});
    INFO(arguments.back() << ": " << ended.err);
    CHECK(ended.status == 2);
    CHECK(ended.out.empty());
    CHECK(ended.err.size() > 20);
    CHECK_FALSE(std::filesystem::exists(program.data()));
  }
}

TEST_CASE("without a command the line gives how the kiosk is to be started") {
  const auto plain = optionsOf({"--data", "/d"});
  CHECK(plain.data == "/d");
  CHECK_FALSE(plain.windowedPx);
  CHECK_FALSE(plain.settings.screenMm);
  CHECK(plain.settings.renderer == hallpass::RendererName::Auto);
  CHECK_FALSE(plain.describe);
  CHECK_FALSE(plain.describeSecrets);
  CHECK(plain.settings.idleSeconds == 60);
  CHECK(plain.settings.media == "/run/media/hallpass");
  CHECK_FALSE(plain.training);

  const auto full = optionsOf({"--data", "/d", "--windowed", "1280x720", "--screen-mm", "344x194",
                               "--describe", "/f", "--describe-secrets", "--idle", "300", "--media",
                               "/sticks", "--training", "--renderer", "cpu"});
  REQUIRE(full.windowedPx);
  CHECK(full.windowedPx->width == 1280);
  CHECK(full.windowedPx->height == 720);
  REQUIRE(full.settings.screenMm);
  CHECK(full.settings.screenMm->width == 344);
  CHECK(full.settings.renderer == hallpass::RendererName::Cpu);
  CHECK(full.describe == "/f");
  CHECK(full.describeSecrets);
  CHECK(full.settings.idleSeconds == 300);
  CHECK(full.settings.media == "/sticks");
  CHECK(full.training);
}

TEST_CASE("the data folder is the option's, else the environment's, else the home's") {
  const tests::Folder folder;
  const std::string here = folder.path().string();
  const auto dataOf = [&](std::map<std::string, std::string> environment,
                          const tests::Arguments& more) {
    environment["HALLPASS_ASSETS"] = tests::sample("../../assets");
    tests::Arguments arguments = {"doctor", "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Program::runBare(arguments, environment).json().value("data", "");
  };
  const std::map<std::string, std::string> all = {
      {"HALLPASS_DATA", here + "/h"}, {"XDG_DATA_HOME", here + "/x"}, {"HOME", here + "/home"}};
  CHECK(dataOf(all, {"--data", here + "/d"}) == here + "/d");
  CHECK(dataOf(all, {}) == here + "/h");
  CHECK(dataOf({{"XDG_DATA_HOME", here + "/x"}, {"HOME", here + "/home"}}, {}) ==
        here + "/x/hallpass");
  CHECK(dataOf({{"HOME", here + "/home"}}, {}) == here + "/home/.local/share/hallpass");
  CHECK(dataOf({{"XDG_DATA_HOME", "relative"}, {"HOME", here + "/home"}}, {}) ==
        here + "/home/.local/share/hallpass");
  CHECK(Program::runBare({"stock"}, {}).status == 2);
  CHECK(Program::runBare({"--data", here + "/front", "doctor"}, {}).status == 1);
  CHECK(std::filesystem::exists(here + "/front/ledger.db"));
}

TEST_CASE("the version is the project's") {
  const auto ended = bare({"--version"});
  CHECK(ended.status == 0);
  CHECK(ended.out == "hallpass " HALLPASS_VERSION "\n");
}

TEST_CASE("a size is two numbers from 1 to 32767 around an x") {
  CHECK(hallpass::parseExtent("1x32767"));
  for (const char* text :
       {"", "x", "1x", "x1", "0x1", "1x0", "32768x1", "1X1", "1 x1", "+1x1", "123456x1", "1x1x1"}) {
    INFO(text);
    CHECK_FALSE(hallpass::parseExtent(text));
  }
}

TEST_CASE("a date alone begins with its day or ends with it, a time stays itself") {
  using namespace hallpass;
  CHECK(platform::toIsoText(*beginningAt("2026-11-21")) == "2026-11-21T00:00:00.000Z");
  CHECK(platform::toIsoText(*endAt("2026-11-21")) == "2026-11-21T23:59:59.999Z");
  CHECK(platform::toIsoText(*endAt("2026-11-21T00:00")) == "2026-11-21T00:00:00.000Z");
  CHECK(platform::toIsoText(*endAt("2026-11-21T17:30Z")) == "2026-11-21T17:30:00.000Z");
  CHECK_FALSE(beginningAt(""));
  CHECK_FALSE(endAt(""));
}

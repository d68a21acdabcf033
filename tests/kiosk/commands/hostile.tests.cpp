#include <sys/stat.h>

#include <algorithm>

#include "tests/kiosk/commands/program.h"
#include "tests/support/catch.h"

using nlohmann::json;
using tests::Arguments;
using tests::openClass;
using tests::Program;
using tests::sample;

namespace {

/// What somebody may write where a text, a number or a file is asked for.
const std::vector<std::string> kHostile = {"",
                                           " ",
                                           "-1",
                                           "0",
                                           "99999999999999999999999999",
                                           "1e9",
                                           "NaN",
                                           "../../etc/passwd",
                                           "/",
                                           "/dev/null",
                                           "/dev/full",
                                           "\x1B[2J\x1B]0;x\x07",
                                           "a\nb\r\n",
                                           "\xFF\xFE\xC0\x80",
                                           "%s%n%x{}{0}",
                                           "'; DROP TABLE code; --",
                                           "=cmd|'/c calc'!A0",
                                           "\xE2\x80\xAEtxet",
                                           "--",
                                           "--json",
                                           std::string(100'000, 'A')};

/// Commands with one place, "@", for such a text.
const std::vector<Arguments> kPlaces = {
    {"class", "open", "--title", "@", "--pass", "azure-pass"},
    {"class", "open", "--title", "T", "--pass", "@"},
    {"class", "open", "--title", "T", "--pass", "azure-pass", "--roster", "@"},
    {"class", "set", "--title", "@"},
    {"class", "set", "--from", "@"},
    {"class", "set", "--until", "@"},
    {"class", "set", "--walk-ins", "@"},
    {"class", "set", "--word", "@"},
    {"class", "set", "--idle", "@"},
    {"students", "@"},
    {"student", "add", "--name", "@"},
    {"student", "add", "--name", "N", "--email", "@"},
    {"student", "add", "--name", "N", "--number", "@"},
    {"student", "rename", "--student", "@", "--name", "N"},
    {"student", "rename", "--student", "S70113", "--name", "@"},
    {"claim", "--student", "@"},
    {"replace", "--student", "@", "--cause", "used"},
    {"replace", "--student", "S70100", "--cause", "@"},
    {"outcome", "--student", "@", "--set", "worked"},
    {"outcome", "--student", "S70100", "--set", "@"},
    {"import", "codes", "@", "--pass", "azure-pass"},
    {"import", "codes", "nowhere.csv", "--pass", "@"},
    {"import", "roster", "@"},
    {"import", "orders", "@"},
    {"stock", "--pass", "@"},
    {"batches", "@"},
    {"return", "@", "--to", "/nowhere/left.csv"},
    {"return", "1", "--to", "@"},
    {"orders", "--sort", "@"},
    {"orders", "--page", "@"},
    {"orders", "--per-page", "@"},
    {"orders", "add", "@"},
    {"orders", "add", "MP-410200", "--quantity", "@"},
    {"export", "claims", "--to", "@"},
    {"export", "unused", "--with-codes", "--to", "@"},
    {"export", "journal", "--to", "@"},
    {"export", "report", "--to", "@"},
    {"journal", "verify", "--head", "@"},
    {"pin", "set", "@"},
    {"pin", "set", "staff", "@"},
    {"@"},
};

/// A folder to stand in, as long as this lives.
class Standing {
 public:
  explicit Standing(const std::filesystem::path& folder)
      : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
  }
  ~Standing() { std::filesystem::current_path(before_); }
  Standing(const Standing&) = delete;
  Standing& operator=(const Standing&) = delete;

 private:
  std::filesystem::path before_;
};

/// Whether a command could write outside of the test's own folder: who runs the tests as root would
/// lose what is there.
bool leavesFolder(const Arguments& place, const std::string& text) {
  const bool writes = std::find(place.begin(), place.end(), "--to") != place.end();
  return writes && text.find('/') != text.npos;
}

Arguments filled(Arguments place, const std::string& text) {
  for (std::string& argument : place) {
    if (argument == "@") argument = text;
  }
  return place;
}

/// A class with a claim and a batch, and orders.
void furnish(const Program& program) {
  openClass(program);
  program.done({"import", "codes", sample("codes-azure-pasted.txt"), "--pass", "azure-pass"});
  program.done({"import", "orders", sample("orders.csv")});
  program.done({"claim", "--student", "S70100"});
}

bool isControl(char c) { return c != '\n' && static_cast<unsigned char>(c) < 0x20; }

void checkEnd(const tests::Ended& ended) {
  CHECK(ended.status >= 0);
  CHECK(ended.status <= 2);
  CHECK(std::none_of(ended.out.begin(), ended.out.end(), isControl));
  CHECK(std::none_of(ended.err.begin(), ended.err.end(), isControl));
  if (ended.status == 0) return;
  CHECK(ended.err.size() > 20);
  CHECK(ended.err.find("terminate called") == std::string::npos);
}

}  // namespace

TEST_CASE("whatever stands on the command line, a command ends in order and the ledger is sound") {
  const Program program;
  furnish(program);
  std::filesystem::create_directory(program.folder().path() / "here");
  const Standing here(program.folder().path() / "here");  // where a file may come to lie
  for (const Arguments& place : kPlaces) {
    for (const std::string& text : kHostile) {
      if (leavesFolder(place, text)) continue;
      const auto ended = program.run(filled(place, text));
      INFO(place[0] << " " << (place.size() > 1 ? place[1] : "") << ": " << text.substr(0, 60));
      INFO(ended.err.substr(0, 300));
      checkEnd(ended);
    }
  }
  CHECK(program.json({"journal", "verify"})["ok"] == true);
  const json stock = program.json({"stock"});
  CHECK(stock["loaded"] == 16);
}

TEST_CASE("what is no file is never replaced by a list that leaves the device") {
  const Program program;
  furnish(program);
  const std::string pipe = (program.folder().path() / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  for (const char* what : {"claims", "students", "unused", "journal", "report"}) {
    CHECK(program.refused({"export", what, "--to", pipe}) == "NotAFile");
  }
  CHECK(program.refused({"return", "1", "--to", pipe}) == "NotAFile");
  CHECK(std::filesystem::is_fifo(pipe));
  CHECK(program.json({"stock"})["in_stock"] == 15);
}

TEST_CASE("no command needs standard input, and a closed output is no success") {
  const Program program;
  furnish(program);
  for (const Arguments& command : std::vector<Arguments>{{"class", "show"},
                                                         {"students"},
                                                         {"orders"},
                                                         {"orders", "expected"},
                                                         {"batches"},
                                                         {"stock"},
                                                         {"pin", "show"},
                                                         {"journal", "verify"},
                                                         {"claim", "--student", "S70100"}}) {
    INFO(command.front());
    CHECK(program.run(command, Program::Start::StdinClosed).status == 0);
    CHECK(program.run(command, Program::Start::StdoutClosed).status == 3);
    CHECK(program.run(command, Program::Start::StdoutFull).status == 3);
  }
}

TEST_CASE("a recovery word that could not be printed is made anew by the next call") {
  const Program program;
  const auto ended = program.run({"pin", "recovery"}, Program::Start::StdoutFull);
  CHECK(ended.status == 3);
  CHECK(program.json({"pin", "recovery"})["recovery_word"].get<std::string>().size() == 19);
}

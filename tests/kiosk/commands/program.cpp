#include "tests/kiosk/commands/program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>

#include "kiosk/ledger/ledger.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"

extern char** environ;

namespace tests {
namespace {

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

void writeTo(int descriptor, const std::string& file) {
  const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(opened, descriptor);
}

/// Local times in these tests are UTC, wherever they run.
const int kZone = ::setenv("TZ", "UTC0", 1);

/// A Ctrl-C that is held back until the program itself lets it through.
void leaveInterruptWaiting() {
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  sigprocmask(SIG_BLOCK, &interrupt, nullptr);
  ::raise(SIGINT);
}

void readFrom(int descriptor, const std::string& file) {
  const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  ::dup2(opened, descriptor);
}

void prepare(Program::Start start) {
  if (start == Program::Start::Interrupted) leaveInterruptWaiting();
  if (start == Program::Start::StdinClosed) ::close(STDIN_FILENO);
  if (start == Program::Start::StdoutClosed) ::close(STDOUT_FILENO);
}

Ended runProcess(std::vector<std::string> arguments, char** environment, Program::Start start,
                 const std::string& input) {
  const Folder files;
  const std::string in = files.file("in", input);
  const std::string out = (files.path() / "out").string();
  const std::string err = (files.path() / "err").string();
  arguments.insert(arguments.begin(), HALLPASS_PROGRAM);
  const std::vector<char*> argv = pointersTo(arguments);
  const pid_t child = ::fork();
  if (child == 0) {
    readFrom(STDIN_FILENO, in);
    writeTo(STDOUT_FILENO, start == Program::Start::StdoutFull ? "/dev/full" : out);
    writeTo(STDERR_FILENO, err);
    prepare(start);
    ::execve(HALLPASS_PROGRAM, argv.data(), environment);
    ::_exit(127);
  }
  int state = 0;
  REQUIRE(::waitpid(child, &state, 0) == child);
  return {WIFEXITED(state) ? WEXITSTATUS(state) : -1, contentOf(out), contentOf(err)};
}

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "hallpass-test-XXXXXX").string();
  path_ = ::mkdtemp(name.data());
}

Folder::~Folder() { std::filesystem::remove_all(path_); }

std::string Folder::file(const std::string& name, const std::string& content) const {
  std::ofstream(path_ / name, std::ios::binary) << content;
  return (path_ / name).string();
}

Ended Program::run(Arguments arguments, Start start) const {
  arguments.insert(arguments.end(), {"--data", data().string()});
  return runProcess(std::move(arguments), environ, start, "");
}

Ended Program::runWith(const std::string& input, Arguments arguments) const {
  arguments.insert(arguments.end(), {"--data", data().string()});
  return runProcess(std::move(arguments), environ, Start::Plain, input);
}

Ended Program::runBare(const Arguments& arguments,
                       const std::map<std::string, std::string>& environment) {
  std::vector<std::string> settings;
  for (const auto& [name, value] : environment) settings.push_back(name + "=" + value);
  // What is no leak is told to the sanitizer there.
  if (const char* known = std::getenv("LSAN_OPTIONS")) {
    settings.push_back(std::string("LSAN_OPTIONS=") + known);
  }
  return runProcess(arguments, pointersTo(settings).data(), Start::Plain, "");
}

nlohmann::json Program::json(Arguments arguments) const {
  arguments.emplace_back("--json");
  const Ended ended = run(std::move(arguments));
  INFO(ended.out << ended.err);
  REQUIRE(ended.json().is_object());
  return ended.json();
}

std::string Program::done(const Arguments& arguments) const {
  const Ended ended = run(arguments);
  INFO(ended.out << ended.err);
  REQUIRE(ended.status == 0);
  CHECK(ended.err.empty());
  return ended.out;
}

std::string Program::refusedWith(int status, Arguments arguments) const {
  const Ended plain = run(arguments);
  arguments.emplace_back("--json");
  const Ended ended = run(std::move(arguments));
  INFO(ended.out << ended.err);
  CHECK(plain.status == status);
  CHECK(plain.out.empty());
  CHECK(ended.status == status);
  REQUIRE(ended.json().is_object());
  const auto message = ended.json().at("message").get<std::string>();
  CHECK(ended.err == message + "\n");
  CHECK(plain.err == ended.err);
  CHECK(message.size() > 20);
  return ended.json().at("refused").get<std::string>();
}

std::string sample(const std::string& name) { return std::string(TESTS_DATA "/") + name; }

void openClass(const Program& program, const std::string& passType) {
  program.done({"class", "open", "--title", "Azure Administrator", "--pass", passType, "--roster",
                sample("roster.csv")});
}

void openClassOf2020(const Program& program) {
  program.done({"stock"});
  ManualClock clock;
  clock.time = *platform::parseIsoTime("2020-01-01T09:00");
  {
    auto ledger = hallpass::Ledger::open(program.data() / "ledger.db", clock);
    REQUIRE(ledger);
    hallpass::NewClass facts;
    facts.title = "Of 2020";
    facts.passType = "azure-pass";
    facts.from = clock.time;
    facts.until = *platform::parseIsoTime("2020-01-01T17:00");
    REQUIRE((*ledger)->classes().open(facts, hallpass::Role::Operator));
    hallpass::RosterEntry entry;
    entry.name = "Aino Virtanen";
    entry.number = "S70100";
    REQUIRE((*ledger)->roster().add({{entry}}, hallpass::Mode::Keep, hallpass::Role::Operator));
  }
}

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace tests

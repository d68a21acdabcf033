// Real processes that are killed at any moment: the claim loop of kiosks, and `hallpass` commands
// beside it, on one ledger; what they said is kept outside.
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "tests/kiosk/ledger/children.h"
#include "tests/kiosk/ledger/faults/bench.h"

using tests::Acknowledged;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kKiosks = 6;
constexpr int kClassSize = 3'000;
constexpr long long kKillsInOneClass = 1'000;
constexpr int kCodesInFile = 3;
constexpr unsigned kMostTold = 60;  ///< Acknowledgements until the kill.
constexpr unsigned kLongerMs = 3;   ///< After the last of them.
constexpr std::chrono::seconds kPatience{1};
/// In every eighth round, a command is killed after it told something: a slow one never would.
constexpr int kCommandTells = 8;

/// What was told before processes were killed.
struct Outside {
  std::vector<Acknowledged> claims;
  std::set<std::string> imported;  ///< Files.
  long long byCommands = 0;
};

/// `hallpass`, with what it prints.
class Command {
 public:
  Command(std::vector<std::string> arguments, const std::filesystem::path& data) {
    int ends[2] = {-1, -1};
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    output_ = ends[0];
    arguments.insert(arguments.begin(), HALLPASS_PROGRAM);
    arguments.insert(arguments.end(), {"--json", "--data", data.string()});
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::execv(HALLPASS_PROGRAM, pointers.data());
      ::_exit(127);
    }
    ::close(ends[1]);
  }
  ~Command() { ::close(output_); }
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  void kill() const { ::kill(pid_, SIGKILL); }

  /// Until it tells something.
  void wait() const {
    pollfd told{output_, POLLIN, 0};
    REQUIRE(::poll(&told, 1, 60'000) > 0);
  }

  /// Whether it was killed. To be called once, before said().
  [[nodiscard]] bool end() const {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    return WIFSIGNALED(status);
  }

  /// What it told; nothing where it did not come to that.
  [[nodiscard]] nlohmann::json said() const {
    std::string text(4'096, '\0');
    const auto bytes = ::read(output_, text.data(), text.size());
    text.resize(bytes > 0 ? static_cast<std::size_t>(bytes) : 0);
    return nlohmann::json::parse(text, nullptr, false);
  }

 private:
  pid_t pid_ = -1;
  int output_ = -1;
};

class ClaimCommand {
 public:
  ClaimCommand(const tests::Room& room, std::int64_t student)
      : student_(student),
        command_({"claim", "--student", std::to_string(student)}, room.folder.path()) {}

  [[nodiscard]] const Command& command() const { return command_; }
  void hear(Outside& outside) const {
    const auto said = command_.said();
    if (!said.is_object() || !said.contains("code")) return;
    ++outside.byCommands;
    outside.claims.push_back({student_, said["claim"].get<std::int64_t>(),
                              tests::numberOf(hallpass::Code(said["code"].get<std::string>()))});
  }

 private:
  std::int64_t student_;
  Command command_;
};

/// Of a file of three codes that no other one has.
class ImportCommand {
 public:
  ImportCommand(const tests::Room& room, int number)
      : name_("in-" + std::to_string(number) + ".csv"),
        command_({"import", "codes", write(room, number), "--pass", "azure-pass"},
                 room.folder.path()) {}

  [[nodiscard]] const Command& command() const { return command_; }
  void hear(Outside& outside) const {
    const auto said = command_.said();
    if (!said.is_object() || !said.contains("added")) return;
    ++outside.byCommands;
    outside.imported.insert(name_);
  }

 private:
  [[nodiscard]] std::string write(const tests::Room& room, int number) const {
    const auto file = room.folder.path() / name_;
    std::ofstream out(file);
    for (int code = 0; code < kCodesInFile; ++code) {
      out << tests::newCode(1'000'000 + kCodesInFile * number + code).code.reveal() << "\n";
    }
    return file.string();
  }

  std::string name_;
  Command command_;
};

void fillClass(tests::Room& room, int students) {
  room.openClass();
  std::vector<hallpass::RosterEntry> entries;
  for (int number = 1; number <= students; ++number) {
    entries.push_back({"Student", "", std::to_string(number)});
  }
  room.enrol(entries);
  room.addCodes(tests::newCodes(0, students - students / 30));
  room.ledger.reset();
}

/// Claims until it is killed, for one student after the other.
int claimOn(const tests::Room& room, unsigned first, const tests::RecordPipe<Acknowledged>& told) {
  const auto opened = hallpass::Ledger::open(room.folder.file(), room.clock);
  if (!opened) return 1;
  for (unsigned step = 0;; ++step) {
    const hallpass::StudentId student{1 + (first + step) % kClassSize};
    const auto claim = (*opened)->claims().make(student, hallpass::Role::Student);
    if (claim) (void)told.put({student.value, claim->id.value, tests::numberOf(claim->code)});
  }
}

/// Takes what is told until `most` were, or the time is over.
void takeSome(std::size_t most, Clock::time_point end, const tests::RecordPipe<Acknowledged>& told,
              std::vector<Acknowledged>& all) {
  for (std::size_t taken = 0; taken < most; ++taken) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    pollfd wait{told.reader(), POLLIN, 0};
    if (left.count() <= 0 || ::poll(&wait, 1, static_cast<int>(left.count())) <= 0) return;
    Acknowledged one;
    if (!told.take(one)) return;
    all.push_back(one);
  }
}

/// How many were killed.
int killOnce(const tests::Room& room, int round, std::mt19937& random, Outside& outside) {
  tests::RecordPipe<Acknowledged> told;
  const auto first = static_cast<unsigned>(random() % kClassSize);
  tests::Children kiosks(kKiosks, [&](int number) {
    return claimOn(room, first + static_cast<unsigned>(number / 2) * 7, told);
  });
  told.closeWriter();
  const ClaimCommand claim(room, static_cast<std::int64_t>(1 + random() % kClassSize));
  const ImportCommand import(room, round);
  takeSome(random() % kMostTold, Clock::now() + kPatience, told, outside.claims);
  takeSome(outside.claims.max_size(),
           Clock::now() + std::chrono::milliseconds(random() % kLongerMs), told, outside.claims);
  if (round % kCommandTells == 0) import.command().wait();
  kiosks.kill();
  claim.command().kill();
  import.command().kill();
  int killed = 0;
  for (const int status : kiosks.wait()) killed += status == -1 ? 1 : 0;
  for (Acknowledged one; told.take(one);) outside.claims.push_back(one);
  killed += claim.command().end() ? 1 : 0;
  killed += import.command().end() ? 1 : 0;
  claim.hear(outside);
  import.hear(outside);
  return killed;
}

/// What is wrong with the ledger by what was told outside.
std::vector<std::string> problemsOf(const tests::Room& room, const Outside& outside) {
  auto problems = tests::broken(room.folder.file(), outside.claims);
  std::set<std::string> there;
  const auto batches = tests::openLedger(room.folder.file(), room.clock)->stock().batches().value();
  for (const auto& batch : batches) {
    if (!batch.facts.fileName.starts_with("in-")) continue;
    there.insert(batch.facts.fileName);
    if (batch.count.loaded != kCodesInFile) problems.push_back("half of " + batch.facts.fileName);
  }
  for (const auto& file : outside.imported) {
    if (!there.contains(file)) problems.push_back("lost " + file);
  }
  return problems;
}

}  // namespace

TEST_CASE("whenever kiosks and commands are killed, the ledger keeps what they told",
          "[ledger][kills]") {
  const long long count = tests::wanted("HALLPASS_KILLS", 2'000);
  tests::Tally tally;
  long long byCommands = 0;
  std::mt19937 random(20'261'121);
  while (tally.faults < count) {
    tests::Room room;
    fillClass(room, kClassSize);
    Outside outside;
    const long long end = std::min(count, tally.faults + kKillsInOneClass);
    for (int round = 0; tally.faults < end; ++round) {
      tally.faults += killOnce(room, round, random, outside);
    }
    tally.told += static_cast<long long>(outside.claims.size() + outside.imported.size());
    byCommands += outside.byCommands;
    const auto problems = problemsOf(room, outside);
    CHECK(problems == std::vector<std::string>{});
    if (!problems.empty()) ++tally.lost;
  }
  tests::printHead("kills");
  tests::print("kiosks and commands", tally);
  CHECK(tally.told > tally.faults);
  CHECK(byCommands > 0);
}

TEST_CASE("control: a claim that is told before it is made is lost by a kill, and that is seen",
          "[ledger][kills]") {
  constexpr int rounds = 10;
  constexpr int students = 300;
  int lost = 0;
  for (int round = 0; round < rounds; ++round) {
    tests::Room room;
    fillClass(room, students);
    tests::RecordPipe<Acknowledged> told;
    tests::Children kiosk(1, [&](int) {
      const auto opened = hallpass::Ledger::open(room.folder.file(), room.clock);
      if (!opened) return 1;
      for (int student = 1; student < students - 20; ++student) {
        (void)told.put({student, student, student - 1});
        (void)(*opened)->claims().make({student}, hallpass::Role::Student);
      }
      return 0;
    });
    told.closeWriter();
    std::vector<Acknowledged> all;
    takeSome(5, Clock::now() + kPatience, told, all);
    kiosk.kill();
    (void)kiosk.wait();
    for (Acknowledged one; told.take(one);) all.push_back(one);
    lost += tests::broken(room.folder.file(), all).empty() ? 0 : 1;
  }
  CHECK(lost > 0);
}

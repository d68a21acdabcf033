// Real processes that are killed at any moment: the claim loop of kiosks, and `hallpass` commands
// beside it, on one ledger; what they said is kept outside.
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <random>

#include "tests/kiosk/ledger/children.h"
#include "tests/kiosk/ledger/faults/bench.h"

using tests::Acknowledged;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kKiosks = 6;
constexpr int kCommands = 2;
constexpr int kClassSize = 3'000;
constexpr int kKillsInOneClass = 1'000;
constexpr unsigned kMostTold = 60;  ///< Acknowledgements until the kill.
constexpr unsigned kLongerMs = 3;   ///< After the last of them.
constexpr std::chrono::seconds kPatience{1};

/// `hallpass claim`, with what it prints.
class Command {
 public:
  Command(const std::filesystem::path& data, std::int64_t student) : student_(student) {
    int ends[2] = {-1, -1};
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    output_ = ends[0];
    const std::string folder = data.string();
    const std::string number = std::to_string(student);
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::execl(HALLPASS_PROGRAM, HALLPASS_PROGRAM, "claim", "--student", number.c_str(), "--json",
              "--data", folder.c_str(), nullptr);
      ::_exit(127);
    }
    ::close(ends[1]);
  }
  ~Command() { ::close(output_); }
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  void kill() const { ::kill(pid_, SIGKILL); }

  /// Whether it was killed; what it had said goes to `all`.
  bool end(std::vector<Acknowledged>& all) const {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    std::string text(4'096, '\0');
    const auto bytes = ::read(output_, text.data(), text.size());
    text.resize(bytes > 0 ? static_cast<std::size_t>(bytes) : 0);
    const auto said = nlohmann::json::parse(text, nullptr, false);
    if (said.is_object() && said.contains("code")) {
      all.push_back({student_, said["claim"].get<std::int64_t>(),
                     tests::numberOf(hallpass::Code(said["code"].get<std::string>()))});
    }
    return WIFSIGNALED(status);
  }

 private:
  std::int64_t student_;
  pid_t pid_ = -1;
  int output_ = -1;
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
int killOnce(const tests::Room& room, std::mt19937& random, std::vector<Acknowledged>& all,
             long long& byCommands) {
  tests::RecordPipe<Acknowledged> told;
  const auto first = static_cast<unsigned>(random() % kClassSize);
  tests::Children kiosks(kKiosks, [&](int number) {
    return claimOn(room, first + static_cast<unsigned>(number / 2) * 7, told);
  });
  told.closeWriter();
  std::vector<std::unique_ptr<Command>> commands;
  for (int number = 0; number < kCommands; ++number) {
    const auto student = static_cast<std::int64_t>(1 + random() % kClassSize);
    commands.push_back(std::make_unique<Command>(room.folder.path(), student));
  }
  takeSome(random() % kMostTold, Clock::now() + kPatience, told, all);
  takeSome(all.max_size(), Clock::now() + std::chrono::milliseconds(random() % kLongerMs), told,
           all);
  kiosks.kill();
  for (const auto& command : commands) command->kill();
  int killed = 0;
  for (const int status : kiosks.wait()) killed += status == -1 ? 1 : 0;
  for (Acknowledged one; told.take(one);) all.push_back(one);
  const std::size_t before = all.size();
  for (const auto& command : commands) killed += command->end(all) ? 1 : 0;
  byCommands += static_cast<long long>(all.size() - before);
  return killed;
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
    std::vector<Acknowledged> all;
    for (int inClass = 0; inClass < kKillsInOneClass && tally.faults < count;) {
      const int killed = killOnce(room, random, all, byCommands);
      inClass += killed;
      tally.faults += killed;
    }
    tally.told += static_cast<long long>(all.size());
    const auto problems = tests::broken(room.folder.file(), all);
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

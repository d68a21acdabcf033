#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace tests {
namespace {

constexpr std::chrono::minutes kLongestCommand{1};

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error(what + ": " + std::strerror(errno));
}

[[noreturn]] void becomeProgram(const Launch& launch, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);
  if (launch.output >= 0) dup2(launch.output, STDOUT_FILENO);
  if (launch.errors >= 0) dup2(launch.errors, STDERR_FILENO);
  if (launch.inherited >= 0) fcntl(launch.inherited, F_SETFD, 0);
  for (const auto& [name, value] : launch.environment) setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> arguments;
  for (const std::string& argument : launch.command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  execvp(arguments.front(), arguments.data());
  dprintf(STDERR_FILENO, "cannot start %s: %s\n", arguments.front(), std::strerror(errno));
  _exit(127);
}

/// A pipe of which only the end that is handed on by dup2 reaches a program.
class Pipe {
 public:
  Pipe() {
    if (pipe2(ends_.data(), O_CLOEXEC) != 0) fail("pipe");
  }
  ~Pipe() {
    closeWriteEnd();
    close(ends_[0]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  [[nodiscard]] int readEnd() const { return ends_[0]; }
  [[nodiscard]] int writeEnd() const { return ends_[1]; }
  void closeWriteEnd() {
    if (ends_[1] >= 0) close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

/// Appends what `descriptor` has to `text`; false at its end.
bool readSome(int descriptor, std::string& text) {
  std::array<char, 65536> buffer{};
  const ssize_t count = read(descriptor, buffer.data(), buffer.size());
  if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0 || (count < 0 && errno == EINTR);
}

void drain(int outputs, int errors, ProcessEnd& outcome) {
  std::array<pollfd, 2> waits{pollfd{outputs, POLLIN, 0}, pollfd{errors, POLLIN, 0}};
  while (waits[0].fd >= 0 || waits[1].fd >= 0) {
    const int limit = static_cast<int>(std::chrono::milliseconds(kLongestCommand).count());
    if (poll(waits.data(), waits.size(), limit) == 0) {
      throw std::runtime_error("a command said nothing for a minute");
    }
    if (waits[0].revents != 0 && !readSome(outputs, outcome.output)) waits[0].fd = -1;
    if (waits[1].revents != 0 && !readSome(errors, outcome.errors)) waits[1].fd = -1;
  }
}

}  // namespace

Process::Process(const Launch& launch) {
  const pid_t parent = getpid();
  id_ = fork();
  if (id_ < 0) fail("fork");
  if (id_ == 0) becomeProgram(launch, parent);
  descriptor_ = static_cast<int>(syscall(SYS_pidfd_open, id_, 0));
  if (descriptor_ < 0) {
    kill();
    fail("pidfd_open");
  }
  fcntl(descriptor_, F_SETFD, FD_CLOEXEC);
}

Process::~Process() {
  kill();
  if (descriptor_ >= 0) close(descriptor_);
}

void Process::send(int signal) {
  if (!status_) ::kill(id_, signal);
}

void Process::kill() {
  if (status_) return;
  ::kill(id_, SIGKILL);
  int raw = 0;
  waitpid(id_, &raw, 0);
  status_ = 128 + SIGKILL;
}

std::optional<int> Process::waitFor(std::chrono::milliseconds limit) {
  if (status_) return status_;
  pollfd wait{descriptor_, POLLIN, 0};
  if (poll(&wait, 1, static_cast<int>(limit.count())) <= 0) return std::nullopt;
  int raw = 0;
  waitpid(id_, &raw, 0);
  status_ = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
  return status_;
}

ProcessEnd runToEnd(Launch launch) {
  Pipe outputs;
  Pipe errors;
  launch.output = outputs.writeEnd();
  launch.errors = errors.writeEnd();
  Process process(launch);
  outputs.closeWriteEnd();
  errors.closeWriteEnd();
  ProcessEnd outcome;
  drain(outputs.readEnd(), errors.readEnd(), outcome);
  const std::optional<int> status = process.waitFor(kLongestCommand);
  if (!status) throw std::runtime_error(launch.command.front() + " does not end");
  outcome.status = *status;
  return outcome;
}

void runTool(std::vector<std::string> command) {
  const std::string tool = command.front();
  const ProcessEnd outcome = runToEnd({std::move(command)});
  if (outcome.status != 0) throw std::runtime_error(tool + ": " + outcome.errors);
}

void require(bool done, const std::string& what) {
  if (!done) fail(what);
}

}  // namespace tests

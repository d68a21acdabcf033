#include "tests/kiosk/commands/terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>

#include "tests/support/catch.h"

namespace tests {
namespace {

constexpr int kPatienceMs = 60'000;
constexpr std::array kFromKeyboard{SIGINT, SIGQUIT, SIGTSTP, SIGHUP};

void onKeyboard(void (*handler)(int)) {
  for (const int signal : kFromKeyboard) std::signal(signal, handler);
}

void writeNumber(int descriptor, int number) {
  if (::write(descriptor, &number, sizeof number) != sizeof number) ::_exit(126);
}

int readNumber(int descriptor) {
  pollfd waiting{descriptor, POLLIN, 0};
  REQUIRE(::poll(&waiting, 1, kPatienceMs) == 1);
  int number = 0;
  REQUIRE(::read(descriptor, &number, sizeof number) == sizeof number);
  return number;
}

/// The session that the terminal belongs to. It stays when the program has ended: a terminal that
/// loses its session forgets how it was set.
[[noreturn]] void holdSession(const std::vector<char*>& argv, int report, int leave) {
  onKeyboard(SIG_IGN);
  const pid_t program = ::fork();
  if (program == 0) {
    onKeyboard(SIG_DFL);
    ::execv(HALLPASS_PROGRAM, argv.data());
    ::_exit(127);
  }
  writeNumber(report, program);
  int state = 0;
  ::waitpid(program, &state, 0);
  writeNumber(report, WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state));
  char nothing = 0;
  while (::read(leave, &nothing, 1) > 0) {
  }
  ::_exit(0);
}

}  // namespace

Terminal::Terminal(const Program& program, Arguments arguments) {
  arguments.insert(arguments.begin(), HALLPASS_PROGRAM);
  arguments.insert(arguments.end(), {"--data", program.data().string()});
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  std::array<int, 2> report{};
  std::array<int, 2> leave{};
  REQUIRE(::pipe2(report.data(), O_CLOEXEC) == 0);
  REQUIRE(::pipe2(leave.data(), O_CLOEXEC) == 0);
  session_ = ::forkpty(&terminal_, nullptr, nullptr, nullptr);
  REQUIRE(session_ >= 0);
  if (session_ == 0) {
    ::close(leave[1]);
    holdSession(argv, report[1], leave[0]);
  }
  ::close(report[1]);
  ::close(leave[0]);
  report_ = report[0];
  leave_ = leave[1];
  program_ = readNumber(report_);
}

Terminal::~Terminal() {
  ::close(leave_);
  ::close(terminal_);
  ::close(report_);
  ::kill(session_, SIGKILL);
  ::waitpid(session_, nullptr, 0);
}

bool Terminal::read() {
  pollfd waiting{terminal_, POLLIN, 0};
  if (::poll(&waiting, 1, kPatienceMs) != 1) return false;
  std::array<char, 1024> bytes{};
  const ssize_t got = ::read(terminal_, bytes.data(), bytes.size());
  if (got <= 0) return false;
  screen_.append(bytes.data(), static_cast<std::size_t>(got));
  return true;
}

void Terminal::waitFor(const std::string& text) {
  std::size_t found = 0;
  while ((found = screen_.find(text, seen_)) == std::string::npos) {
    INFO(screen_);
    REQUIRE(read());
  }
  seen_ = found + text.size();
}

void Terminal::type(const std::string& text) const {
  REQUIRE(::write(terminal_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
}

void Terminal::send(int signal) const { REQUIRE(::kill(program_, signal) == 0); }

bool Terminal::showsTyping() const {
  termios facts{};
  REQUIRE(::tcgetattr(terminal_, &facts) == 0);
  return (facts.c_lflag & static_cast<tcflag_t>(ECHO)) != 0;
}

int Terminal::end() {
  const int status = readNumber(report_);
  pollfd more{terminal_, POLLIN, 0};
  while (::poll(&more, 1, 0) == 1 && read()) {
  }
  return status;
}

}  // namespace tests

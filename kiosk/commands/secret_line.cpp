#include "kiosk/commands/secret_line.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <functional>

namespace hallpass {
namespace {

using platform::Result;

constexpr std::size_t kLongestLine = 1'000;
/// What asks a program on a terminal to end.
constexpr std::array kEnding{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

/// The terminal of standard input without its echo, for as long as this lives. What would end the
/// process meanwhile waits until the echo is back, or is taken by wait().
class HiddenTyping {
 public:
  HiddenTyping() {
    holdSignals();
    tcgetattr(STDIN_FILENO, &shown_);
    termios hidden = shown_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL);
    // Ctrl-C would also drop what was typed, maybe between wait() and the read, which then stands
    // still.
    hidden.c_lflag |= NOFLSH;
    // Typed ahead of the question means shown on the screen: it is dropped.
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }

  ~HiddenTyping() {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown_);
    ::close(ending_);
    pthread_sigmask(SIG_SETMASK, &oldMask_, nullptr);
  }

  HiddenTyping(const HiddenTyping&) = delete;
  HiddenTyping& operator=(const HiddenTyping&) = delete;

  /// Waits for something to read; false where the process was asked to end, whatever was typed.
  [[nodiscard]] bool wait() const {
    std::array waited{pollfd{STDIN_FILENO, POLLIN, 0}, pollfd{ending_, POLLIN, 0}};
    while (::poll(waited.data(), waited.size(), -1) < 0 && errno == EINTR) {
    }
    if (waited[1].revents == 0) return true;
    signalfd_siginfo taken{};
    return ::read(ending_, &taken, sizeof taken) != sizeof taken;
  }

 private:
  void holdSignals() {
    sigset_t held;
    sigemptyset(&held);
    for (const int signal : kEnding) sigaddset(&held, signal);
    ending_ = ::signalfd(-1, &held, SFD_CLOEXEC);
    // Ctrl-Z is held back to the end: a stopped program would leave a terminal without echo.
    sigaddset(&held, SIGTSTP);
    pthread_sigmask(SIG_BLOCK, &held, &oldMask_);
  }

  termios shown_{};
  sigset_t oldMask_{};
  int ending_ = -1;
};

Complaint nothingTyped(const std::string& what) {
  return {"NothingTyped", "The input ended before " + what + ". Nothing was changed; try again."};
}

/// A byte of standard input; -1 at its end.
int readByte() {
  unsigned char byte = 0;
  ssize_t got = 0;
  do {
    got = ::read(STDIN_FILENO, &byte, 1);
  } while (got < 0 && errno == EINTR);
  return got == 1 ? byte : -1;
}

/// Reads to the end of the line, byte by byte: what is behind it is not ours to take. `ready` waits
/// for the next byte, and answers whether to read it.
Result<std::string, Complaint> readLine(const std::string& what,
                                        const std::function<bool()>& ready) {
  std::string line;
  while (line.size() <= kLongestLine) {
    if (!ready()) return complaint(Refusal::Cancelled);
    const int byte = readByte();
    if (byte < 0 && line.empty()) return nothingTyped(what);
    if (byte < 0 || byte == '\n') {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      return line;
    }
    line.push_back(static_cast<char>(byte));
  }
  return Complaint{"TooLarge", "The line for " + what + " is too long. Nothing was changed."};
}

Result<std::string, Complaint> ask(const HiddenTyping& typing, const std::string& question,
                                   const std::string& what) {
  std::fprintf(stderr, "%s: ", question.c_str());
  std::fflush(stderr);
  auto line = readLine(what, [&] { return typing.wait(); });
  std::fprintf(stderr, "\n");
  return line;
}

}  // namespace

bool somebodyTypes() { return ::isatty(STDIN_FILENO) == 1; }

Result<std::string, Complaint> askTwice(const std::string& what, const Judge& judge) {
  const HiddenTyping typing;
  auto first = ask(typing, "Type " + what + "; it is not shown", what);
  if (!first) return first;
  if (auto why = judge(*first)) return *std::move(why);
  const auto second = ask(typing, "Type it again", what);
  if (!second) return second;
  if (*first == *second) return first;
  return Complaint{"NotTheSame",
                   "The two were not the same. Nothing was changed; run the command again."};
}

Result<std::string, Complaint> firstLine(const std::string& what, const Judge& judge) {
  auto line = readLine(what, [] { return true; });
  if (!line) return line;
  if (auto why = judge(*line)) return *std::move(why);
  return line;
}

}  // namespace hallpass

// espeak-ng, a program of its own for each text: it is free software of another kind than this
// program, and what it does to its memory stays its own.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/os/voices.h"

namespace platform {
namespace {

constexpr double kWordsPerMinute = 175;
constexpr std::size_t kMostBytes = 8192;  ///< Less than a pipe holds: writing never waits.

/// The two ends of a pipe that no other program gets.
struct Pipe {
  int from = -1;
  int to = -1;
  Pipe() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) == 0) {
      from = ends[0];
      to = ends[1];
    }
  }
  ~Pipe() {
    if (from >= 0) ::close(from);
    if (to >= 0) ::close(to);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
};

/// How the program is started: it hears the pipe, tells nothing, and takes every signal again.
class Start {
 public:
  explicit Start(int from) {
    ::posix_spawn_file_actions_init(&files_);
    ::posix_spawn_file_actions_adddup2(&files_, from, STDIN_FILENO);
    ::posix_spawn_file_actions_addopen(&files_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&files_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigemptyset(&none);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
  }
  ~Start() {
    ::posix_spawn_file_actions_destroy(&files_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;

  /// The process, or -1.
  [[nodiscard]] pid_t program(std::string name, std::vector<std::string> words) {
    std::vector<char*> argv{name.data()};
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    pid_t process = -1;
    const int failed =
        ::posix_spawnp(&process, name.c_str(), &files_, &attributes_, argv.data(), environ);
    return failed == 0 ? process : -1;
  }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

std::vector<std::string> wordsFor(const Saying& saying) {
  const double speed = kWordsPerMinute * std::pow(2.0, std::clamp(saying.speed, -100, 100) / 100.0);
  return {"-v",     saying.language,
          "-s",     std::to_string(std::lround(speed)),
          "-a",     std::to_string(std::clamp(saying.loudness, 0, 100)),
          "-b",     "1",  // UTF-8
          "--stdin"};
}

class EspeakVoice final : public Voice {
 public:
  explicit EspeakVoice(std::string program) : program_(std::move(program)) {}
  ~EspeakVoice() override { end(); }

  bool say(const Saying& saying) override {
    end();
    Pipe pipe;
    if (pipe.to < 0) return false;
    process_ = Start(pipe.from).program(program_, wordsFor(saying));
    if (process_ < 0) return false;
    const std::string_view text = std::string_view(saying.text).substr(0, kMostBytes);
    return ::write(pipe.to, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  }

  void hush() override { end(); }

 private:
  void end() {
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
  }

  std::string program_;
  pid_t process_ = -1;  ///< Waited for by end() alone, so that its number stays its own.
};

}  // namespace

std::unique_ptr<Voice> espeakVoice(const std::string& espeak) {
  return std::make_unique<EspeakVoice>(espeak);
}

}  // namespace platform

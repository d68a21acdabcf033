#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/os/file_watch.h"
#include "platform/os/speech.h"
#include "tests/support/bell.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

// What stands in for voices in the tests of speech: programs that record what they are told, and
// dispatchers that answer, or do not.
namespace tests {

inline std::string textOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// A folder, and whether its files come to be as they should.
class WatchedFolder {
 public:
  [[nodiscard]] std::filesystem::path file(const std::string& name) const {
    return folder_.path() / name;
  }
  [[nodiscard]] std::string text(const std::string& name) const { return textOf(file(name)); }
  [[nodiscard]] std::string name() const { return folder_.path().string(); }
  bool comes(const std::function<bool()>& what) {
    tests::Bell bell;
    const platform::FileWatch watch(folder_.path(), [&] { bell.ring(); });
    return bell.waitUntil(what);
  }
  void writeProgram(const std::string& name, const std::string& lines) const {
    std::ofstream(file(name)) << "#!/bin/sh\n" << lines;
    std::filesystem::permissions(file(name), std::filesystem::perms::owner_all);
  }

 private:
  tests::TemporaryFolder folder_;
};

/// What is played on ALSA's "default" lands in a file.
class Recorder {
 public:
  Recorder() {
    std::ofstream(folder_.file("asound.conf"))
        << "pcm.null { type null }\n"
        << "pcm.default { type file slave.pcm null format raw file \"|cat >>" << folder_.name()
        << "/played\" }\n";
    ::setenv("ALSA_CONFIG_PATH", folder_.file("asound.conf").c_str(), 1);
    folder_.writeProgram("espeak", "espeak-ng \"$@\"\necho >>" + folder_.name() + "/ended\n");
  }
  ~Recorder() { ::unsetenv("ALSA_CONFIG_PATH"); }
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  /// espeak-ng, which tells when it has ended.
  [[nodiscard]] platform::SpeechPlaces espeak() const {
    return {false, folder_.file("espeak").string(), "default"};
  }
  /// What one text sounds like, from its first sample to its last.
  std::vector<std::int16_t> whole() {
    REQUIRE(folder_.comes([&] { return !folder_.text("ended").empty(); }));
    return samples();
  }
  /// The same of `count` samples, as soon as they have come.
  std::vector<std::int16_t> samples(std::size_t count) {
    REQUIRE(folder_.comes([&] { return samples().size() >= count; }));
    return samples();
  }

 private:
  [[nodiscard]] std::vector<std::int16_t> samples() const {
    const std::string bytes = folder_.text("played");
    std::vector<std::int16_t> all(bytes.size() / sizeof(std::int16_t));
    if (!all.empty()) std::memcpy(all.data(), bytes.data(), all.size() * sizeof(std::int16_t));
    return all;
  }

  WatchedFolder folder_;
};

/// A stand-in of espeak-ng that writes down what it hears, how it was started and its number, and
/// then speaks without end.
class StandIn {
 public:
  StandIn() {
    const std::string to = " >>" + folder_.name() + "/";
    folder_.writeProgram("espeak", "echo \"$@\"" + to + "words\ncat" + to + "heard\necho $$" + to +
                                       "numbers\nexec tail -f /dev/null\n");
  }
  [[nodiscard]] platform::SpeechPlaces places() const {
    return {false, folder_.file("espeak").string(), "default"};
  }
  [[nodiscard]] std::string heard() const { return folder_.text("heard"); }
  [[nodiscard]] std::string words() const { return folder_.text("words"); }
  /// The process that speaks, as soon as there is a `count`-th.
  [[nodiscard]] pid_t speaker(int count) {
    std::string all;
    REQUIRE(folder_.comes([&] {
      all = folder_.text("numbers");
      return std::count(all.begin(), all.end(), '\n') >= count;
    }));
    all.pop_back();
    return std::stoi(all.substr(all.rfind('\n') + 1));
  }

 private:
  WatchedFolder folder_;
};

inline bool ends(pid_t process) {
  const int descriptor = static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
  if (descriptor < 0) return true;
  pollfd wait{descriptor, POLLIN, 0};
  const bool ended = ::poll(&wait, 1, 20'000) == 1;
  ::close(descriptor);
  return ended;
}

inline bool lives(pid_t process) { return ::kill(process, 0) == 0; }

/// A connection to the socket called `name`, or where the socket is made and nobody ever answers.
class UnixSocket {
 public:
  enum class Side : std::uint8_t { Asks, NeverAnswers };
  UnixSocket(const std::string& name, Side side) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    REQUIRE(name.size() < sizeof address.sun_path);
    name.copy(static_cast<char*>(address.sun_path), name.size());
    const auto* bytes = reinterpret_cast<const sockaddr*>(&address);  // NOLINT(*-reinterpret-cast)
    if (side == Side::Asks) {
      REQUIRE(::connect(descriptor_, bytes, sizeof address) == 0);
    } else {
      REQUIRE(::bind(descriptor_, bytes, sizeof address) == 0);
      REQUIRE(::listen(descriptor_, 8) == 0);
    }
  }
  ~UnixSocket() { ::close(descriptor_); }
  UnixSocket(const UnixSocket&) = delete;
  UnixSocket& operator=(const UnixSocket&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
};

/// All that comes back for `lines`, the last of which ends the connection.
inline std::string exchanged(const std::string& name, const std::string& lines) {
  const UnixSocket socket(name, UnixSocket::Side::Asks);
  REQUIRE(::write(socket.descriptor(), lines.data(), lines.size()) ==
          static_cast<ssize_t>(lines.size()));
  std::string all;
  std::array<char, 4096> some{};
  for (ssize_t count = 1; count > 0;) {
    count = ::read(socket.descriptor(), some.data(), some.size());
    if (count > 0) all.append(some.data(), static_cast<std::size_t>(count));
  }
  return all;
}

/// In place of speech-dispatcher: whoever asks it waits for ever.
class DeafDispatcher {
 public:
  DeafDispatcher() {
    ::setenv("SPEECHD_ADDRESS", ("unix_socket:" + folder_.file("socket").string()).c_str(), 1);
  }
  ~DeafDispatcher() { ::unsetenv("SPEECHD_ADDRESS"); }
  DeafDispatcher(const DeafDispatcher&) = delete;
  DeafDispatcher& operator=(const DeafDispatcher&) = delete;
  /// As soon as somebody waits for its answer.
  [[nodiscard]] bool isAsked() const {
    pollfd wait{socket_.descriptor(), POLLIN, 0};
    return ::poll(&wait, 1, 20'000) == 1;
  }

 private:
  WatchedFolder folder_;
  UnixSocket socket_{folder_.file("socket").string(), UnixSocket::Side::NeverAnswers};
};

/// A speech-dispatcher of the test's own, whose voice writes down what it is told to say.
class Dispatcher {
 public:
  Dispatcher() {
    const std::string folder = folder_.name();
    std::filesystem::create_directories(folder_.file("modules"));
    std::ofstream(folder_.file("speechd.conf"))
        << "AddModule \"stand-in\" \"sd_generic\" \"stand-in.conf\"\nDefaultModule stand-in\n"
        << "AudioOutputMethod \"alsa\"\nTimeout 0\n";
    std::ofstream(folder_.file("modules/stand-in.conf"))
        << "GenericExecuteSynth \"echo '$LANGUAGE|$DATA' >>" << folder << "/said\"\n"
        << "AddVoice \"en\" \"MALE1\" \"en\"\nAddVoice \"de\" \"MALE1\" \"de\"\n"
        << "DefaultVoice \"en\"\nGenericLanguage \"en\" \"en\" \"utf-8\"\n"
        << "GenericLanguage \"de\" \"de\" \"utf-8\"\n";
    const std::string socket = folder_.file("socket").string();
    // It tells much of itself on its output, beside its log.
    nowhere_ = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    process_.emplace(tests::Launch{{"speech-dispatcher", "-s", "-C", folder, "-L", folder, "-c",
                                    "unix_socket", "-S", socket, "-P", folder + "/number"},
                                   {{"HOME", folder}},
                                   nowhere_,
                                   nowhere_});
    REQUIRE(folder_.comes([&] { return std::filesystem::exists(socket); }));
    ::setenv("SPEECHD_ADDRESS", ("unix_socket:" + socket).c_str(), 1);
  }
  ~Dispatcher() {
    ::unsetenv("SPEECHD_ADDRESS");
    ::close(nowhere_);
  }
  Dispatcher(const Dispatcher&) = delete;
  Dispatcher& operator=(const Dispatcher&) = delete;

  [[nodiscard]] bool says(const std::string& line) {
    return folder_.comes([&] { return folder_.text("said").find(line) != std::string::npos; });
  }
  [[nodiscard]] std::string said() const { return folder_.text("said"); }
  /// What the next one answers to whoever asks it on a connection of its own.
  [[nodiscard]] std::string answerTo(const std::string& lines) const {
    return exchanged(folder_.file("socket").string(), lines);
  }
  void stop() { process_->send(SIGSTOP); }
  void goOn() { process_->send(SIGCONT); }
  [[nodiscard]] std::string log() const {
    return folder_.text("speech-dispatcher.log") + folder_.text("stand-in.log");
  }

 private:
  Recorder recorder_;  ///< Without an output it would not start.
  WatchedFolder folder_;
  int nowhere_ = -1;
  std::optional<tests::Process> process_;
};

}  // namespace tests

#include "platform/os/speech.h"

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
#include "tests/support/bell.h"
#include "tests/support/catch.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace {

std::string textOf(const std::filesystem::path& file) {
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

bool ends(pid_t process) {
  const int descriptor = static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
  if (descriptor < 0) return true;
  pollfd wait{descriptor, POLLIN, 0};
  const bool ended = ::poll(&wait, 1, 20'000) == 1;
  ::close(descriptor);
  return ended;
}

bool lives(pid_t process) { return ::kill(process, 0) == 0; }

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
std::string exchanged(const std::string& name, const std::string& lines) {
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

}  // namespace

TEST_CASE("espeak-ng says a text, and slower speech takes longer") {
  const auto length = [](int speed) {
    Recorder recorder;
    platform::Speech speech(recorder.espeak());
    speech.say({"Take your code.", "en", speed, 100});
    const auto sound = recorder.whole();
    REQUIRE_FALSE(sound.empty());
    CHECK(*std::max_element(sound.begin(), sound.end()) > 2000);
    return sound.size();
  };
  CHECK(length(-100) > 2 * length(100));
}

TEST_CASE("a text reaches the voice by its input alone, never as a word of a command") {
  StandIn standIn;
  platform::Speech speech(standIn.places());
  speech.say({"K7SE", "sv", 0, 50});
  (void)standIn.speaker(1);
  CHECK(standIn.heard() == "K7SE");
  CHECK(standIn.words() == "-v sv -s 175 -a 50 -b 1 --stdin\n");
}

TEST_CASE("a new text breaks off the one before, and the end of speech breaks off the last") {
  StandIn standIn;
  platform::Speech speech(standIn.places());
  speech.say({"one"});
  const pid_t first = standIn.speaker(1);
  CHECK(lives(first));
  speech.say({"two"});
  const pid_t second = standIn.speaker(2);
  CHECK(ends(first));
  CHECK(lives(second));
  speech.hush();
  CHECK(ends(second));
}

TEST_CASE("speech that goes out of scope leaves no voice behind") {
  StandIn standIn;
  pid_t speaker = -1;
  {
    platform::Speech speech(standIn.places());
    speech.say({"one"});
    speaker = standIn.speaker(1);
  }
  CHECK_FALSE(lives(speaker));
}

TEST_CASE("a machine without a voice stays silent, and says so once") {
  std::atomic<int> told = 0;
  {
    tests::Bell bell;
    platform::Speech speech({false, "no-such-voice", "default"}, [&] {
      ++told;
      bell.ring();
    });
    speech.say({"one"});
    REQUIRE(bell.waitFor(1));
    speech.say({"two"});
    // Tones keep their order with texts: the second text was tried when this one has sounded.
    Recorder recorder;
    speech.tone(440);
    (void)recorder.samples(1);
  }
  CHECK(told == 1);
}

TEST_CASE("speech-dispatcher says a text in its language, and writes it into no log") {
  Dispatcher dispatcher;
  platform::Speech speech({true, "no-such-voice", "default"});
  speech.say({"it's K7SE; $HOME `x`", "en"});
  CHECK(dispatcher.says("en|it's K7SE; $HOME `x`\n"));
  speech.say({"Nimm deinen Code", "de"});
  CHECK(dispatcher.says("de|Nimm deinen Code\n"));
  CHECK_FALSE(dispatcher.log().empty());
  CHECK(dispatcher.log().find("K7SE") == std::string::npos);
}

TEST_CASE("a dispatcher that never answers is given up, and espeak-ng speaks in its place") {
  const DeafDispatcher deaf;
  StandIn standIn;
  platform::Speech speech({true, standIn.places().espeak, "default"});
  speech.say({"one"});
  (void)standIn.speaker(1);
  CHECK(standIn.heard() == "one");
}

TEST_CASE("the end of speech does not wait for a dispatcher that never answers") {
  const DeafDispatcher deaf;
  StandIn standIn;
  auto speech = std::make_unique<platform::Speech>(
      platform::SpeechPlaces{true, standIn.places().espeak, "default"});
  speech->say({"one"});
  REQUIRE(deaf.isAsked());
  const auto begun = std::chrono::steady_clock::now();
  speech.reset();
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(4));
}

TEST_CASE("a dispatcher that stops answering is given up until the next visit") {
  Dispatcher dispatcher;
  StandIn standIn;
  platform::Speech speech({true, standIn.places().espeak, "default"});
  speech.say({"one"});
  REQUIRE(dispatcher.says("en|one\n"));
  CHECK(standIn.heard().empty());  // What answers is asked alone.
  dispatcher.stop();
  speech.say({"two"});
  const pid_t speaker = standIn.speaker(1);
  CHECK(standIn.heard() == "two");
  dispatcher.goOn();
  speech.hush();
  speech.say({"three"});
  CHECK(dispatcher.says("en|three\n"));
  CHECK(ends(speaker));
  CHECK(dispatcher.said().find("two") == std::string::npos);
}

TEST_CASE("what a visit was told cannot be asked of the dispatcher by the next one") {
  Dispatcher dispatcher;
  platform::Speech speech({true, "no-such-voice", "default"});
  speech.say({"K7SE", "en"});
  REQUIRE(dispatcher.says("en|K7SE\n"));
  const std::string ask =
      "HISTORY GET CLIENT_MESSAGES 1 0 9\r\nHISTORY GET LAST\r\nHISTORY SAY 1\r\nRESUME ALL\r\n"
      "SET 1 RATE 10\r\nQUIT\r\n";
  // Who is connected can be told so.
  const std::string during = dispatcher.answerTo(ask);
  CHECK(during.find("203 OK") != std::string::npos);
  speech.hush();
  speech.say({"next", "en"});
  REQUIRE(dispatcher.says("en|next\n"));
  const std::string after = dispatcher.answerTo(ask);
  CHECK(after.find("203 OK") == std::string::npos);
  CHECK(after.find("406 ERR ID DOESNT EXIST") != std::string::npos);
  CHECK((during + after).find("K7SE") == std::string::npos);
  CHECK(dispatcher.said() == "en|K7SE\nen|next\n");
}

TEST_CASE("each key is one short tone") {
  constexpr std::size_t kLength = 3840;
  Recorder recorder;
  platform::Speech speech({false, "no-such-voice", "default"});
  for (int key = 0; key < 3; ++key) speech.tone(880);
  const auto sound = recorder.samples(3 * kLength);
  CHECK(sound.size() == 3 * kLength);
  int rises = 0;
  for (std::size_t at = 1; at < kLength; ++at) {
    rises += sound[at - 1] <= 0 && sound[at] > 0 ? 1 : 0;
  }
  CHECK(std::abs(rises - 70) <= 2);
}

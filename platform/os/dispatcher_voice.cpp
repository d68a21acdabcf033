// speech-dispatcher, through its own library, whose calls wait without end for an answer.
#include <libspeechd.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "platform/os/errand.h"
#include "platform/os/voices.h"

namespace platform {
namespace {

constexpr std::chrono::milliseconds kPatience{2000};  ///< It may have to be started.
constexpr std::chrono::milliseconds kLastPatience{500};
constexpr int kMostDescriptors = 1024;

struct DispatcherCloser {
  void operator()(SPDConnection* connection) const { spd_close(connection); }
};

struct AddressCloser {
  void operator()(SPDConnectionAddress* address) const { SPDConnectionAddress__free(address); }
};

/// The connection to it, used by one errand at a time.
class Line {
 public:
  bool say(const Saying& saying, const std::atomic<bool>& givenUp) {
    if (connection_ && begins(saying)) return true;
    // Not yet there, or it died: once more from the start.
    if (givenUp || !open() || givenUp || !begins(saying)) return false;
    if (givenUp) hush();
    return true;
  }

  void hush() {
    if (connection_) (void)spd_cancel(connection_.get());
  }

  void close() {
    hush();
    connection_.reset();
  }

 private:
  bool open() {
    connection_.reset();
    char* why = nullptr;
    connection_.reset(spd_open2("hallpass", "screens", nullptr, SPD_MODE_SINGLE, nullptr, 1, &why));
    std::free(why);  // NOLINT(*-no-malloc,*-owning-memory): the library's own.
    return connection_ != nullptr;
  }

  bool begins(const Saying& saying) {
    SPDConnection* to = connection_.get();
    if (spd_cancel(to) < 0) return false;
    // A voice that lacks the language speaks on in the one it has.
    (void)spd_set_language(to, saying.language.c_str());
    (void)spd_set_voice_rate(to, std::clamp(saying.speed, -100, 100));
    (void)spd_set_volume(to, std::clamp(2 * saying.loudness - 100, -100, 100));
    return spd_say(to, SPD_TEXT, saying.text.c_str()) >= 0;
  }

  std::unique_ptr<SPDConnection, DispatcherCloser> connection_;
};

/// Ends every connection to it, so that a call that waits for its answer comes back: the library
/// holds a stream meanwhile, for which the end of the program would wait.
void hangUp() {
  char* why = nullptr;
  const std::unique_ptr<SPDConnectionAddress, AddressCloser> address(spd_get_default_address(&why));
  std::free(why);  // NOLINT(*-no-malloc,*-owning-memory): the library's own.
  if (!address || address->unix_socket_name == nullptr) return;
  const std::string_view wanted = address->unix_socket_name;
  for (int descriptor = 0; descriptor < kMostDescriptors; ++descriptor) {
    sockaddr_un peer{};
    socklen_t size = sizeof peer - 1;
    auto* bytes = reinterpret_cast<sockaddr*>(&peer);  // NOLINT(*-reinterpret-cast)
    if (::getpeername(descriptor, bytes, &size) != 0 || peer.sun_family != AF_UNIX) continue;
    if (wanted == static_cast<const char*>(peer.sun_path)) ::shutdown(descriptor, SHUT_RDWR);
  }
}

class DispatcherVoice final : public Voice {
 public:
  ~DispatcherVoice() override { leave(); }

  bool say(const Saying& saying) override {
    return answers(kPatience, [saying](Line& line, const std::atomic<bool>& givenUp) {
      return line.say(saying, givenUp);
    });
  }

  void hush() override {
    (void)answers(kLastPatience, [](Line& line, const auto&) {
      line.hush();
      return true;
    });
  }

  void leave() override {
    (void)answers(kLastPatience, [](Line& line, const auto&) {
      line.close();
      return true;
    });
  }

 private:
  template <class Call>
  bool answers(std::chrono::milliseconds limit, Call call) {
    const auto work = [line = line_, call](const auto& givenUp) { return call(*line, givenUp); };
    if (errand_.worked(limit, work)) return true;
    hangUp();
    return false;
  }

  std::shared_ptr<Line> line_ = std::make_shared<Line>();
  Errand errand_;
};

}  // namespace

std::unique_ptr<Voice> dispatcherVoice() { return std::make_unique<DispatcherVoice>(); }

}  // namespace platform

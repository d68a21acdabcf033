// speech-dispatcher, through its own library.
#include <libspeechd.h>

#include <algorithm>
#include <cstdlib>

#include "platform/os/voices.h"

namespace platform {
namespace {

struct DispatcherCloser {
  void operator()(SPDConnection* connection) const { spd_close(connection); }
};

class DispatcherVoice final : public Voice {
 public:
  explicit DispatcherVoice(SPDConnection* connection) : connection_(connection) {}

  bool say(const Saying& saying) override {
    SPDConnection* to = connection_.get();
    if (spd_cancel(to) < 0) return false;
    // A voice that lacks the language speaks on in the one it has.
    (void)spd_set_language(to, saying.language.c_str());
    (void)spd_set_voice_rate(to, std::clamp(saying.speed, -100, 100));
    (void)spd_set_volume(to, std::clamp(2 * saying.loudness - 100, -100, 100));
    return spd_say(to, SPD_TEXT, saying.text.c_str()) >= 0;
  }

  void hush() override { (void)spd_cancel(connection_.get()); }

 private:
  std::unique_ptr<SPDConnection, DispatcherCloser> connection_;
};

}  // namespace

std::unique_ptr<Voice> dispatcherVoice() {
  char* why = nullptr;
  SPDConnection* opened =
      spd_open2("hallpass", "screens", nullptr, SPD_MODE_SINGLE, nullptr, 1, &why);
  std::free(why);  // NOLINT(*-no-malloc,*-owning-memory): the library's own.
  if (opened == nullptr) return nullptr;
  return std::make_unique<DispatcherVoice>(opened);
}

}  // namespace platform

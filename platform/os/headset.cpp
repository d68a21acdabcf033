#include "platform/os/headset.h"

#include <alsa/asoundlib.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace platform {
namespace {

struct ControlCloser {
  void operator()(snd_ctl_t* control) const { snd_ctl_close(control); }
};
using Controls = std::unique_ptr<snd_ctl_t, ControlCloser>;

/// ALSA tells what it does not find on stderr; a machine without sound is no error.
void keepSilent(const char*, int, const char*, int, const char*, ...) {}  // NOLINT(cert-dcl50-cpp)

/// A "Phantom Jack" always says that something is in it.
bool isHeadphones(std::string_view name) {
  const auto has = [name](std::string_view word) { return name.find(word) != name.npos; };
  if (!name.ends_with(" Jack") || has("Phantom") || has("Mic")) return false;
  return has("Headphone") || has("Headset");
}

Controls opened(const std::string& card) {
  snd_lib_error_set_handler(keepSilent);
  snd_ctl_t* control = nullptr;
  if (snd_ctl_open(&control, card.c_str(), SND_CTL_NONBLOCK) < 0) return nullptr;
  Controls controls(control);
  if (snd_ctl_subscribe_events(control, 1) < 0) return nullptr;
  return controls;
}

bool isOn(snd_ctl_t* control, snd_ctl_elem_list_t* list, unsigned at) {
  if (!isHeadphones(snd_ctl_elem_list_get_name(list, at))) return false;
  snd_ctl_elem_value_t* value = nullptr;
  if (snd_ctl_elem_value_malloc(&value) < 0) return false;
  const std::unique_ptr<snd_ctl_elem_value_t, decltype(&snd_ctl_elem_value_free)> freed(
      value, &snd_ctl_elem_value_free);
  snd_ctl_elem_value_set_numid(value, snd_ctl_elem_list_get_numid(list, at));
  snd_ctl_elem_value_set_interface(value, snd_ctl_elem_list_get_interface(list, at));
  snd_ctl_elem_value_set_name(value, snd_ctl_elem_list_get_name(list, at));
  return snd_ctl_elem_read(control, value) >= 0 && snd_ctl_elem_value_get_boolean(value, 0) != 0;
}

bool pluggedInto(snd_ctl_t* control) {
  snd_ctl_elem_list_t* list = nullptr;
  if (snd_ctl_elem_list_malloc(&list) < 0) return false;
  const std::unique_ptr<snd_ctl_elem_list_t, decltype(&snd_ctl_elem_list_free)> freed(
      list, &snd_ctl_elem_list_free);
  if (snd_ctl_elem_list(control, list) < 0) return false;
  if (snd_ctl_elem_list_alloc_space(list, snd_ctl_elem_list_get_count(list)) < 0) return false;
  bool on = false;
  if (snd_ctl_elem_list(control, list) >= 0) {
    const unsigned used = snd_ctl_elem_list_get_used(list);
    for (unsigned at = 0; at < used && !on; ++at) on = isOn(control, list, at);
  }
  snd_ctl_elem_list_free_space(list);
  return on;
}

/// Takes what the card has told; false where it tells no more.
bool takeEvents(snd_ctl_t* control) {
  snd_ctl_event_t* event = nullptr;
  if (snd_ctl_event_malloc(&event) < 0) return false;
  const std::unique_ptr<snd_ctl_event_t, decltype(&snd_ctl_event_free)> freed(event,
                                                                              &snd_ctl_event_free);
  int read = 1;
  while (read > 0) read = snd_ctl_read(control, event);
  return read == 0 || read == -EAGAIN;
}

/// Tells what the card tells, until it is gone; false where `stop` is readable before.
bool followed(snd_ctl_t* control, int stop, const std::function<void(bool)>& tell) {
  std::vector<pollfd> waits(
      1 + static_cast<std::size_t>(std::max(0, snd_ctl_poll_descriptors_count(control))));
  waits.front() = {stop, POLLIN, 0};
  (void)snd_ctl_poll_descriptors(control, waits.data() + 1,
                                 static_cast<unsigned>(waits.size() - 1));
  do {
    tell(pluggedInto(control));
    for (pollfd& wait : waits) wait.revents = 0;
    if (::poll(waits.data(), waits.size(), -1) < 0 && errno != EINTR) return false;
    if (waits.front().revents != 0) return false;
  } while (takeEvents(control));
  return true;
}

/// Tells when the kernel finds a sound card, or gives somebody access to it.
class CardsToCome {
 public:
  explicit CardsToCome(std::filesystem::path devices) : devices_(std::move(devices)) {
    // The folder itself comes with the first card.
    ::inotify_add_watch(changes_, devices_.parent_path().c_str(), IN_CREATE | IN_MOVED_TO);
  }
  ~CardsToCome() { ::close(changes_); }
  CardsToCome(const CardsToCome&) = delete;
  CardsToCome& operator=(const CardsToCome&) = delete;

  /// What comes from now on is not missed.
  void begin() const {
    ::inotify_add_watch(changes_, devices_.c_str(), IN_CREATE | IN_MOVED_TO | IN_ATTRIB);
  }

  /// Waits for the next change; false where `stop` is readable before.
  [[nodiscard]] bool wait(int stop) const {
    std::array<pollfd, 2> waits{pollfd{stop, POLLIN, 0}, pollfd{changes_, POLLIN, 0}};
    while (::poll(waits.data(), waits.size(), -1) < 0) {
      if (errno != EINTR) return false;
    }
    std::array<char, 4096> events{};
    while (::read(changes_, events.data(), events.size()) > 0) {
    }
    return waits[0].revents == 0;
  }

 private:
  std::filesystem::path devices_;
  int changes_ = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
};

}  // namespace

Headset::Headset(const std::string& card, std::function<void()> changed,
                 const std::filesystem::path& devices)
    : stop_(::eventfd(0, EFD_CLOEXEC)),
      changed_(std::move(changed)),
      thread_([this, card, devices] { watch(card, devices); }) {}

Headset::~Headset() {
  (void)::eventfd_write(stop_, 1);
  thread_.join();
  ::close(stop_);
}

void Headset::watch(const std::string& card, const std::filesystem::path& devices) {
  const CardsToCome cards(devices);
  do {
    cards.begin();
    const Controls control = opened(card);
    const auto tellIt = [this](bool in) { tell(in); };
    if (control && !followed(control.get(), stop_, tellIt)) return;
    // No card, or one that is gone, and what was plugged into it.
    tell(std::nullopt);
  } while (cards.wait(stop_));
}

std::optional<bool> Headset::plugged() const {
  const Socket socket = socket_;
  if (socket == Socket::Unknown) return std::nullopt;
  return socket == Socket::Plugged;
}

void Headset::tell(std::optional<bool> plugged) {
  Socket now = Socket::Unknown;
  if (plugged) now = *plugged ? Socket::Plugged : Socket::Empty;
  if (socket_.exchange(now) != now) changed_();
}

}  // namespace platform

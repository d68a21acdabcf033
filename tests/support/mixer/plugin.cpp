// A sound card without hardware, for ALSA's library to load: one loudspeaker of 0 to 64 with a
// switch, kept in the file that the configuration names, as "VALUE SWITCH", and a socket for
// headphones, in that file's neighbour FILE.jack, as 0 or 1. Without its file there is no card:
// whoever asks for it leaves a neighbour FILE.refused.
#include <alsa/asoundlib.h>
// After the one above, which it needs.
#include <alsa/control_external.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>

namespace {

constexpr long kMost = 64;
constexpr snd_ctl_ext_key_t kVolume = 0;
constexpr snd_ctl_ext_key_t kSwitch = 1;
constexpr snd_ctl_ext_key_t kJack = 2;

struct Card {
  std::string file;
  snd_ctl_ext_t external{};
  long values[3] = {0, 1, 0};

  void read() {
    std::ifstream(file) >> values[0] >> values[1];
    std::ifstream(file + ".jack") >> values[2];
  }
  void write() const { std::ofstream(file) << values[0] << ' ' << values[1] << '\n'; }
};

Card& cardOf(snd_ctl_ext_t* external) { return *static_cast<Card*>(external->private_data); }

const char* nameOf(snd_ctl_ext_key_t key) {
  if (key == kJack) return "Headphone Jack";
  return key == kVolume ? "Master Playback Volume" : "Master Playback Switch";
}

int list(snd_ctl_ext_t*, unsigned offset, snd_ctl_elem_id_t* id) {
  snd_ctl_elem_id_set_interface(
      id, offset == kJack ? SND_CTL_ELEM_IFACE_CARD : SND_CTL_ELEM_IFACE_MIXER);
  snd_ctl_elem_id_set_name(id, nameOf(offset));
  return 0;
}

snd_ctl_ext_key_t find(snd_ctl_ext_t*, const snd_ctl_elem_id_t* id) {
  for (const snd_ctl_ext_key_t key : {kVolume, kSwitch, kJack}) {
    if (std::strcmp(snd_ctl_elem_id_get_name(id), nameOf(key)) == 0) return key;
  }
  return SND_CTL_EXT_KEY_NOT_FOUND;
}

int attribute(snd_ctl_ext_t*, snd_ctl_ext_key_t key, int* type, unsigned* access, unsigned* count) {
  *type = key == kVolume ? SND_CTL_ELEM_TYPE_INTEGER : SND_CTL_ELEM_TYPE_BOOLEAN;
  *access = key == kJack ? SND_CTL_EXT_ACCESS_READ : SND_CTL_EXT_ACCESS_READWRITE;
  *count = 1;
  return 0;
}

int range(snd_ctl_ext_t*, snd_ctl_ext_key_t key, long* least, long* most, long* step) {
  *least = 0;
  *most = key == kVolume ? kMost : 1;
  *step = 0;
  return 0;
}

int read(snd_ctl_ext_t* external, snd_ctl_ext_key_t key, long* value) {
  cardOf(external).read();
  *value = cardOf(external).values[key];
  return 0;
}

int write(snd_ctl_ext_t* external, snd_ctl_ext_key_t key, long* value) {
  Card& card = cardOf(external);
  card.read();
  card.values[key] = *value;
  card.write();
  return 1;
}

/// The jack is the one control that changes by itself.
int nextEvent(snd_ctl_ext_t* external, snd_ctl_elem_id_t* id, unsigned* events) {
  std::array<char, 4096> changes{};
  if (::read(external->poll_fd, changes.data(), changes.size()) <= 0) return -EAGAIN;
  if (::access(cardOf(external).file.c_str(), F_OK) != 0) return -ENODEV;
  list(external, kJack, id);
  *events = SND_CTL_EVENT_MASK_VALUE;
  return 1;
}

snd_ctl_ext_callback_t callbacks() {
  snd_ctl_ext_callback_t all{};
  all.close = [](snd_ctl_ext_t* external) {
    if (external->poll_fd >= 0) ::close(external->poll_fd);
    const std::unique_ptr<Card> ended(static_cast<Card*>(external->private_data));
  };
  all.elem_count = [](snd_ctl_ext_t*) { return 3; };
  all.elem_list = list;
  all.find_elem = find;
  all.get_attribute = attribute;
  all.get_integer_info = range;
  all.read_integer = read;
  all.write_integer = write;
  all.read_event = nextEvent;
  all.subscribe_events = [](snd_ctl_ext_t*, int) {};
  return all;
}

const snd_ctl_ext_callback_t kCallbacks = callbacks();

}  // namespace

// The names by which ALSA finds a plug-in of type "hallpass_test", and its version.
// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,readability-identifier-naming)
extern "C" {
char __snd_ctl_hallpass_test_open_dlsym_control_001 = 0;

int _snd_ctl_hallpass_test_open(snd_ctl_t** handle, const char* name, snd_config_t* /*root*/,
                                snd_config_t* config, int mode) {
  snd_config_t* entry = nullptr;
  const char* file = nullptr;
  if (snd_config_search(config, "file", &entry) < 0 || snd_config_get_string(entry, &file) < 0) {
    return -EINVAL;
  }
  if (::access(file, F_OK) != 0) {
    std::ofstream(std::string(file) + ".refused") << '\n';
    return -ENODEV;
  }
  auto card = std::make_unique<Card>();
  card->file = file;
  card->external.version = SND_CTL_EXT_VERSION;
  card->external.poll_fd = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  ::inotify_add_watch(card->external.poll_fd, (card->file + ".jack").c_str(), IN_CLOSE_WRITE);
  card->external.callback = &kCallbacks;
  card->external.private_data = card.get();
  std::snprintf(card->external.name, sizeof card->external.name, "%s", "Test card");
  const int made = snd_ctl_ext_create(&card->external, name, mode);
  if (made < 0) return made;
  *handle = card->external.handle;
  (void)card.release();  // Its close() deletes it.
  return 0;
}
}
// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,readability-identifier-naming)

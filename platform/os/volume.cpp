#include "platform/os/volume.h"

#include <alsa/asoundlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

namespace platform {
namespace {

struct MixerCloser {
  void operator()(snd_mixer_t* mixer) const { snd_mixer_close(mixer); }
};

/// A mixer that is open, and the control of it that counts.
struct Control {
  std::unique_ptr<snd_mixer_t, MixerCloser> mixer;
  snd_mixer_elem_t* element = nullptr;
  long least = 0;
  long most = 0;
};

/// ALSA tells what it does not find on stderr; a machine without sound is no error.
void keepQuiet(const char*, int, const char*, int, const char*, ...) {}  // NOLINT(cert-dcl50-cpp)

snd_mixer_elem_t* elementOf(snd_mixer_t* mixer) {
  constexpr std::array<const char*, 4> kNames{"Master", "Speaker", "Headphone", "PCM"};
  snd_mixer_selem_id_t* id = nullptr;
  if (snd_mixer_selem_id_malloc(&id) < 0) return nullptr;
  const std::unique_ptr<snd_mixer_selem_id_t, decltype(&snd_mixer_selem_id_free)> freed(
      id, &snd_mixer_selem_id_free);
  for (const char* name : kNames) {
    snd_mixer_selem_id_set_index(id, 0);
    snd_mixer_selem_id_set_name(id, name);
    snd_mixer_elem_t* element = snd_mixer_find_selem(mixer, id);
    if (element != nullptr && snd_mixer_selem_has_playback_volume(element) != 0) return element;
  }
  return nullptr;
}

MachineRefusal refusalOf(int result) {
  return result == -EACCES || result == -EPERM ? MachineRefusal::NotAllowed
                                               : MachineRefusal::Absent;
}

Result<Control, MachineRefusal> controlOf(const std::string& card) {
  snd_lib_error_set_handler(keepQuiet);
  snd_mixer_t* mixer = nullptr;
  if (snd_mixer_open(&mixer, 0) < 0) return MachineRefusal::Failed;
  Control control{std::unique_ptr<snd_mixer_t, MixerCloser>(mixer)};
  if (const int result = snd_mixer_attach(mixer, card.c_str()); result < 0) {
    return refusalOf(result);
  }
  if (snd_mixer_selem_register(mixer, nullptr, nullptr) < 0 || snd_mixer_load(mixer) < 0) {
    return MachineRefusal::Failed;
  }
  control.element = elementOf(mixer);
  if (control.element == nullptr) return MachineRefusal::Absent;
  snd_mixer_selem_get_playback_volume_range(control.element, &control.least, &control.most);
  if (control.most <= control.least) return MachineRefusal::Absent;
  return control;
}

}  // namespace

Result<int, MachineRefusal> volume(const std::string& card) {
  const auto control = controlOf(card);
  if (!control) return control.error();
  int on = 1;
  if (snd_mixer_selem_has_playback_switch(control->element) != 0) {
    snd_mixer_selem_get_playback_switch(control->element, SND_MIXER_SCHN_FRONT_LEFT, &on);
  }
  if (on == 0) return 0;
  long value = 0;
  if (snd_mixer_selem_get_playback_volume(control->element, SND_MIXER_SCHN_FRONT_LEFT, &value) <
      0) {
    return MachineRefusal::Failed;
  }
  const long range = control->most - control->least;
  return static_cast<int>(((value - control->least) * 100 + range / 2) / range);
}

Result<Done, MachineRefusal> setVolume(const std::string& card, int percent) {
  const auto control = controlOf(card);
  if (!control) return control.error();
  const long range = control->most - control->least;
  const long value = control->least + (range * std::clamp(percent, 0, 100) + 50) / 100;
  if (snd_mixer_selem_set_playback_volume_all(control->element, value) < 0) {
    return MachineRefusal::Failed;
  }
  if (snd_mixer_selem_has_playback_switch(control->element) != 0 &&
      snd_mixer_selem_set_playback_switch_all(control->element, percent > 0 ? 1 : 0) < 0) {
    return MachineRefusal::Failed;
  }
  return Done{};
}

}  // namespace platform

#include "platform/os/tone.h"

#include <alsa/asoundlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numbers>
#include <vector>

namespace platform {
namespace {

constexpr unsigned kRate = 48'000;             ///< Samples a second.
constexpr unsigned kToneSamples = kRate / 3;   ///< Of each tone.
constexpr unsigned kFadeSamples = kRate / 50;  ///< At both its ends, so that nothing clicks.
constexpr unsigned kStrikeSamples = kRate / 333;
constexpr double kOctave = 0.3;  ///< How loud it is beside the note itself.
constexpr double kDying = 2.5;
constexpr unsigned kLatencyUs = 200'000;
constexpr double kLoudness = 0.5 * INT16_MAX;
constexpr std::array kTonesHz{523.25, 659.26, 783.99};  // C, E and G.

struct PcmCloser {
  void operator()(snd_pcm_t* pcm) const { snd_pcm_close(pcm); }
};

std::vector<std::int16_t> testTones() {
  std::vector<std::int16_t> all;
  for (const double hertz : kTonesHz) {
    for (unsigned at = 0; at < kToneSamples; ++at) {
      const unsigned toEdge = std::min(at, kToneSamples - 1 - at);
      const double fade = std::min(1.0, static_cast<double>(toEdge) / kFadeSamples);
      const double angle = 2 * std::numbers::pi * hertz * at / kRate;
      all.push_back(static_cast<std::int16_t>(std::lround(kLoudness * fade * std::sin(angle))));
    }
  }
  return all;
}

/// The note rises in three thousandths of a second, so that it does not click, and dies away; its
/// octave makes it sound like a bar of wood, not like a machine.
void strike(std::vector<std::int16_t>& all, const Note& note) {
  const auto count = static_cast<unsigned>(note.length.count() * kRate / 1000);
  for (unsigned at = 0; at < count; ++at) {
    const double gone = static_cast<double>(at) / count;
    const double edge = std::min({1.0, static_cast<double>(at) / kStrikeSamples, (1 - gone) * 8});
    const double angle = 2 * std::numbers::pi * note.hertz * at / kRate;
    const double wave = (std::sin(angle) + kOctave * std::sin(2 * angle)) / (1 + kOctave);
    const double value = note.loudness * edge * std::exp(-kDying * gone) * wave * INT16_MAX;
    all.push_back(static_cast<std::int16_t>(std::lround(value)));
  }
}

MachineRefusal refusalOf(long result) {
  if (result == -ENOENT || result == -ENODEV) return MachineRefusal::Absent;
  return result == -EACCES || result == -EPERM ? MachineRefusal::NotAllowed
                                               : MachineRefusal::Failed;
}

/// Writes all of `sound`; gives what ALSA answered last, less than 0 where it refused.
long writeAll(snd_pcm_t* pcm, const std::vector<std::int16_t>& sound) {
  std::size_t at = 0;
  while (at < sound.size()) {
    long written = snd_pcm_writei(pcm, sound.data() + at, sound.size() - at);
    if (written < 0) written = snd_pcm_recover(pcm, static_cast<int>(written), 1);
    if (written < 0) return written;
    at += static_cast<std::size_t>(written);
  }
  return 0;
}

/// ALSA tells what it does not find on stderr; a machine without sound is no error.
void keepQuiet(const char*, int, const char*, int, const char*, ...) {}  // NOLINT(cert-dcl50-cpp)

Result<Done, MachineRefusal> play(const std::string& device,
                                  const std::vector<std::int16_t>& sound) {
  snd_lib_error_set_handler(keepQuiet);
  snd_pcm_t* opened = nullptr;
  const int open = snd_pcm_open(&opened, device.c_str(), SND_PCM_STREAM_PLAYBACK, 0);
  if (open < 0) return refusalOf(open);
  const std::unique_ptr<snd_pcm_t, PcmCloser> pcm(opened);
  const int set = snd_pcm_set_params(opened, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                                     kRate, 1, kLatencyUs);
  if (set < 0) return refusalOf(set);
  if (const long written = writeAll(opened, sound); written < 0) return refusalOf(written);
  snd_pcm_drain(opened);
  return Done{};
}

}  // namespace

Result<Done, MachineRefusal> playTones(const std::string& device) {
  return play(device, testTones());
}

Result<Done, MachineRefusal> playNotes(const std::string& device, const std::vector<Note>& notes) {
  std::vector<std::int16_t> sound;
  for (const Note& note : notes) strike(sound, note);
  return play(device, sound);
}

}  // namespace platform

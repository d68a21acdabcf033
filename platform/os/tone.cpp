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
constexpr unsigned kLatencyUs = 200'000;
constexpr double kLoudness = 0.5 * INT16_MAX;
constexpr std::array kTonesHz{523.25, 659.26, 783.99};  // C, E and G.

struct PcmCloser {
  void operator()(snd_pcm_t* pcm) const { snd_pcm_close(pcm); }
};

std::vector<std::int16_t> samples() {
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

}  // namespace

Result<Done, MachineRefusal> playTones(const std::string& device) {
  snd_lib_error_set_handler(keepQuiet);
  snd_pcm_t* opened = nullptr;
  const int open = snd_pcm_open(&opened, device.c_str(), SND_PCM_STREAM_PLAYBACK, 0);
  if (open < 0) return refusalOf(open);
  const std::unique_ptr<snd_pcm_t, PcmCloser> pcm(opened);
  const int set = snd_pcm_set_params(opened, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                                     kRate, 1, kLatencyUs);
  if (set < 0) return refusalOf(set);
  if (const long written = writeAll(opened, samples()); written < 0) return refusalOf(written);
  snd_pcm_drain(opened);
  return Done{};
}

}  // namespace platform

#include "kiosk/sound_ledger.h"

#include <future>
#include <utility>

#include "kiosk/domain/refusal.h"
#include "platform/base/translation.h"

namespace hallpass {

SoundLedger openSound(const std::filesystem::path& file, const platform::Clock& clock) {
  auto opened = Ledger::open(file, clock);
  if (!opened) return {nullptr, opened.error().sentence};
  const auto sound = (*opened)->isSound();
  if (!sound) return {nullptr, std::string(deskSentence(sound.error()))};
  if (*sound) return {*std::move(opened), ""};
  return {nullptr,
          platform::tr("The ledger is damaged. Keep its file, and restore it from a backup."),
          true};
}

std::function<SoundLedger()> openSoundBeside(const std::filesystem::path& file,
                                             const platform::Clock& clock) {
  auto begun = std::make_shared<std::future<SoundLedger>>(
      std::async(std::launch::async, [file, &clock] { return openSound(file, clock); }));
  return [begun] { return begun->get(); };
}

}  // namespace hallpass

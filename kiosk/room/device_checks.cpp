#include "kiosk/room/device_checks.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "kiosk/guide/guide.h"
#include "kiosk/room/depot_words.h"
#include "kiosk/room/device_key.h"
#include "kiosk/room/export_name.h"
#include "kiosk/settings/settings.h"
#include "platform/base/locale_text.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"
#include "platform/os/files.h"
#include "platform/os/media.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;
using platform::trn;

constexpr std::uintmax_t kMega = 1'000'000;

std::string megabytes(std::uintmax_t bytes) {
  return platform::countText(static_cast<std::int64_t>(bytes / kMega));
}

/// Why `stick` does not keep what is written on it; "" = it does. Nothing of ours stays on it.
std::string stickProblem(const std::filesystem::path& stick) {
  const std::string content(4096, 'h');
  const auto file = stick / freeName(stick, "hallpass-test.txt");
  const auto written = platform::exportFile(file, content);
  if (!written) return platform::sentence(written.error(), file);
  const auto read = platform::readFile(file, content.size(), platform::Links::Refused);
  std::error_code error;
  const bool removed = std::filesystem::remove(file, error);
  if (read && *read == content && removed && !error) return "";
  return tr("What was written on the stick did not come back. Take another one.");
}

std::string nameOf(const std::filesystem::path& stick) {
  return platform::toUtf8(platform::toCodePoints(stick.filename().string()));
}

bool hasPlayback(const std::filesystem::path& soundCards) {
  std::ifstream list(soundCards / "pcm");
  for (std::string line; std::getline(list, line);) {
    if (line.find("playback") != std::string::npos) return true;
  }
  return false;
}

/// Of a kiosk that runs, and asks the depot.
Check checkOf(Check check, const DepotNews& news) {
  check.finding = findingOf(news);
  check.sentence = depotSentence(news, platform::toLocalText) + " " + depotCounts(news);
  return check;
}

}  // namespace

Check checkDisk(const SelfTestPlaces& places) {
  constexpr std::uintmax_t kComfort = 4;  ///< Times the reserve.
  Check check{"disk", tr("Disk"), Finding::Bad, ""};
  std::error_code error;
  const auto space = std::filesystem::space(places.data, error);
  if (error) {
    check.sentence = tr("The folder of data cannot be read. Check that its disk is there.");
    return check;
  }
  const std::string free = megabytes(space.available);
  if (space.available < places.reserveBytes) {
    check.sentence = filled(tr("Only {free} MB are free, and {reserve} MB must be before a code is "
                               "handed out. Make room on the disk of this device."),
                            {{"free", free}, {"reserve", megabytes(places.reserveBytes)}});
    return check;
  }
  const bool little = space.available / kComfort < places.reserveBytes;
  check.finding = little ? Finding::Attention : Finding::Good;
  check.sentence = filled(little ? tr("{free} MB are free: enough now, and soon not any more.")
                                 : tr("{free} MB are free."),
                          {{"free", free}});
  return check;
}

Check checkSealing(const SelfTestPlaces& places) {
  Check check{"sealing", tr("Encryption"), Finding::Attention, ""};
  if (places.appliance.isKeyDue()) {
    check.sentence =
        tr("The device was erased, and its disk still has the key of before. Restart the machine: "
           "then it gets a new one.");
    return check;
  }
  switch (places.appliance.disk()) {
    case Appliance::Disk::Unknown:
      check.finding = Finding::Absent;
      check.sentence =
          tr("Whether the disk is encrypted is not known: this is not Hallpass's own image.");
      break;
    case Appliance::Disk::Plain:
      check.sentence =
          tr("This machine has no TPM, so the key lies on the same disk as the data: whoever takes "
             "the disk can read names and codes. Lock the case, or use a machine with a TPM.");
      break;
    case Appliance::Disk::Sealed:
      if (!places.appliance.recoveryKey().empty()) {
        check.sentence =
            tr("The data is encrypted, and nobody has written down its recovery key yet. Venue "
               "staff find it under Device.");
        break;
      }
      check.finding = Finding::Good;
      check.sentence = tr("The data is encrypted, and only this machine opens it.");
      break;
  }
  return check;
}

Check checkGuides(const SelfTestPlaces& places) {
  const auto problems = checkAssets(places.assets);
  if (!problems.empty()) {
    return {"guides", tr("Pass types and guides"), Finding::Bad,
            filled(tr("A file has to be put right: {mistake}"),
                   {{"mistake", problems.front().sentence}})};
  }
  return {"guides", tr("Pass types and guides"), Finding::Good,
          trn("{n} pass type, with its guide and answers, is valid.",
              "{n} pass types, with their guides and answers, are valid.",
              std::ssize(passTypeIds(places.assets)))};
}

Check checkSettings(const SelfTestPlaces& places) {
  const auto mistakes = findSettings(places.settings).mistakes;
  if (!mistakes.empty()) {
    return {"settings", tr("Settings"), Finding::Attention,
            filled(tr("The settings file has a mistake, so a setting is as it was when the device "
                      "was new: {mistake}"),
                   {{"mistake", mistakes.front().sentence}})};
  }
  return {"settings", tr("Settings"), Finding::Good, tr("Every line of the settings counts.")};
}

Check checkQr(const SelfTestPlaces& places) {
  // As short and as long as what the screens draw; none of them is a code.
  const std::string sample = "HALLPASS-SELF-TEST-0123456789";
  const std::string longest(700, '7');
  const bool good = places.probes.qrReadsBack(sample) && places.probes.qrReadsBack(longest);
  return {"qr", tr("QR codes"), good ? Finding::Good : Finding::Bad,
          good ? tr("Codes were drawn, and an independent reader read them.")
               : tr("A code was drawn that no reader can read. Install the program again.")};
}

Check checkDisplay(const SelfTestPlaces& places) {
  constexpr double kSmallestLong = 200;
  constexpr double kSmallestShort = 125;
  if (!places.display) {
    return {"display", tr("Screen"), Finding::Absent,
            tr("Not tested: the kiosk itself was not asked. Venue staff test it on the device.")};
  }
  const DisplayFacts& facts = *places.display;
  const double width = facts.widthPx / facts.pixelsPerMm;
  const double height = facts.heightPx / facts.pixelsPerMm;
  const bool small =
      std::max(width, height) < kSmallestLong || std::min(width, height) < kSmallestShort;
  const auto text = [](double number) { return std::to_string(std::lround(number)); };
  const char* said = small ? tr("The screen says that it measures {mm} mm, with {pixels} pixels: "
                                "fingers need more. If it is larger, set its size in millimetres.")
                           : tr("The screen measures {mm} mm, with {pixels} pixels. If a ruler "
                                "says otherwise, set its size in millimetres.");
  return {"display", tr("Screen"), small ? Finding::Attention : Finding::Good,
          filled(said, {{"mm", text(width) + " × " + text(height)},
                        {"pixels", text(facts.widthPx) + " × " + text(facts.heightPx)}})};
}

Check checkTouch(const SelfTestPlaces& places) {
  if (!places.touched) {
    return {"touch", tr("Touch"), Finding::Absent,
            tr("Not tested yet. Venue staff test it on the device, by the touch test.")};
  }
  if (*places.touched == kTouchTargets) {
    return {"touch", tr("Touch"), Finding::Good, tr("Every part of the screen answers a finger.")};
  }
  return {
      "touch", tr("Touch"), Finding::Attention,
      filled(tr("Only {hit} of {all} targets were hit. Clean the screen and try again; if a "
                "part of it stays dead, have it repaired."),
             {{"hit", std::to_string(*places.touched)}, {"all", std::to_string(kTouchTargets)}})};
}

Check checkSound(const SelfTestPlaces& places) {
  if (places.heard) {
    return {"sound", tr("Sound"), *places.heard ? Finding::Good : Finding::Attention,
            *places.heard ? tr("The tones of the sound test were heard.")
                          : tr("The tones of the sound test were not heard. Turn the volume up, "
                               "look at the loudspeaker's cable, and try again.")};
  }
  if (hasPlayback(places.soundCards)) {
    return {"sound", tr("Sound"), Finding::Good,
            tr("There is an output for sound. The sound test tells whether it is heard.")};
  }
  return {"sound", tr("Sound"), Finding::Absent,
          tr("This machine has no output for sound. Everything is on the screen, too.")};
}

Check checkStick(const SelfTestPlaces& places) {
  const auto sticks = platform::Media(places.media).sticks();
  if (sticks.empty()) {
    return {"stick", tr("Stick"), Finding::Absent,
            tr("No stick is plugged in. Plug one in and test again.")};
  }
  for (const auto& stick : sticks) {
    const auto writable = places.appliance.writing(stick);
    const std::string problem = stickProblem(stick);
    if (!problem.empty()) return {"stick", tr("Stick"), Finding::Attention, problem};
  }
  return {"stick", tr("Stick"), Finding::Good,
          filled(tr("The stick {stick} keeps what is written on it."),
                 {{"stick", nameOf(sticks.front())}})};
}

Check checkDepot(const SelfTestPlaces& places) {
  Check check{"depot", tr("Depot"), Finding::Absent,
              tr("Not used: the codes of this device are its own.")};
  if (places.ledger == nullptr) return check;
  const auto member = places.ledger->leases().membership();
  const auto figures = places.ledger->leases().figures();
  if (!member || !figures) return check;
  if (places.depot) return checkOf(std::move(check), {*places.depot, *member, *figures});
  if (!*member) return check;
  if (!(*member)->frozen.empty()) {
    check.finding = Finding::Bad;
    check.sentence =
        tr("The depot gives this device nothing any more. Whoever runs the depot can "
           "enrol it anew.");
    return check;
  }
  check.finding = Finding::Good;
  check.sentence = filled(
      tr("Codes of the depot that can be handed out here: {codes}. Entries that "
         "it has not been told: {entries}."),
      {{"codes", std::to_string(figures->inStock)}, {"entries", std::to_string(figures->untold)}});
  return check;
}

Check checkKey(const SelfTestPlaces& places) {
  const auto key = deviceKey(places.data);
  if (!key) return {"key", tr("Device key"), Finding::Bad, key.error().sentence};
  return {"key", tr("Device key"), Finding::Good,
          filled(tr("This device is {name}; its status is signed."),
                 {{"name", deviceName(key->publicKey())}})};
}

}  // namespace hallpass

#include "kiosk/desk/self_test_work.h"

#include "kiosk/desk/machine_tools.h"
#include "kiosk/room/device_key.h"
#include "kiosk/room/status_report.h"
#include "kiosk/settings/settings.h"
#include "kiosk/ui/screen_probes.h"

namespace hallpass {
namespace {

/// Training mode keeps its ledger in a folder of its own below the device's.
std::filesystem::path dataOf(const DeskTools& tools) {
  const auto folder = tools.ledgerFile.parent_path();
  return tools.training ? folder.parent_path() : folder;
}

}  // namespace

SelfTestPlaces placesOf(const DeskTools& tools, const Tried& tried) {
  const auto data = dataOf(tools);
  SelfTestPlaces places{.ledgerProblem = "",
                        .data = data,
                        .assets = tools.assets,
                        .locale = localeFolder(),
                        .settings = tools.machine ? tools.machine->file : settingsFile(data),
                        .media = tools.media.folder(),
                        .clock = tools.clock,
                        .probes = {qrReadsBack, undrawable}};
  if (tools.display != nullptr && *tools.display) places.display = (*tools.display)();
  places.appliance = applianceOf(tools);
  places.touched = tried.touched;
  places.heard = tried.heard;
  if (tools.depot != nullptr) places.depot = tools.depot->standing();
  const auto settings = findSettings(places.settings).settings;
  places.reserveBytes = static_cast<std::uintmax_t>(settings.diskReserveMiB) << 20U;
  return places;
}

Examination examine(SelfTestPlaces places) {
  const auto opened = Ledger::open(places.data / "ledger.db", places.clock);
  if (opened) {
    places.ledger = opened->get();
  } else {
    places.ledgerProblem = opened.error().sentence;
  }
  Examination found;
  found.checks = selfTest(places);
  found.at = places.clock.now();
  found.status = statusOf(places, found.checks);
  if (const auto key = deviceKey(places.data)) found.device = deviceName(key->publicKey());
  return found;
}

}  // namespace hallpass

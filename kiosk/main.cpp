#include <cstdio>

#include "kiosk/commands/command_line.h"
#include "kiosk/failsafe.h"
#include "kiosk/guide/guide.h"
#include "kiosk/heartbeat.h"
#include "kiosk/locked.h"
#include "kiosk/options.h"
#include "kiosk/room/device_key.h"
#include "kiosk/serving.h"
#include "platform/base/translation.h"
#include "platform/display/plain_screen.h"
#include "platform/os/death_count.h"
#include "platform/os/end_signals.h"
#include "platform/os/files.h"
#include "platform/os/process.h"
#include "platform/os/service_manager.h"

namespace {

using namespace hallpass;

ServingEnd runKiosk(const KioskOptions& options) {
  platform::EndSignals signals;  // Before any thread is started.
  const platform::SystemClock clock;
  const platform::ServiceManager manager;
  Heartbeat heartbeat(clock, manager);
  const Appliance appliance(options.machine);
  if (appliance.isLocked()) {
    const bool drawn = showLocked(appliance, {clock, signals, heartbeat, options.describe});
    return drawn ? ServingEnd::Asked : ServingEnd::NoScreen;
  }
  platform::DeathCount deaths(options.data / "deaths", clock);
  auto failsafe = FailsafeEnd::TryAgain;
  if (options.failsafe || deaths.recent() >= kDeathsUntilFailsafe) {
    failsafe = showFailsafe({clock, signals, heartbeat, options.describe});
    deaths.forget();
  }
  auto end = failsafe == FailsafeEnd::NoScreen ? ServingEnd::NoScreen : ServingEnd::Asked;
  if (failsafe == FailsafeEnd::TryAgain) end = serve(options, clock, heartbeat, signals);
  // An X server that is gone for a moment could not show the page that asks for staff either.
  if (end != ServingEnd::NoScreen || !platform::PlainScreen::isPossible()) deaths.ended();
  // Who starts again does not end: the service manager would wait for that, and then kill it.
  if (end != ServingEnd::Again) manager.ending();
  return end;
}

}  // namespace

int main(int argc, char** argv) {
  platform::keepPrivate();
  platform::giveLargeBlocksBack();
  const auto asked = runCommandLine(argc, argv);
  if (const int* status = std::get_if<int>(&asked)) return *status;
  platform::useCatalogues(localeFolder(), {"hallpass", "guides"});
  const auto& options = std::get<KioskOptions>(asked);
  if (auto made = platform::makeFolder(options.data); !made) {
    std::fprintf(stderr, "%s\n", platform::folderSentence(made.error(), options.data).c_str());
    return 3;
  }
  (void)deviceKey(options.data);  // Made at the first start; the self-test says what is wrong.
  switch (runKiosk(options)) {
    case ServingEnd::Asked:
      return 0;
    case ServingEnd::Again:
      platform::startAgain(argv);
      break;
    case ServingEnd::NoScreen:
      break;
  }
  return 3;
}

#include <atomic>
#include <cstdio>

#include "kiosk/app.h"
#include "kiosk/commands/command_line.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/diary.h"
#include "kiosk/failsafe.h"
#include "kiosk/guide/guide.h"
#include "kiosk/heartbeat.h"
#include "kiosk/options.h"
#include "kiosk/room/device_key.h"
#include "kiosk/room/disk.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/screen.h"
#include "platform/base/translation.h"
#include "platform/display/window.h"
#include "platform/os/death_count.h"
#include "platform/os/end_signals.h"
#include "platform/os/file_watch.h"
#include "platform/os/files.h"
#include "platform/os/media_watch.h"
#include "platform/os/process.h"
#include "platform/os/service_manager.h"

namespace {

using namespace hallpass;

std::optional<platform::PixelSize> sizeOf(const std::optional<Extent>& extent) {
  if (!extent) return std::nullopt;
  return platform::PixelSize{extent->width, extent->height};
}

DisplayFacts factsOf(const platform::Window& window) {
  return {window.size().width, window.size().height, window.pixelsPerMm()};
}

/// What serve() answers where the program is to start again.
constexpr int kAgain = -1;

int serve(const KioskOptions& options, const platform::Clock& clock, Heartbeat& heartbeat,
          platform::EndSignals& signals) {
  MachineTools machine{{}, options.config, options.settings};
  // A window is not the machine's screen: its light is somebody else's.
  if (options.windowedPx) machine.places.backlights.clear();
  if (!options.windowedPx) setMachine(machine);
  Diary diary;
  diary.begins(options);
  auto window = platform::Window::open(
      {"Hallpass", sizeOf(options.windowedPx), sizeOf(options.settings.screenMm)});
  if (!window) {
    std::fprintf(stderr, "%s\n", window.error().c_str());
    return 3;
  }
  const auto wake = [&window] { (*window)->wake(); };
  const auto display = [&window] { return factsOf(**window); };
  App app(
      {options.data / "ledger.db", assetsFolder(), options.settings.media, options.training,
       display, machine, [&] { return isDiskLow(options.data, options.settings.diskReserveMiB); },
       options.settings.retentionDays},
      {.idle = std::chrono::seconds(options.settings.idleSeconds)}, clock, wake);
  Screen screen(**window, clock,
                {options.describe, options.describeSecrets ? Description::Secrets::Told
                                                           : Description::Secrets::Hidden},
                {assetsFolder() / "illustrations", localeFolder()});
  std::atomic<bool> changed = false;
  const auto noteChange = [&] {
    changed = true;
    wake();
  };
  const platform::FileWatch ledgerWatch(options.training ? options.data / "training" : options.data,
                                        noteChange);
  const platform::MediaWatch mediaWatch(options.settings.media, noteChange);

  signals.watch([&window] { (*window)->close(); });
  (*window)->run({.prepare =
                      [&] {
                        if (changed.exchange(false)) app.refresh();
                        app.tick();
                        for (const Intent& typed : typedIntents((*window)->takeTyped())) {
                          app.handle(typed);
                        }
                        if (app.restarts()) (*window)->close();
                        diary.look(app);
                        screen.prepare(app.characters(), app.view().look);
                      },
                  .draw =
                      [&] {
                        const auto touched = screen.draw(app.view());
                        if (touched) app.handle(*touched);
                        return touched.has_value();
                      },
                  .presented = [&] { heartbeat.presented([&] { return app.answers(); }); },
                  .settled = [&] { screen.describe(); },
                  .deadline = [&] { return heartbeat.sooner(screen.deadline(app.deadline())); }},
                 clock);
  diary.ends();
  signals.unwatch();
  return app.restarts() ? kAgain : 0;
}

int runKiosk(const KioskOptions& options) {
  if (auto made = platform::makeFolder(options.data); !made) {
    std::fprintf(stderr, "%s\n", platform::folderSentence(made.error(), options.data).c_str());
    return 3;
  }
  (void)deviceKey(options.data);  // Made at the first start; the self-test says what is wrong.
  platform::EndSignals signals;   // Before any thread is started.
  const platform::SystemClock clock;
  const platform::ServiceManager manager;
  Heartbeat heartbeat(clock, manager);
  platform::DeathCount deaths(options.data / "deaths", clock);
  auto end = FailsafeEnd::TryAgain;
  if (options.failsafe || deaths.recent() >= kDeathsUntilFailsafe) {
    end = showFailsafe({clock, signals, heartbeat, options.describe});
    deaths.forget();
  }
  int status = end == FailsafeEnd::NoScreen ? 3 : 0;
  if (end == FailsafeEnd::TryAgain) status = serve(options, clock, heartbeat, signals);
  if (status == 0 || status == kAgain) deaths.ended();
  // Who starts again does not end: the service manager would wait for that, and then kill it.
  if (status != kAgain) manager.ending();
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  platform::keepPrivate();
  const auto asked = runCommandLine(argc, argv);
  if (const int* status = std::get_if<int>(&asked)) return *status;
  platform::useCatalogues(localeFolder(), {"hallpass", "guides"});
  const int status = runKiosk(std::get<KioskOptions>(asked));
  if (status != kAgain) return status;
  platform::startAgain(argv);
  return 3;
}

#include "kiosk/serving.h"

#include <atomic>
#include <cstdio>
#include <functional>
#include <optional>
#include <utility>

#include "kiosk/app.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/diary.h"
#include "kiosk/guide/guide.h"
#include "kiosk/room/disk.h"
#include "kiosk/sounds.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/screen.h"
#include "platform/display/window.h"
#include "platform/os/file_watch.h"
#include "platform/os/input_watch.h"
#include "platform/os/media_watch.h"

namespace hallpass {
namespace {

std::optional<platform::PixelSize> sizeOf(const std::optional<Extent>& extent) {
  if (!extent) return std::nullopt;
  return platform::PixelSize{extent->width, extent->height};
}

MachineTools machineOf(const KioskOptions& options) {
  MachineTools machine{{}, options.config, options.settings};
  // A window is not the machine's screen: its light is somebody else's.
  if (options.windowedPx) machine.places.backlights.clear();
  if (!options.windowedPx) setMachine(machine);
  return machine;
}

AppPlaces placesOf(const KioskOptions& options, const platform::Window& window,
                   const MachineTools& machine) {
  return {options.data / "ledger.db",
          assetsFolder(),
          options.settings.media,
          options.training,
          [&window] {
            return DisplayFacts{window.size().width, window.size().height, window.pixelsPerMm()};
          },
          machine,
          [&options] { return isDiskLow(options.data, options.settings.diskReserveMiB); },
          options.settings.retentionDays};
}

Screen::Feed feedOf(const KioskOptions& options) {
  return {options.describe,
          options.describeSecrets ? Description::Secrets::Told : Description::Secrets::Hidden};
}

/// Notes that an input device came or went, and wakes the loop. A window's is somebody else's.
class Panels {
 public:
  Panels(const KioskOptions& options, const MachineTools& machine,
         const std::function<void()>& wake) {
    if (options.windowedPx) return;
    watch_.emplace(machine.places.display, [this, wake] {
      changed_ = true;
      wake();
    });
  }

  /// Whether any did since the last call.
  bool taken() { return changed_.exchange(false); }

 private:
  std::atomic<bool> changed_ = false;  ///< Before the watch, whose thread uses it.
  std::optional<platform::InputWatch> watch_;
};

/// Notes changes of the ledger and of the sticks, whoever makes them, and wakes the loop.
class Changes {
 public:
  Changes(const KioskOptions& options, const std::function<void()>& wake)
      : ledger_(options.training ? options.data / "training" : options.data, note(wake)),
        media_(options.settings.media, note(wake)) {}

  /// Whether anything changed since the last call.
  bool taken() { return changed_.exchange(false); }

 private:
  std::function<void()> note(const std::function<void()>& wake) {
    return [this, wake] {
      changed_ = true;
      wake();
    };
  }

  std::atomic<bool> changed_ = false;  ///< Before the watches, whose threads use it.
  platform::FileWatch ledger_;
  platform::MediaWatch media_;
};

}  // namespace

ServingEnd serve(const KioskOptions& options, const platform::Clock& clock, Heartbeat& heartbeat,
                 platform::EndSignals& signals) {
  const MachineTools machine = machineOf(options);
  Diary diary;
  diary.begins(options);
  auto opened = platform::Window::open(
      {"Hallpass", sizeOf(options.windowedPx), sizeOf(options.settings.screenMm)});
  if (!opened) {
    std::fprintf(stderr, "%s\n", opened.error().c_str());
    return ServingEnd::NoScreen;
  }
  platform::Window& window = **opened;
  const auto wake = [&window] { window.wake(); };
  App app(placesOf(options, window, machine),
          {.idle = std::chrono::seconds(options.settings.idleSeconds)}, clock, wake);
  Screen screen(window, clock, feedOf(options), {assetsFolder() / "illustrations", localeFolder()});
  Changes changes(options, wake);
  Panels panels(options, machine, wake);

  SoundCues cues;
  Sounds sounds(machine.places.mixer);
  const auto listen = [&](bool tapped) {
    const auto sound = cues.look(app.view(), tapped);
    if (sound && app.settings().sounds && app.settings().volumePercent > 0) sounds.play(*sound);
  };

  const auto prepare = [&] {
    if (changes.taken()) app.refresh();
    if (panels.taken()) turnPanels(machine);
    app.tick();
    const Focus::Taken keys = screen.takeKeys(window.takeTyped());
    if (keys.moved) app.handle({Intent::Act::Move, {}});
    for (const Intent& typed : typedIntents(keys.typed)) app.handle(typed);
    if (app.restarts()) window.close();
    diary.look(app);
    listen(false);
    screen.setMotion(app.settings().motion);
    screen.prepare(app.characters(), app.view().look);
  };
  const auto draw = [&] {
    const auto touched = screen.draw(app.view());
    if (touched) app.handle(*touched);
    listen(touched || screen.tapped());
    return touched.has_value();
  };
  signals.watch([&window] { window.close(); });
  window.run({.prepare = prepare,
              .draw = draw,
              .presented = [&] { heartbeat.presented([&] { return app.answers(); }); },
              .settled = [&] { screen.describe(); },
              .deadline = [&] { return heartbeat.sooner(screen.deadline(app.deadline())); }},
             clock);
  diary.ends();
  signals.unwatch();
  return app.restarts() ? ServingEnd::Again : ServingEnd::Asked;
}

}  // namespace hallpass

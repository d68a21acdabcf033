#include "kiosk/serving.h"

#include <atomic>
#include <cstdio>
#include <functional>
#include <optional>
#include <utility>

#include "kiosk/aloud.h"
#include "kiosk/app.h"
#include "kiosk/depot/depot_worker.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/diary.h"
#include "kiosk/guide/guide.h"
#include "kiosk/room/disk.h"
#include "kiosk/sounds.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/screen.h"
#include "platform/base/translation.h"
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

platform::RendererChoice choiceOf(RendererName name) {
  switch (name) {
    case RendererName::Gl:
      return platform::RendererChoice::Gl;
    case RendererName::Cpu:
      return platform::RendererChoice::Cpu;
    case RendererName::Auto:
      return platform::RendererChoice::Best;
  }
  return platform::RendererChoice::Best;
}

MachineTools machineOf(const KioskOptions& options) {
  MachineTools machine{{}, options.config, options.settings, Appliance(options.machine)};
  // A window is not the machine's screen: its light is somebody else's.
  if (options.windowedPx) machine.places.backlights.clear();
  if (!options.windowedPx) setMachine(machine);
  return machine;
}

std::filesystem::path ledgerOf(const KioskOptions& options) { return options.data / "ledger.db"; }

using OpenDepot = std::function<std::unique_ptr<DepotLink>(std::function<void()>)>;

/// Where no depot is set there is no thread for one.
OpenDepot depotOf(const KioskOptions& options, const platform::Clock& clock) {
  if (options.settings.depot.empty()) return {};
  return [places = DepotPlaces{options.settings.depot, ledgerOf(options)},
          &clock](std::function<void()> changed) {
    return std::make_unique<DepotWorker>(places, clock, std::move(changed));
  };
}

AppPlaces placesOf(const KioskOptions& options, const platform::Window& window,
                   const MachineTools& machine, std::function<SoundLedger()> openFirst,
                   OpenDepot openDepot) {
  return {ledgerOf(options),
          assetsFolder(),
          options.settings.media,
          options.training,
          [&window] {
            return DisplayFacts{window.size().width, window.size().height, window.pixelsPerMm()};
          },
          machine,
          [&options] { return isDiskLow(options.data, options.settings.diskReserveMiB); },
          std::move(openFirst),
          options.settings.retentionDays,
          std::move(openDepot)};
}

/// The sound card that says the screens; nullopt where the settings want none said.
std::optional<std::string> cardOf(const KioskOptions& options, const MachineTools& machine) {
  if (!options.settings.speech) return std::nullopt;
  return machine.places.mixer;
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

/// A kiosk that serves on its window: what the loop asks of it.
class Service {
 public:
  Service(const KioskOptions& options, const platform::Clock& clock, const MachineTools& machine,
          platform::Window& window, Diary& diary, std::function<SoundLedger()> openFirst)
      : machine_(machine),
        window_(window),
        diary_(diary),
        wake_([&window] { window.wake(); }),
        idle_(options.settings.idleSeconds),
        screen_(window, clock, feedOf(options), {assetsFolder() / "illustrations", localeFolder()}),
        app_(placesOf(options, window, machine, std::move(openFirst), depotOf(options, clock)),
             {.idle = idle_}, clock, wake_),
        changes_(options, wake_),
        panels_(options, machine, wake_),
        sounds_(machine.places.mixer),
        aloud_(cardOf(options, machine), clock, idle_, wake_) {}

  [[nodiscard]] App& app() { return app_; }

  void prepare() {
    if (changes_.taken()) app_.refresh();
    if (panels_.taken()) turnPanels(machine_);
    app_.tick();
    const Focus::Taken keys = screen_.takeKeys(aloud_.take(window_.takeTyped(), app_));
    if (keys.moved) app_.handle({Intent::Act::Move, {}});
    for (const Intent& typed : typedIntents(keys.typed)) aloud_.hand(typed, app_);
    aloud_.look(app_, screen_, diary_);
    if (app_.restarts()) window_.close();
    diary_.look(app_);
    listen(false);
    screen_.setMotion(app_.settings().motion);
    screen_.prepare(app_.characters(), app_.view().look);
  }

  bool draw() {
    const auto touched = screen_.draw(app_.view());
    if (touched) aloud_.hand(*touched, app_);
    listen(touched || screen_.tapped());
    return touched.has_value();
  }

  void settled() {
    screen_.describe();
    aloud_.stands(screen_);
  }

  [[nodiscard]] std::optional<platform::BootTime> deadline() const {
    return screen_.deadline(aloud_.sooner(app_.deadline()));
  }

 private:
  /// While the screens are said aloud, nothing else sounds.
  void listen(bool tapped) {
    const auto sound = cues_.look(app_.view(), tapped);
    const Settings& settings = app_.settings();
    const bool wanted = settings.sounds && settings.volumePercent > 0 && !aloud_.on();
    if (sound && wanted) sounds_.play(*sound);
  }

  const MachineTools& machine_;
  platform::Window& window_;
  Diary& diary_;
  std::function<void()> wake_;
  std::chrono::seconds idle_;
  Screen screen_;  ///< First: makes its letters while the ledger is opened.
  App app_;
  Changes changes_;
  Panels panels_;
  SoundCues cues_;
  Sounds sounds_;
  Aloud aloud_;
};

}  // namespace

ServingEnd serve(const KioskOptions& options, const platform::Clock& clock, Heartbeat& heartbeat,
                 platform::EndSignals& signals) {
  const MachineTools machine = machineOf(options);
  Diary diary;
  diary.begins(options);
  platform::setLanguage(options.settings.language);
  auto openFirst = openSoundBeside(ledgerOf(options), clock);
  auto opened = platform::Window::open({"Hallpass", sizeOf(options.windowedPx),
                                        sizeOf(options.settings.screenMm),
                                        choiceOf(options.settings.renderer)});
  if (!opened) {
    std::fprintf(stderr, "%s\n", opened.error().c_str());
    return ServingEnd::NoScreen;
  }
  platform::Window& window = **opened;
  Service service(options, clock, machine, window, diary, std::move(openFirst));
  App& app = service.app();
  signals.watch([&window] { window.close(); });
  window.run({.prepare = [&] { service.prepare(); },
              .draw = [&] { return service.draw(); },
              .presented = [&] { heartbeat.presented([&] { return app.answers(); }); },
              .settled = [&] { service.settled(); },
              .deadline = [&] { return heartbeat.sooner(service.deadline()); }},
             clock);
  diary.ends();
  signals.unwatch();
  return app.restarts() ? ServingEnd::Again : ServingEnd::Asked;
}

}  // namespace hallpass

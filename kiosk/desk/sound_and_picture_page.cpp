// Volume, brightness and rotation, as far as the machine has them; sounds and motion.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/desk/machine_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/turned_page.h"
#include "platform/base/translation.h"
#include "platform/os/backlight.h"
#include "platform/os/rotation.h"
#include "platform/os/volume.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::MachinePart;
using platform::noted;
using platform::tr;

constexpr std::array<int, 5> kVolumes{0, 25, 50, 75, 100};
constexpr std::array<int, 4> kLights{25, 50, 75, 100};

/// One thing that can be set: how it stands, or why it cannot be.
struct Dial {
  const char* id;
  MachinePart part;
  std::vector<int> values;  ///< Empty: the machine has none.
  int now = 0;
  std::string absent;   ///< Why there are no values.
  std::string mistake;  ///< Why the last touch set nothing, or did not last.
};

/// One thing that is on or off, on every machine.
struct Switch {
  const char* key;  ///< In the settings file, and the field's id.
  const char* label;
  bool Settings::*state;
  std::string mistake;  ///< Why the last touch did not last.
};

std::size_t nearest(const std::vector<int>& values, int now) {
  const auto closer = [&](int one, int other) {
    return std::abs(one - now) < std::abs(other - now);
  };
  return static_cast<std::size_t>(std::min_element(values.begin(), values.end(), closer) -
                                  values.begin());
}

std::string labelOf(MachinePart part) {
  if (part == MachinePart::Volume) return tr("Volume");
  return part == MachinePart::Brightness ? tr("Brightness") : tr("Picture turned by");
}

std::string valueText(MachinePart part, int value) {
  if (part == MachinePart::Rotation) return std::to_string(value) + "°";
  return part == MachinePart::Volume && value == 0 ? tr("Off") : percentText(value);
}

class SoundAndPicturePage final : public DeskPage {
 public:
  explicit SoundAndPicturePage(const DeskTools& tools)
      : DeskPage(tools),
        dials_{Dial{"volume", MachinePart::Volume, {}, 0, "", ""},
               Dial{"brightness", MachinePart::Brightness, {}, 0, "", ""},
               Dial{"rotation", MachinePart::Rotation, {}, 0, "", ""}} {
    SoundAndPicturePage::refresh();
  }

  void refresh() override {
    const platform::MachinePlaces& places = tools_.machine->places;
    put(dials_[0], platform::volume(places.mixer), {kVolumes.begin(), kVolumes.end()});
    put(dials_[1], platform::brightness(places.backlights), {kLights.begin(), kLights.end()});
    const auto turned = platform::rotation(places.display);
    if (turned && turned->possible.size() < 2) {
      put(dials_[2], platform::MachineRefusal::Absent, {});
    } else if (turned) {
      put(dials_[2], turned->degrees, turned->possible);
    } else {
      put(dials_[2], turned.error(), {});
    }
  }

  [[nodiscard]] ScreenView view() const override {
    DeskView view;
    view.screen = "sound-and-picture";
    view.title = tr("Sound and picture");
    view.lead = tr("What you touch counts at once.");
    view.form.emplace();
    for (const Dial& dial : dials_) view.form->fields.push_back(fieldOf(dial));
    for (const Switch& one : switches_) view.form->fields.push_back(fieldOf(one));
    return view;
  }

  [[nodiscard]] Step handle(const Intent& intent) override {
    if (intent.act == Act::Back) return GoBack{};
    if (intent.index >= dials_.size()) return flip(intent);
    Dial& dial = dials_[intent.index];
    if (intent.act == Act::Focus && dial.values.empty()) {
      return sayTrouble(tools_, labelOf(dial.part), dial.absent);
    }
    if (intent.act != Act::Choose || intent.option >= dial.values.size()) return StayHere{};
    return set(dial, dial.values[intent.option]);
  }

 private:
  static void put(Dial& dial, platform::Result<int, platform::MachineRefusal> now,
                  std::vector<int> values) {
    dial.values = now ? std::move(values) : std::vector<int>{};
    dial.absent = now ? "" : sentence(dial.part, now.error());
    if (now) dial.now = *now;
  }

  static FormField fieldOf(const Dial& dial) {
    FormField field;
    field.id = dial.id;
    field.label = labelOf(dial.part);
    field.mistake = dial.mistake;
    if (dial.values.empty()) field.whenEmpty = tr("Not on this machine: touch to see why");
    for (const int value : dial.values) field.choices.push_back(valueText(dial.part, value));
    if (!dial.values.empty()) field.chosen = nearest(dial.values, dial.now);
    return field;
  }

  [[nodiscard]] FormField fieldOf(const Switch& one) const {
    FormField field;
    field.id = one.key;
    field.label = tr(one.label);
    field.mistake = one.mistake;
    field.choices = {tr("On"), tr("Off")};
    field.chosen = tools_.machine->settings.*one.state ? 0 : 1;
    return field;
  }

  Step flip(const Intent& intent) {
    const std::size_t at = intent.index - dials_.size();
    if (intent.act != Act::Choose || at >= switches_.size()) return StayHere{};
    Switch& one = switches_[at];
    const bool on = intent.option == 0;
    tools_.machine->settings.*one.state = on;
    one.mistake = keepSetting(*tools_.machine, one.key, on);
    return StayHere{};
  }

  Step set(Dial& dial, int value) {
    dial.mistake.clear();
    const auto done = setPart(dial.part, value);
    if (!done) {
      dial.mistake = sentence(dial.part, done.error());
      return StayHere{};
    }
    const int before = std::exchange(dial.now, value);
    Settings& settings = tools_.machine->settings;
    if (dial.part == MachinePart::Rotation) {
      if (value == before) return StayHere{};
      return OpenPage{std::make_unique<TurnedPage>(tools_, before, value)};
    }
    const bool sound = dial.part == MachinePart::Volume;
    (sound ? settings.volumePercent : settings.brightnessPercent) = value;
    dial.mistake = keepSetting(*tools_.machine, sound ? "volume_percent" : "brightness_percent",
                               std::int64_t{value});
    return StayHere{};
  }

  [[nodiscard]] platform::Result<platform::Done, platform::MachineRefusal> setPart(
      MachinePart part, int value) const {
    const platform::MachinePlaces& places = tools_.machine->places;
    if (part == MachinePart::Volume) return platform::setVolume(places.mixer, value);
    if (part == MachinePart::Brightness) return platform::setBrightness(places, value);
    return platform::setRotation(places.display, value);
  }

  std::array<Dial, 3> dials_;
  std::array<Switch, 2> switches_{Switch{"sounds", noted("Sounds"), &Settings::sounds, ""},
                                  Switch{"motion", noted("Motion"), &Settings::motion, ""}};
};

}  // namespace

std::unique_ptr<DeskPage> soundAndPicturePage(const DeskTools& tools) {
  return std::make_unique<SoundAndPicturePage>(tools);
}

}  // namespace hallpass

#include "platform/os/rotation.h"

#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "platform/os/touch_turn.h"

namespace platform {
namespace {

struct Turn {
  int degrees;
  Rotation rotation;
};
// XRandR counts against the clock.
constexpr std::array<Turn, 4> kTurns{
    {{0, RR_Rotate_0}, {90, RR_Rotate_270}, {180, RR_Rotate_180}, {270, RR_Rotate_90}}};

struct DisplayCloser {
  void operator()(Display* display) const { XCloseDisplay(display); }
};

/// Xlib ends the program at an error that nobody takes: a server may refuse a turn that it offered.
class ErrorsTaken {
 public:
  ErrorsTaken() : before_(XSetErrorHandler([](Display*, XErrorEvent*) { return 0; })) {}
  ~ErrorsTaken() { XSetErrorHandler(before_); }
  ErrorsTaken(const ErrorsTaken&) = delete;
  ErrorsTaken& operator=(const ErrorsTaken&) = delete;

 private:
  XErrorHandler before_;
};

/// What the server says of its screen.
struct ServerScreen {
  std::unique_ptr<Display, DisplayCloser> display;
  std::unique_ptr<XRRScreenConfiguration, decltype(&XRRFreeScreenConfigInfo)> info{
      nullptr, &XRRFreeScreenConfigInfo};
  Window root = 0;
};

Result<ServerScreen, MachineRefusal> screenOf(const std::string& name) {
  ServerScreen screen;
  screen.display.reset(XOpenDisplay(name.empty() ? nullptr : name.c_str()));
  if (!screen.display) return MachineRefusal::Absent;
  int event = 0;
  int error = 0;
  if (XRRQueryExtension(screen.display.get(), &event, &error) == 0) return MachineRefusal::Absent;
  screen.root = DefaultRootWindow(screen.display.get());
  screen.info.reset(XRRGetScreenInfo(screen.display.get(), screen.root));
  if (!screen.info) return MachineRefusal::Absent;
  return screen;
}

/// Without the mirroring that the server may know of beside the turns.
bool can(const ServerScreen& screen, Rotation wanted) {
  Rotation now = 0;
  return (XRRConfigRotations(screen.info.get(), &now) & wanted) != 0;
}

}  // namespace

Result<RotationSetting, MachineRefusal> rotation(const std::string& display) {
  const ErrorsTaken taken;
  const auto screen = screenOf(display);
  if (!screen) return screen.error();
  Rotation now = 0;
  XRRConfigCurrentConfiguration(screen->info.get(), &now);
  RotationSetting setting;
  for (const Turn& turn : kTurns) {
    if ((now & turn.rotation) != 0) setting.degrees = turn.degrees;
    if (can(*screen, turn.rotation)) setting.possible.push_back(turn.degrees);
  }
  return setting;
}

Result<Done, MachineRefusal> setRotation(const std::string& display, int degrees) {
  const ErrorsTaken taken;
  const auto screen = screenOf(display);
  if (!screen) return screen.error();
  const auto* turn = std::find_if(kTurns.begin(), kTurns.end(),
                                  [&](const Turn& each) { return each.degrees == degrees; });
  if (turn == kTurns.end() || !can(*screen, turn->rotation)) return MachineRefusal::Absent;
  Rotation now = 0;
  const SizeID size = XRRConfigCurrentConfiguration(screen->info.get(), &now);
  const Status set = XRRSetScreenConfig(screen->display.get(), screen->info.get(), screen->root,
                                        size, turn->rotation, CurrentTime);
  if (set != RRSetConfigSuccess) return MachineRefusal::Failed;
  turnTouch(display, degrees);
  return Done{};
}

}  // namespace platform

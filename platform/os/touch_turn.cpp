#include "platform/os/touch_turn.h"

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>

#include <algorithm>
#include <memory>

namespace platform {
namespace {

struct DisplayCloser {
  void operator()(Display* display) const { XCloseDisplay(display); }
};

bool isTouchPanel(const XIDeviceInfo& device) {
  if (device.use != XISlavePointer && device.use != XIFloatingSlave) return false;
  return std::any_of(device.classes, device.classes + device.num_classes,
                     [](const XIAnyClassInfo* each) { return each->type == XITouchClass; });
}

}  // namespace

std::array<float, 9> touchMatrix(int degrees) {
  switch (degrees) {
    case 90:
      return {0, 1, 0, -1, 0, 1, 0, 0, 1};
    case 180:
      return {-1, 0, 1, 0, -1, 1, 0, 0, 1};
    case 270:
      return {0, -1, 1, 1, 0, 0, 0, 0, 1};
    default:
      return {1, 0, 0, 0, 1, 0, 0, 0, 1};
  }
}

void turnTouch(const std::string& display, int degrees) {
  const std::unique_ptr<Display, DisplayCloser> server(
      XOpenDisplay(display.empty() ? nullptr : display.c_str()));
  if (!server) return;
  int major = 2;
  int minor = 2;
  if (XIQueryVersion(server.get(), &major, &minor) != Success) return;
  const Atom property = XInternAtom(server.get(), "Coordinate Transformation Matrix", True);
  const Atom type = XInternAtom(server.get(), "FLOAT", True);
  if (property == None || type == None) return;
  std::array<float, 9> matrix = touchMatrix(degrees);
  int count = 0;
  XIDeviceInfo* devices = XIQueryDevice(server.get(), XIAllDevices, &count);
  for (int at = 0; devices != nullptr && at < count; ++at) {
    if (!isTouchPanel(devices[at])) continue;
    // It takes what is 32 bits wide as it stands in memory, unlike XChangeProperty().
    XIChangeProperty(server.get(), devices[at].deviceid, property, type, 32, XIPropModeReplace,
                     // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
                     reinterpret_cast<unsigned char*>(matrix.data()),
                     static_cast<int>(matrix.size()));
  }
  if (devices != nullptr) XIFreeDeviceInfo(devices);
  XSync(server.get(), False);
}

}  // namespace platform

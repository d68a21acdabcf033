#include "platform/display/screen_cover.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

namespace platform {
namespace {

bool isManaged(::Display* display) {
  const Atom check = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False);
  Atom type = 0;
  int format = 0;
  unsigned long count = 0;
  unsigned long left = 0;
  unsigned char* value = nullptr;
  XGetWindowProperty(display, XDefaultRootWindow(display), check, 0, 1, False, XA_WINDOW, &type,
                     &format, &count, &left, &value);
  if (value != nullptr) XFree(value);
  return count > 0;
}

}  // namespace

void coverScreen(_XDisplay* display, unsigned long window) {
  const Atom state = XInternAtom(display, "_NET_WM_STATE", False);
  const Atom full = XInternAtom(display, "_NET_WM_STATE_FULLSCREEN", False);
  XChangeProperty(display, window, state, XA_ATOM, 32, PropModeReplace,
                  reinterpret_cast<const unsigned char*>(&full), 1);
  XSetWindowAttributes wishes{};
  wishes.override_redirect = isManaged(display) ? False : True;
  XChangeWindowAttributes(display, window, CWOverrideRedirect, &wishes);
}

}  // namespace platform

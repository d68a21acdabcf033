// What a screen and those who stand before it do beyond touching and typing.
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xfixes.h>
#include <X11/extensions/Xrandr.h>

#include <algorithm>
#include <csignal>
#include <stdexcept>

#include "tests/support/display.h"

namespace tests {
namespace {

/// A key that no keyboard of US layout uses.
constexpr unsigned kSpareKey = 255;

Window findTitled(::Display* connection, Window window, const std::string& title) {
  char* held = nullptr;
  if (XFetchName(connection, window, &held) != 0 && held != nullptr) {
    const bool same = title == held;
    XFree(held);
    if (same) return window;
  }
  Window root = 0;
  Window parent = 0;
  Window* children = nullptr;
  unsigned count = 0;
  if (XQueryTree(connection, window, &root, &parent, &children, &count) == 0) return 0;
  Window found = 0;
  for (unsigned i = 0; i < count && found == 0; ++i) {
    found = findTitled(connection, children[i], title);
  }
  if (children != nullptr) XFree(children);
  return found;
}

/// The one screen of the server, by XRandR.
class Output {
 public:
  explicit Output(::Display* connection)
      : connection_(connection),
        root_(XDefaultRootWindow(connection)),
        resources_(XRRGetScreenResources(connection, root_)) {
    if (resources_ == nullptr || resources_->ncrtc != 1 || resources_->noutput != 1) {
      throw std::runtime_error("the display has no screen that could change");
    }
  }
  ~Output() { XRRFreeScreenResources(resources_); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void off() {
    XRRSetCrtcConfig(connection_, resources_, resources_->crtcs[0], CurrentTime, 0, 0, None,
                     RR_Rotate_0, nullptr, 0);
    XSync(connection_, False);
  }

  void on(Size size, Size mm) {
    const RRMode mode = modeOf(size);
    off();
    XRRSetScreenSize(connection_, root_, size.width, size.height, mm.width, mm.height);
    const Status status =
        XRRSetCrtcConfig(connection_, resources_, resources_->crtcs[0], CurrentTime, 0, 0, mode,
                         RR_Rotate_0, resources_->outputs, 1);
    XSync(connection_, False);
    if (status != RRSetConfigSuccess) throw std::runtime_error("the screen takes no other size");
  }

 private:
  RRMode modeOf(Size size) {
    for (int i = 0; i < resources_->nmode; ++i) {
      const XRRModeInfo& mode = resources_->modes[i];
      if (static_cast<int>(mode.width) == size.width &&
          static_cast<int>(mode.height) == size.height)
        return mode.id;
    }
    const std::string name = std::to_string(size.width) + "x" + std::to_string(size.height);
    XRRModeInfo* mode = XRRAllocModeInfo(name.c_str(), static_cast<int>(name.size()));
    mode->width = mode->hTotal = static_cast<unsigned>(size.width);
    mode->height = mode->vTotal = static_cast<unsigned>(size.height);
    mode->dotClock = 60UL * mode->hTotal * mode->vTotal;
    const RRMode made = XRRCreateMode(connection_, root_, mode);
    XRRAddOutputMode(connection_, resources_->outputs[0], made);
    XRRFreeModeInfo(mode);
    return made;
  }

  ::Display* connection_;
  Window root_;
  XRRScreenResources* resources_;
};

}  // namespace

double Display::pixelsPerMm() const {
  const bool turned = (made_.width > made_.height) != (size_.width > size_.height);
  const double mm = (turned ? made_.height : made_.width) * 25.4 / dotsPerInch_;
  return size_.width / mm;
}

void Display::pressTogether(const std::vector<unsigned long>& symbols) {
  std::vector<KeyCode> keys;
  for (const unsigned long symbol : symbols) {
    keys.push_back(XKeysymToKeycode(connection_.get(), symbol));
    if (keys.back() == 0) return;
  }
  for (const KeyCode key : keys) XTestFakeKeyEvent(connection_.get(), key, True, CurrentTime);
  std::reverse(keys.begin(), keys.end());
  for (const KeyCode key : keys) XTestFakeKeyEvent(connection_.get(), key, False, CurrentTime);
  XSync(connection_.get(), False);
}

void Display::typeCharacter(char32_t character) {
  KeySym symbol = 0x01000000UL | character;  // X's rule for characters of Unicode.
  XChangeKeyboardMapping(connection_.get(), static_cast<int>(kSpareKey), 1, &symbol, 1);
  XSync(connection_.get(), False);
  XTestFakeKeyEvent(connection_.get(), kSpareKey, True, CurrentTime);
  XTestFakeKeyEvent(connection_.get(), kSpareKey, False, CurrentTime);
  XSync(connection_.get(), False);
}

void Display::click(unsigned button) {
  XTestFakeButtonEvent(connection_.get(), button, True, CurrentTime);
  XTestFakeButtonEvent(connection_.get(), button, False, CurrentTime);
  XSync(connection_.get(), False);
}

unsigned long Display::windowOf(const std::string& title) {
  return findTitled(connection_.get(), XDefaultRootWindow(connection_.get()), title);
}

void Display::sendMessage(unsigned long window, const char* type, const std::vector<long>& data) {
  XEvent event{};
  event.xclient.type = ClientMessage;
  event.xclient.window = window;
  event.xclient.message_type = XInternAtom(connection_.get(), type, False);
  event.xclient.format = 32;
  std::copy(data.begin(), data.end(), event.xclient.data.l);
  XSendEvent(connection_.get(), window, False, NoEventMask, &event);
  XSync(connection_.get(), False);
}

void Display::askToClose(const std::string& title) {
  const Window window = windowOf(title);
  const auto close = static_cast<long>(XInternAtom(connection_.get(), "WM_DELETE_WINDOW", False));
  if (window != 0) sendMessage(window, "WM_PROTOCOLS", {close, CurrentTime});
}

void Display::dropOn(const std::string& title) {
  const Window window = windowOf(title);
  if (window == 0) return;
  const auto root = static_cast<long>(XDefaultRootWindow(connection_.get()));
  const auto list = static_cast<long>(XInternAtom(connection_.get(), "text/uri-list", False));
  const auto copy = static_cast<long>(XInternAtom(connection_.get(), "XdndActionCopy", False));
  sendMessage(window, "XdndEnter", {root, 5L << 24U, list, 0, 0});
  sendMessage(window, "XdndPosition", {root, 0, (100L << 16U) | 100L, CurrentTime, copy});
  sendMessage(window, "XdndDrop", {root, 0, CurrentTime, 0, 0});
}

Rect Display::placeOf(const std::string& title) {
  const Window window = windowOf(title);
  XWindowAttributes seen{};
  if (window == 0 || XGetWindowAttributes(connection_.get(), window, &seen) == 0) return {};
  if (seen.map_state != IsViewable) return {};
  int x = 0;
  int y = 0;
  Window child = 0;
  XTranslateCoordinates(connection_.get(), window, XDefaultRootWindow(connection_.get()), 0, 0, &x,
                        &y, &child);
  return {x, y, seen.width, seen.height};
}

bool Display::showsPointer() {
  XFixesCursorImage* cursor = XFixesGetCursorImage(connection_.get());
  if (cursor == nullptr) throw std::runtime_error("the display does not tell its pointer");
  const std::size_t count = static_cast<std::size_t>(cursor->width) * cursor->height;
  const bool seen = std::any_of(cursor->pixels, cursor->pixels + count,
                                [](unsigned long pixel) { return pixel >> 24U != 0; });
  XFree(cursor);
  return seen;
}

void Display::changeSize(Size size) {
  const Size mm{static_cast<int>(size.width * 25.4 / dotsPerInch_),
                static_cast<int>(size.height * 25.4 / dotsPerInch_)};
  Output(connection_.get()).on(size, mm);
  size_ = size;
}

void Display::unplug() { Output(connection_.get()).off(); }

void Display::freeze() { server_->send(SIGSTOP); }

void Display::thaw() { server_->send(SIGCONT); }

}  // namespace tests

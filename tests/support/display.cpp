#include "tests/support/display.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

namespace tests {
namespace {

constexpr int kStartLimitMs = 30'000;
constexpr unsigned kTapButton = 1;
constexpr unsigned long kLiftMs = 60;

/// The display number that the server writes once it takes connections.
std::string readDisplayNumber(int descriptor) {
  std::string number;
  pollfd wait{descriptor, POLLIN, 0};
  while (number.find('\n') == number.npos && poll(&wait, 1, kStartLimitMs) > 0) {
    std::array<char, 16> buffer{};
    const ssize_t count = read(descriptor, buffer.data(), buffer.size());
    if (count <= 0) break;
    number.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return number.substr(0, number.find('\n'));
}

void collectTitles(::Display* connection, Window window, std::vector<std::string>& titles) {
  char* title = nullptr;
  if (XFetchName(connection, window, &title) != 0 && title != nullptr) {
    titles.emplace_back(title);
    XFree(title);
  }
  Window root = 0;
  Window parent = 0;
  Window* children = nullptr;
  unsigned count = 0;
  if (XQueryTree(connection, window, &root, &parent, &children, &count) == 0) return;
  for (unsigned i = 0; i < count; ++i) collectTitles(connection, children[i], titles);
  if (children != nullptr) XFree(children);
}

/// The server's 32-bit blue, green, red, unused.
Image fromServer(const XImage& picture) {
  if (picture.bits_per_pixel != 32) throw std::runtime_error("the screen is not of 32 bits");
  Image image({picture.width, picture.height});
  std::uint8_t* to = image.bytes().data();
  for (int y = 0; y < picture.height; ++y) {
    const char* from = picture.data + static_cast<std::ptrdiff_t>(y) * picture.bytes_per_line;
    for (int x = 0; x < picture.width; ++x, from += 4) {
      *to++ = static_cast<std::uint8_t>(from[2]);
      *to++ = static_cast<std::uint8_t>(from[1]);
      *to++ = static_cast<std::uint8_t>(from[0]);
    }
  }
  return image;
}

}  // namespace

void Display::Closer::operator()(_XDisplay* connection) const { XCloseDisplay(connection); }

Display::Display(Size size, int dotsPerInch) : made_(size), size_(size), dotsPerInch_(dotsPerInch) {
  startServer();
  connection_.reset(XOpenDisplay(name_.c_str()));
  if (!connection_) throw std::runtime_error("cannot connect to the display " + name_);
  int unused = 0;
  if (XTestQueryExtension(connection_.get(), &unused, &unused, &unused, &unused) == 0) {
    throw std::runtime_error("the display cannot take test events");
  }
}

Display::~Display() {
  connection_.reset();
  server_->send(SIGTERM);
  server_->waitFor(std::chrono::seconds(5));
}

void Display::startServer() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
  const int quiet = open("/dev/null", O_WRONLY | O_CLOEXEC);
  const std::string screen =
      std::to_string(size_.width) + "x" + std::to_string(size_.height) + "x24";
  server_.emplace(Launch{{"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0", screen,
                          "-dpi", std::to_string(dotsPerInch_), "-nolisten", "tcp", "-noreset"},
                         {},
                         quiet,
                         quiet,
                         ends[1]});
  close(ends[1]);
  close(quiet);
  const std::string number = readDisplayNumber(ends[0]);
  close(ends[0]);
  if (number.empty()) throw std::runtime_error("Xvfb does not start; is it installed?");
  name_ = ":" + number;
}

void Display::movePointer(Point to) {
  if (to.x != pointer_.x || to.y != pointer_.y) lifted_ = false;
  pointer_ = to;
  XTestFakeMotionEvent(connection_.get(), -1, to.x, to.y, CurrentTime);
  XSync(connection_.get(), False);
}

void Display::press() {
  // The server waits as long as a fast finger lifts between two taps on one spot.
  XTestFakeButtonEvent(connection_.get(), kTapButton, True, lifted_ ? kLiftMs : 0);
  lifted_ = false;
  XSync(connection_.get(), False);
}

void Display::release() {
  XTestFakeButtonEvent(connection_.get(), kTapButton, False, CurrentTime);
  lifted_ = true;
  XSync(connection_.get(), False);
}

void Display::tap(Point at) {
  movePointer(at);
  press();
  release();
}

void Display::typeKey(unsigned long symbol, bool shifted) {
  ::Display* connection = connection_.get();
  const unsigned shift = XKeysymToKeycode(connection, XK_Shift_L);
  const unsigned key = XKeysymToKeycode(connection, symbol);
  if (shifted) XTestFakeKeyEvent(connection, shift, True, CurrentTime);
  XTestFakeKeyEvent(connection, key, True, CurrentTime);
  XTestFakeKeyEvent(connection, key, False, CurrentTime);
  if (shifted) XTestFakeKeyEvent(connection, shift, False, CurrentTime);
  XSync(connection, False);
}

void Display::type(std::string_view text) {
  for (const char c : text) {
    const KeySym symbol = c == '\n' ? XK_Return : static_cast<unsigned char>(c);
    const KeyCode key = XKeysymToKeycode(connection_.get(), symbol);
    if (key == 0) throw std::runtime_error("no key types this character");
    typeKey(symbol, XkbKeycodeToKeysym(connection_.get(), key, 0, 0) != symbol);
  }
}

void Display::pressKey(unsigned long symbol) { typeKey(symbol, false); }

void Display::holdKey(unsigned long symbol) { setKey(symbol, true); }

void Display::releaseKey(unsigned long symbol) { setKey(symbol, false); }

void Display::setKey(unsigned long symbol, bool down) {
  const unsigned key = XKeysymToKeycode(connection_.get(), symbol);
  XTestFakeKeyEvent(connection_.get(), key, down ? True : False, CurrentTime);
  XSync(connection_.get(), False);
}

Image Display::screenshot() { return screenshot({0, 0, size_.width, size_.height}); }

Image Display::screenshot(const Rect& area) {
  XImage* picture = XGetImage(connection_.get(), XDefaultRootWindow(connection_.get()), area.x,
                              area.y, static_cast<unsigned>(area.width),
                              static_cast<unsigned>(area.height), XAllPlanes(), ZPixmap);
  if (picture == nullptr) throw std::runtime_error("the display gives no picture");
  Image image = fromServer(*picture);
  XDestroyImage(picture);
  return image;
}

std::vector<std::string> Display::windowTitles() {
  std::vector<std::string> titles;
  collectTitles(connection_.get(), XDefaultRootWindow(connection_.get()), titles);
  return titles;
}

}  // namespace tests

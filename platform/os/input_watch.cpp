#include "platform/os/input_watch.h"

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <utility>

namespace platform {

/// A connection of its own, which only tells of devices.
class InputWatch::Server {
 public:
  explicit Server(const std::string& display)
      : connection_(XOpenDisplay(display.empty() ? nullptr : display.c_str())) {
    if (connection_ == nullptr) return;
    // The window's own connection ends the program where the server dies; this one need not.
    XSetIOErrorExitHandler(
        connection_, [](Display*, void*) {}, nullptr);
    int major = 2;
    int minor = 0;
    if (XIQueryVersion(connection_, &major, &minor) != Success) return;
    std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits{};
    XISetMask(bits.data(), XI_HierarchyChanged);
    XIEventMask mask{XIAllDevices, static_cast<int>(bits.size()), bits.data()};
    XISelectEvents(connection_, DefaultRootWindow(connection_), &mask, 1);
    XSync(connection_, False);
  }
  ~Server() {
    if (connection_ != nullptr) XCloseDisplay(connection_);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] bool isThere() const { return connection_ != nullptr; }
  [[nodiscard]] int descriptor() const { return ConnectionNumber(connection_); }

  /// Takes what has come; whether there was anything.
  [[nodiscard]] bool drain() const {
    bool any = false;
    while (XPending(connection_) > 0) {
      XEvent event;
      XNextEvent(connection_, &event);
      any = true;
    }
    return any;
  }

 private:
  Display* connection_;
};

InputWatch::InputWatch(const std::string& display, std::function<void()> changed)
    : server_(std::make_unique<Server>(display)),
      stop_(::eventfd(0, EFD_CLOEXEC)),
      changed_(std::move(changed)) {
  if (server_->isThere() && stop_ >= 0) thread_ = std::thread([this] { watch(); });
}

InputWatch::~InputWatch() {
  const std::uint64_t one = 1;
  if (thread_.joinable() && ::write(stop_, &one, sizeof one) == sizeof one) thread_.join();
  ::close(stop_);
}

void InputWatch::watch() const {
  std::array<pollfd, 2> waits{pollfd{stop_, POLLIN, 0}, pollfd{server_->descriptor(), POLLIN, 0}};
  while (true) {
    if (::poll(waits.data(), waits.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return;
    }
    const bool gone = (waits[1].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
    if (waits[0].revents != 0 || gone) return;
    if (server_->drain()) changed_();
  }
}

}  // namespace platform

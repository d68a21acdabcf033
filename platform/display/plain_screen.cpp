#include "platform/display/plain_screen.h"

#include <X11/Xlib.h>
#include <poll.h>

#include <array>

#include "platform/display/plain_letters.h"
#include "platform/display/screen_cover.h"

namespace platform {

struct PlainScreen::Connection {
  ::Display* display = XOpenDisplay(nullptr);
  ::Window root = 0;
  ::Window window = 0;
  ::Pixmap picture = 0;
  ::GC pen = nullptr;

  Connection() = default;
  ~Connection() {
    if (display != nullptr) XCloseDisplay(display);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
};

namespace {

/// A request to close comes as a message that nobody answers, instead of as the end.
void refuseToClose(::Display* display, ::Window window) {
  Atom message = XInternAtom(display, "WM_DELETE_WINDOW", False);
  XSetWMProtocols(display, window, &message, 1);
}

void hidePointer(::Display* display, ::Window window) {
  const char none = 0;
  const ::Pixmap empty = XCreateBitmapFromData(display, window, &none, 1, 1);
  XColor black{};
  const ::Cursor cursor = XCreatePixmapCursor(display, empty, empty, &black, &black, 0, 0);
  XDefineCursor(display, window, cursor);
  XFreePixmap(display, empty);
}

}  // namespace

bool PlainScreen::isPossible() { return Connection().display != nullptr; }

Result<std::unique_ptr<PlainScreen>, std::string> PlainScreen::open() {
  auto connection = std::make_unique<Connection>();
  if (connection->display == nullptr) {
    return std::string("No X display could be opened. Start it inside an X session.");
  }
  ::Display* display = connection->display;
  const ::Window root = XDefaultRootWindow(display);
  XSetWindowAttributes wishes{};
  wishes.event_mask = ExposureMask | ButtonPressMask | ButtonReleaseMask | StructureNotifyMask;
  const int screen = XDefaultScreen(display);
  connection->root = root;
  connection->window =
      XCreateWindow(display, root, 0, 0, static_cast<unsigned>(XDisplayWidth(display, screen)),
                    static_cast<unsigned>(XDisplayHeight(display, screen)), 0, CopyFromParent,
                    InputOutput, nullptr, CWEventMask, &wishes);
  coverScreen(display, connection->window);
  refuseToClose(display, connection->window);
  hidePointer(display, connection->window);
  connection->pen = XCreateGC(display, connection->window, 0, nullptr);
  XSelectInput(display, root, StructureNotifyMask);
  XMapRaised(display, connection->window);
  return std::unique_ptr<PlainScreen>(new PlainScreen(std::move(connection)));
}

PlainScreen::PlainScreen(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)) {
  XWindowAttributes window;
  XGetWindowAttributes(connection_->display, connection_->window, &window);
  resize({window.width, window.height});
}

PlainScreen::~PlainScreen() = default;

void PlainScreen::resize(PixelSize size) {
  Connection& x = *connection_;
  size_ = size;
  if (x.picture != 0) XFreePixmap(x.display, x.picture);
  x.picture = XCreatePixmap(
      x.display, x.window, static_cast<unsigned>(size.width), static_cast<unsigned>(size.height),
      static_cast<unsigned>(XDefaultDepth(x.display, XDefaultScreen(x.display))));
}

void PlainScreen::fill(const Box& box, std::uint32_t colour) {
  Connection& x = *connection_;
  XSetForeground(x.display, x.pen, colour);
  XFillRectangle(x.display, x.picture, x.pen, box.x, box.y, static_cast<unsigned>(box.width),
                 static_cast<unsigned>(box.height));
}

void PlainScreen::write(std::string_view text, int x, int y, int dot, std::uint32_t colour) {
  drawPlain(text, [&](int column, int row) {
    fill({x + column * dot, y + row * dot, dot, dot}, colour);
  });
}

void PlainScreen::show() {
  Connection& x = *connection_;
  XCopyArea(x.display, x.picture, x.window, x.pen, 0, 0, static_cast<unsigned>(size_.width),
            static_cast<unsigned>(size_.height), 0, 0);
  XSync(x.display, False);
}

/// Takes what has come; whether `event` tells of something that counts.
bool PlainScreen::takeEvents(Event& event) {
  Connection& x = *connection_;
  bool found = false;
  while (!found && XPending(x.display) > 0) {
    XEvent next;
    XNextEvent(x.display, &next);
    if (next.type == ConfigureNotify && next.xconfigure.window == x.root) {
      XMoveResizeWindow(x.display, x.window, 0, 0, static_cast<unsigned>(next.xconfigure.width),
                        static_cast<unsigned>(next.xconfigure.height));
    } else if (next.type == ConfigureNotify &&
               PixelSize{next.xconfigure.width, next.xconfigure.height} != size_) {
      resize({next.xconfigure.width, next.xconfigure.height});
      event = Redraw{};
      found = true;
    } else if (next.type == Expose && next.xexpose.count == 0) {
      event = Redraw{};
      found = true;
    } else if (next.type == ButtonPress && next.xbutton.button == Button1) {
      tap_ = {next.xbutton.x, next.xbutton.y, -1, -1};
    } else if (next.type == ButtonRelease && next.xbutton.button == Button1) {
      tap_.upX = next.xbutton.x;
      tap_.upY = next.xbutton.y;
      event = tap_;
      found = true;
    }
  }
  return found;
}

PlainScreen::Event PlainScreen::wait(int endDescriptor, std::chrono::milliseconds limit) {
  Event event = LimitReached{};
  if (takeEvents(event)) return event;
  std::array<pollfd, 2> waits{pollfd{XConnectionNumber(connection_->display), POLLIN, 0},
                              pollfd{endDescriptor, POLLIN, 0}};
  if (poll(waits.data(), waits.size(), static_cast<int>(limit.count())) <= 0) return event;
  if (waits[1].revents != 0) return EndAsked{};
  takeEvents(event);
  return event;
}

}  // namespace platform

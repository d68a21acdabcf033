// A window as small as can be that behaves as the kiosk promises to: targets that act on a release
// within them, typed text, a QR code, a description feed. The driver proves itself on it, so that a
// test of the kiosk that fails speaks of the kiosk.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <fcntl.h>
#include <qrencode.h>
#include <unistd.h>

#include <cstring>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/geometry.h"

namespace {

using nlohmann::json;
using tests::Rect;

constexpr Rect kButton{40, 40, 120, 60};
constexpr Rect kQr{200, 40, 0, 0};
constexpr int kModule = 6;
constexpr int kQuietZone = 4;

bool holds(const Rect& area, int x, int y) {
  return x >= area.x && y >= area.y && x < area.right() && y < area.bottom();
}

json toJson(const Rect& area) { return {area.x, area.y, area.width, area.height}; }

class Toy {
 public:
  Toy(const std::string& feed, const std::string& payload)
      : connection_(XOpenDisplay(nullptr)),
        code_(QRcode_encodeString(payload.c_str(), 0, QR_ECLEVEL_Q, QR_MODE_8, 1)),
        feed_(open(feed.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600)) {
    window_ = XCreateSimpleWindow(connection_, XDefaultRootWindow(connection_), 0, 0, 640, 480, 0,
                                  0, 0x203040);
    XStoreName(connection_, window_, "Toy window");
    XSelectInput(connection_, window_,
                 ExposureMask | ButtonPressMask | ButtonReleaseMask | KeyPressMask);
    XMapWindow(connection_, window_);
    pen_ = XCreateGC(connection_, window_, 0, nullptr);
  }

  [[noreturn]] void run() {
    while (true) {
      XEvent event;
      XNextEvent(connection_, &event);
      if (handle(event)) show();
    }
  }

 private:
  bool handle(XEvent& event) {
    if (event.type == ButtonPress) pressed_ = holds(kButton, event.xbutton.x, event.xbutton.y);
    if (event.type == ButtonRelease && pressed_ &&
        holds(kButton, event.xbutton.x, event.xbutton.y)) {
      second_ = !second_;
      return true;
    }
    if (event.type == KeyPress) {
      char typed = 0;
      if (XLookupString(&event.xkey, &typed, 1, nullptr, nullptr) != 1) return false;
      typed_ += typed == '\r' ? '!' : typed;
      return true;
    }
    return event.type == Expose;
  }

  void fill(const Rect& area, unsigned long colour) {
    XSetForeground(connection_, pen_, colour);
    XFillRectangle(connection_, window_, pen_, area.x, area.y, static_cast<unsigned>(area.width),
                   static_cast<unsigned>(area.height));
  }

  [[nodiscard]] Rect qrArea() const {
    const int side = (code_->width + 2 * kQuietZone) * kModule;
    return {kQr.x, kQr.y, side, side};
  }

  void drawQr() {
    const Rect area = qrArea();
    fill(area, 0xffffff);
    for (int i = 0; i < code_->width * code_->width; ++i) {
      if ((code_->data[i] & 1U) == 0) continue;
      fill({area.x + (i % code_->width + kQuietZone) * kModule,
            area.y + (i / code_->width + kQuietZone) * kModule, kModule, kModule},
           0);
    }
  }

  void show() {
    XClearWindow(connection_, window_);
    fill(kButton, second_ ? 0x00ff00UL : 0xff0000UL);
    if (second_) drawQr();
    XSync(connection_, False);
    describe();
  }

  void describe() {
    json codes = json::array();
    if (second_) codes.push_back({{"label", "1"}, {"rect", toJson(qrArea())}});
    const json line{{"seq", ++sequence_},
                    {"screen", second_ ? "second" : "first"},
                    {"size", {640, 480}},
                    {"targets",
                     {{{"id", "next"},
                       {"label", "Next"},
                       {"role", "button"},
                       {"rect", toJson(kButton)},
                       {"enabled", true},
                       {"focused", false}}}},
                    {"texts", {typed_}},
                    {"text_rects", {{0, 0, 10, 10}}},
                    {"qr", codes},
                    {"focus", ""}};
    const std::string text = line.dump() + "\n";
    if (write(feed_, text.data(), text.size()) < 0) _exit(1);
  }

  Display* connection_;
  QRcode* code_;
  int feed_;
  Window window_ = 0;
  GC pen_ = nullptr;
  bool pressed_ = false;
  bool second_ = false;
  int sequence_ = 0;
  std::string typed_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 4 || std::strcmp(arguments[2], "--describe") != 0) return 2;
  Toy(arguments[3], arguments[1]).run();
}

#include "platform/display/window_image.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
// After Xlib's.
#include <X11/extensions/XShm.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <new>
#include <stdexcept>
#include <vector>

namespace platform {
namespace {

/// Whether the server refused anything since the last look; Xlib tells a function of C.
bool refused = false;

int noteRefusal(::Display* /*display*/, XErrorEvent* /*error*/) {
  refused = true;
  return 0;
}

bool isLittleEndian(::Display* display) { return XImageByteOrder(display) == LSBFirst; }

/// How many bits a pixel of this depth takes in a picture.
int bitsPerPixel(::Display* display, int depth) {
  int count = 0;
  XPixmapFormatValues* formats = XListPixmapFormats(display, &count);
  int bits = 0;
  for (int i = 0; i < count; ++i) {
    if (formats[i].depth == depth) bits = formats[i].bits_per_pixel;
  }
  if (formats != nullptr) XFree(formats);
  return bits;
}

}  // namespace

/// The memory, and how the server knows it.
struct WindowImage::Store {
  ::Display* display;
  ::GC pen;
  XImage* image = nullptr;
  XShmSegmentInfo segment{};
  bool shared = false;
  std::vector<char> own;

  Store(::Display* to, ::Window window) : display(to), pen(XCreateGC(to, window, 0, nullptr)) {}
  ~Store() {
    release();
    XFreeGC(display, pen);
  }
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  void release();
  bool share(const XWindowAttributes& window, PixelSize size);
  bool attach(PixelSize size);
  void make(const XWindowAttributes& window, PixelSize size);
};

void WindowImage::Store::release() {
  if (image == nullptr) return;
  if (shared) {
    XShmDetach(display, &segment);
    XSync(display, False);
    ::shmdt(segment.shmaddr);
  }
  image->data = nullptr;  // Not Xlib's to free.
  XDestroyImage(image);
  image = nullptr;
  shared = false;
}

/// The memory is nobody's any more once both have let it go, even where the program dies.
bool WindowImage::Store::attach(PixelSize size) {
  const auto bytes =
      static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(size.height);
  segment.shmid = ::shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
  if (segment.shmid < 0) return false;
  void* memory = ::shmat(segment.shmid, nullptr, 0);
  const auto failed = reinterpret_cast<void*>(-1);  // NOLINT(performance-no-int-to-ptr): shmat(2)
  if (memory != failed) {
    segment.shmaddr = image->data = static_cast<char*>(memory);
    segment.readOnly = True;
    refused = false;
    XSync(display, False);
    const XErrorHandler before = XSetErrorHandler(noteRefusal);
    shared = XShmAttach(display, &segment) != 0;
    XSync(display, False);
    XSetErrorHandler(before);
    shared = shared && !refused;
    if (!shared) ::shmdt(memory);
  }
  ::shmctl(segment.shmid, IPC_RMID, nullptr);
  return shared;
}

bool WindowImage::Store::share(const XWindowAttributes& window, PixelSize size) {
  if (XShmQueryExtension(display) == False) return false;
  image = XShmCreateImage(display, window.visual, static_cast<unsigned>(window.depth), ZPixmap,
                          nullptr, &segment, static_cast<unsigned>(size.width),
                          static_cast<unsigned>(size.height));
  if (image == nullptr) return false;
  if (attach(size)) return true;
  release();
  return false;
}

void WindowImage::Store::make(const XWindowAttributes& window, PixelSize size) {
  release();
  own = {};
  if (share(window, size)) return;
  own.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
  image = XCreateImage(display, window.visual, static_cast<unsigned>(window.depth), ZPixmap, 0,
                       own.data(), static_cast<unsigned>(size.width),
                       static_cast<unsigned>(size.height), 32, 0);
  if (image == nullptr) throw std::bad_alloc();
}

std::optional<Canvas::Order> WindowImage::orderOf(_XDisplay* display, unsigned long window) {
  XWindowAttributes facts;
  if (display == nullptr || XGetWindowAttributes(display, window, &facts) == 0) return std::nullopt;
  if (!isLittleEndian(display) || bitsPerPixel(display, facts.depth) != 32) return std::nullopt;
  const Visual& visual = *facts.visual;
  if (visual.green_mask != 0xFF00) return std::nullopt;
  if (visual.red_mask == 0xFF && visual.blue_mask == 0xFF0000) return Canvas::Order::RedFirst;
  if (visual.red_mask == 0xFF0000 && visual.blue_mask == 0xFF) return Canvas::Order::BlueFirst;
  return std::nullopt;
}

WindowImage::WindowImage(_XDisplay* display, unsigned long window)
    : display_(display), window_(window), store_(std::make_unique<Store>(display, window)) {}

WindowImage::~WindowImage() { finishReading(); }

Surface WindowImage::resize(PixelSize size) {
  finishReading();
  XWindowAttributes facts;
  if (XGetWindowAttributes(display_, window_, &facts) == 0) {
    throw std::runtime_error("The window is gone.");
  }
  size_ = {};
  store_->make(facts, size);
  size_ = size;
  return {reinterpret_cast<std::uint8_t*>(store_->image->data), size,
          store_->image->bytes_per_line};
}

void WindowImage::put(const Area& area) {
  const auto width = static_cast<unsigned>(area.right - area.left);
  const auto height = static_cast<unsigned>(area.bottom - area.top);
  if (store_->shared) {
    XShmPutImage(display_, window_, store_->pen, store_->image, area.left, area.top, area.left,
                 area.top, width, height, False);
  } else {
    XPutImage(display_, window_, store_->pen, store_->image, area.left, area.top, area.left,
              area.top, width, height);
  }
  unread_ = true;
}

void WindowImage::send() { XFlush(display_); }

void WindowImage::finishReading() {
  if (unread_) wait();
}

void WindowImage::wait() {
  XSync(display_, False);
  unread_ = false;
}

bool WindowImage::isShared() const { return store_->shared; }

}  // namespace platform

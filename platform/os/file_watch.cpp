#include "platform/os/file_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <utility>

namespace platform {
namespace {

/// A burst is over when nothing happens for this long, ...
constexpr int kQuietMs = 50;
/// ... or when it has gone on for so many of these waits: a long import still shows.
constexpr int kLongestBurst = 10;

void drain(int descriptor) {
  std::array<char, 4096> events{};
  while (::read(descriptor, events.data(), events.size()) > 0) {
  }
}

}  // namespace

FileWatch::FileWatch(const std::filesystem::path& folder, std::function<void()> changed)
    : changes_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)),
      stop_(::eventfd(0, EFD_CLOEXEC)),
      changed_(std::move(changed)) {
  ::inotify_add_watch(changes_, folder.c_str(), IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO);
  if (changes_ >= 0 && stop_ >= 0) thread_ = std::thread([this] { watch(); });
}

FileWatch::~FileWatch() {
  const std::uint64_t one = 1;
  if (thread_.joinable() && ::write(stop_, &one, sizeof one) == sizeof one) thread_.join();
  ::close(changes_);
  ::close(stop_);
}

void FileWatch::watch() const {
  std::array<pollfd, 2> waits{pollfd{stop_, POLLIN, 0}, pollfd{changes_, POLLIN, 0}};
  while (true) {
    if (::poll(waits.data(), waits.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return;
    }
    if (waits[0].revents != 0) return;
    for (int burst = 0; burst < kLongestBurst; ++burst) {
      drain(changes_);
      if (::poll(&waits[1], 1, kQuietMs) <= 0) break;
    }
    changed_();
  }
}

}  // namespace platform

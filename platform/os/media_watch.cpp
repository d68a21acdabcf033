#include "platform/os/media_watch.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <utility>

namespace platform {
namespace {

namespace fs = std::filesystem;

/// A burst is over when nothing happens for this long, ...
constexpr int kQuietMs = 100;
/// ... or when it has gone on for this long: a long copy still shows.
constexpr std::chrono::seconds kLongestBurst{1};

constexpr std::uint32_t kComesOrGoes = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                       IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
constexpr std::uint32_t kChanges = kComesOrGoes | IN_CLOSE_WRITE;

/// `folder`, or the nearest one around it that is there.
fs::path nearest(const fs::path& folder) {
  std::error_code error;
  fs::path there = folder;
  while (!fs::is_directory(there, error) && there != there.parent_path()) {
    there = there.parent_path();
  }
  return there;
}

void watchInside(int changes, const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator each(folder, error), end; !error && each != end;
       each.increment(error)) {
    std::error_code gone;
    if (!each->is_directory(gone)) continue;
    ::inotify_add_watch(changes, each->path().c_str(), kChanges | IN_DONT_FOLLOW);
  }
}

}  // namespace

MediaWatch::MediaWatch(const fs::path& folder, std::function<void()> changed)
    : folder_(fs::absolute(folder).lexically_normal()),
      changed_(std::move(changed)),
      stop_(::eventfd(0, EFD_CLOEXEC)),
      mounts_(::open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)) {
  arm();
  if (stop_ >= 0) thread_ = std::thread([this] { watch(); });
}

MediaWatch::~MediaWatch() {
  const std::uint64_t one = 1;
  if (thread_.joinable() && ::write(stop_, &one, sizeof one) == sizeof one) thread_.join();
  ::close(changes_);
  ::close(mounts_);
  ::close(stop_);
}

/// Watches the folder and those in it as they now are. Anew each time: what is watched follows the
/// folder's content, not its path, when a stick is mounted over it or it is moved away.
void MediaWatch::arm() {
  const int before = changes_;
  changes_ = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  fs::path there;
  do {  // Until no nearer one was made meanwhile.
    there = nearest(folder_);
    ::inotify_add_watch(changes_, there.c_str(), there == folder_ ? kChanges : kComesOrGoes);
  } while (there != nearest(folder_));
  isThere_ = there == folder_;
  if (isThere_) watchInside(changes_, folder_);
  if (before >= 0) ::close(before);
}

/// Whether something changes within that time (-1 = as long as it takes); false at the end, too.
bool MediaWatch::waitFor(int milliseconds) const {
  std::array<pollfd, 3> waits{pollfd{stop_, POLLIN, 0}, pollfd{changes_, POLLIN, 0},
                              pollfd{mounts_, POLLPRI, 0}};
  int count = -1;
  do {
    count = ::poll(waits.data(), waits.size(), milliseconds);
  } while (count < 0 && errno == EINTR);
  return count > 0 && waits[0].revents == 0;
}

void MediaWatch::watch() {
  while (waitFor(-1)) {
    const bool wasThere = isThere_;
    arm();
    const auto end = std::chrono::steady_clock::now() + kLongestBurst;
    while (std::chrono::steady_clock::now() < end && waitFor(kQuietMs)) arm();
    // What happens around a folder that is not there is nobody's concern.
    if (wasThere || isThere_) changed_();
  }
}

}  // namespace platform

#include "tests/support/feed.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace tests {

Feed::Feed(std::filesystem::path file) : file_(std::move(file)) {
  descriptor_ = open(file_.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0600);
  watch_ = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (descriptor_ < 0 || inotify_add_watch(watch_, file_.c_str(), IN_MODIFY) < 0) {
    throw std::runtime_error("cannot watch " + file_.string());
  }
}

Feed::~Feed() {
  close(watch_);
  close(descriptor_);
}

bool Feed::readOne() {
  std::array<char, 65536> buffer{};
  ssize_t count = 0;
  while ((count = read(descriptor_, buffer.data(), buffer.size())) > 0) {
    unread_.append(buffer.data(), static_cast<std::size_t>(count));
  }
  const std::size_t end = unread_.find('\n');
  if (end == unread_.npos) return false;
  latest_ = parseScene(unread_.substr(0, end));
  unread_.erase(0, end + 1);
  if (screens_.empty() || screens_.back() != latest_.screen) screens_.push_back(latest_.screen);
  return true;
}

bool Feed::waitForChange(int endDescriptor, std::chrono::milliseconds limit) const {
  std::array<pollfd, 2> waits{pollfd{watch_, POLLIN, 0}, pollfd{endDescriptor, POLLIN, 0}};
  if (poll(waits.data(), waits.size(), static_cast<int>(limit.count())) <= 0) return false;
  std::array<char, 4096> events{};
  const bool changed = read(watch_, events.data(), events.size()) > 0;
  return changed || waits[1].revents == 0;
}

bool Feed::readNew(int endDescriptor, std::chrono::milliseconds limit) {
  bool came = readOne();
  if (!came && waitForChange(endDescriptor, limit)) came = readOne();
  while (came && readOne()) {
  }
  return came;
}

const Scene& Feed::waitFor(std::string_view what, const Predicate& predicate, int endDescriptor,
                           std::chrono::milliseconds limit) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  bool ended = false;
  while (true) {
    if (latest_.sequence >= 0 && predicate(latest_)) return latest_;
    if (readOne()) continue;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    if (ended || left.count() <= 0) break;
    ended = !waitForChange(endDescriptor, left);
  }
  throw std::runtime_error("waited in vain for " + std::string(what) + "; the latest is " +
                           latest_.summary());
}

std::string Feed::everything() const {
  std::ifstream stream(file_, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace tests

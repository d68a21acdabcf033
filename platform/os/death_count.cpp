#include "platform/os/death_count.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>

namespace platform {
namespace {

/// Always written whole: "BOOT-ID running DEATH DEATH ...", filled up with spaces.
constexpr std::size_t kSize = 256;
constexpr std::size_t kMostDeaths = 8;

}  // namespace

DeathCount::DeathCount(const std::filesystem::path& file, const Clock& clock) : clock_(clock) {
  if (!hold(file)) return;
  read();
  write(true);
}

DeathCount::~DeathCount() {
  if (descriptor_ >= 0) close(descriptor_);
}

/// The kernel lets go of the file when the run is no more, however it ended.
bool DeathCount::hold(const std::filesystem::path& file) {
  descriptor_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor_ < 0) return false;
  if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return true;
  close(descriptor_);
  descriptor_ = -1;
  return false;
}

void DeathCount::read() {
  std::array<char, kSize> buffer{};
  const ssize_t count = pread(descriptor_, buffer.data(), buffer.size(), 0);
  if (count <= 0) return;
  std::istringstream text(std::string(buffer.data(), static_cast<std::size_t>(count)));
  std::string boot;
  std::string state;
  text >> boot >> state;
  if (boot != clock_.bootId()) return;
  for (std::int64_t death = 0; text >> death;) deaths_.push_back(death);
  const std::int64_t now = clock_.sinceBoot().ms;
  if (state == "running") deaths_.push_back(now);
  const std::int64_t oldest = now - std::chrono::milliseconds(kSpan).count();
  deaths_.erase(std::remove_if(deaths_.begin(), deaths_.end(),
                               [&](std::int64_t death) { return death < oldest || death > now; }),
                deaths_.end());
  if (deaths_.size() > kMostDeaths) {
    deaths_.erase(deaths_.begin(), deaths_.end() - static_cast<std::ptrdiff_t>(kMostDeaths));
  }
}

void DeathCount::write(bool running) const {
  if (descriptor_ < 0) return;
  std::string text = clock_.bootId();
  text += running ? " running" : " ended";
  for (const std::int64_t death : deaths_) text.append(" ").append(std::to_string(death));
  text.resize(kSize - 1, ' ');
  text += '\n';
  // One that cannot be written counts for nothing: the next run begins as usual.
  (void)!pwrite(descriptor_, text.data(), text.size(), 0);
}

void DeathCount::forget() {
  deaths_.clear();
  write(true);
}

void DeathCount::ended() { write(false); }

}  // namespace platform

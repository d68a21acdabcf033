#include "platform/os/erase_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace platform {
namespace {

/// A file descriptor that closes itself; -1 with errno set where it could not be opened.
class Opened {
 public:
  explicit Opened(int number) : number_(number) {}
  ~Opened() {
    if (number_ >= 0) ::close(number_);
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }

 private:
  int number_;
};

FileRefusal refusalOf(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return FileRefusal::NotFound;
    case EACCES:
    case EPERM:
      return FileRefusal::NotAllowed;
    case EROFS:
      return FileRefusal::ReadOnly;
    case ENOSPC:
    case EDQUOT:
      return FileRefusal::Full;
    default:
      return FileRefusal::Unreadable;
  }
}

/// Never cut to nothing first: the file system would give other blocks to the zeros.
bool overwrite(int file, off_t size) {
  constexpr std::array<char, 65536> zeros{};
  for (off_t done = 0; done < size;) {
    const auto piece = std::min<std::size_t>(zeros.size(), static_cast<std::size_t>(size - done));
    const ssize_t written = ::pwrite(file, zeros.data(), piece, done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    done += written;
  }
  return ::fsync(file) == 0;
}

bool takeAway(int folder, const std::filesystem::path& name) {
  return ::unlinkat(folder, name.c_str(), 0) == 0 && ::fsync(folder) == 0;
}

}  // namespace

Result<Done, FileRefusal> eraseFile(const std::filesystem::path& file) {
  const std::filesystem::path around = file.has_parent_path() ? file.parent_path() : ".";
  const Opened folder(::open(around.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.open()) {
    if (errno == ENOENT) return Done{};
    return refusalOf(errno);
  }
  const std::filesystem::path name = file.filename();
  struct stat facts {};
  if (::fstatat(folder.number(), name.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return Done{};
    return refusalOf(errno);
  }
  if (!S_ISREG(facts.st_mode) && !S_ISLNK(facts.st_mode)) return FileRefusal::NotAFile;
  if (S_ISREG(facts.st_mode) && facts.st_nlink == 1) {
    const Opened opened(
        ::openat(folder.number(), name.c_str(), O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!opened.open() || !overwrite(opened.number(), facts.st_size)) return refusalOf(errno);
  }
  if (!takeAway(folder.number(), name)) return refusalOf(errno);
  return Done{};
}

}  // namespace platform

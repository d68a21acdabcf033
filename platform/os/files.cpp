#include "platform/os/files.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <functional>

#include "platform/base/translation.h"

namespace platform {
namespace {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
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
    case EISDIR:
      return FileRefusal::NotAFile;
    case ENAMETOOLONG:
    case ELOOP:
    case EINVAL:  // of a stick that does not know some character of the name
      return FileRefusal::BadName;
    case ENOSPC:
    case EDQUOT:
      return FileRefusal::Full;
    default:
      return FileRefusal::Unreadable;
  }
}

bool writeAll(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0;
}

/// Opens without following any link on the way (ELOOP). A kernel or a sandbox that does not know
/// the call follows those of the folders.
int openWithoutLinks(const std::filesystem::path& file, int flags) {
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags | O_NOFOLLOW);
  how.resolve = RESOLVE_NO_SYMLINKS;
  const long opened = ::syscall(SYS_openat2, AT_FDCWD, file.c_str(), &how, sizeof how);
  if (opened >= 0 || (errno != ENOSYS && errno != EPERM)) return static_cast<int>(opened);
  return ::open(file.c_str(), flags | O_NOFOLLOW);
}

/// Reads until `bytes` are there or the file ends; -1 on an error.
ssize_t readUpTo(int descriptor, char* to, std::size_t bytes) {
  std::size_t got = 0;
  while (got < bytes) {
    const ssize_t count = ::read(descriptor, to + got, bytes - got);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return -1;
    if (count == 0) break;
    got += static_cast<std::size_t>(count);
  }
  return static_cast<ssize_t>(got);
}

/// How a file is written under another name, until it takes its own.
struct Draft {
  std::string name;  ///< Beside the file.
  int flags;         ///< For open(2), beside those to make and write it.
  mode_t mode;
  /// What has to be right of it, by descriptor, before it takes its name. False sets errno.
  std::function<bool(int file)> check;
  int (*sync)(int folder);  ///< fsync(2), or syncfs(2) for all of its medium.
};

/// Whether what stands under that name can be replaced by a file. A device could be too, by root:
/// then /dev/null would be a file for every program of the machine.
bool isReplaceable(int folder, const std::filesystem::path& name) {
  struct stat facts {};
  if (::fstatat(folder, name.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0) return true;
  return S_ISREG(facts.st_mode) || S_ISLNK(facts.st_mode);
}

/// Of a file alone: a link may have led to a device, which all programs share. A stick may know no
/// modes.
void setMode(int file, mode_t mode) {
  struct stat facts {};
  if (::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode)) ::fchmod(file, mode);
}

/// All but the opening happens in the folder as it was opened, whatever becomes of its path.
Result<Done, FileRefusal> write(const std::filesystem::path& file, std::string_view content,
                                const Draft& draft) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  const Descriptor around(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!around.open()) return refusalOf(errno);
  if (!isReplaceable(around.number(), file.filename())) return FileRefusal::NotAFile;
  const Descriptor opened(::openat(around.number(), draft.name.c_str(),
                                   O_RDWR | O_CREAT | O_CLOEXEC | draft.flags, 0600));
  if (!opened.open()) return refusalOf(errno);
  setMode(opened.number(), draft.mode);
  if (!writeAll(opened.number(), content) || !draft.check(opened.number()) ||
      ::renameat(around.number(), draft.name.c_str(), around.number(), file.filename().c_str()) !=
          0) {
    const int error = errno;
    ::unlinkat(around.number(), draft.name.c_str(), 0);
    return refusalOf(error);
  }
  if (draft.sync(around.number()) != 0) return FileRefusal::Unreadable;
  return Done{};
}

/// Whether the medium gives `content` back. What the kernel still has of it is dropped first.
bool holds(int descriptor, std::string_view content) {
  ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
  if (::lseek(descriptor, 0, SEEK_SET) != 0) return false;
  std::array<char, 65536> piece{};
  bool same = true;
  while (same) {
    const ssize_t got = readUpTo(descriptor, piece.data(), piece.size());
    if (got < 0) return false;
    const std::string_view read(piece.data(), static_cast<std::size_t>(got));
    same = read == content.substr(0, piece.size());
    if (read.empty()) break;
    content.remove_prefix(std::min(content.size(), read.size()));
  }
  if (!same) errno = EIO;
  return same;
}

/// Whether `path` still leads to the file that is open: a stick that was unmounted leaves an empty
/// folder of its name behind.
bool isAt(const std::filesystem::path& path, int descriptor) {
  struct stat named {};
  struct stat opened {};
  const bool same = ::lstat(path.c_str(), &named) == 0 && ::fstat(descriptor, &opened) == 0 &&
                    named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
  if (!same) errno = EIO;
  return same;
}

}  // namespace

std::string sentence(FileRefusal refusal, const std::filesystem::path& file) {
  const auto said = [&](const char* text) { return filled(text, {{"file", file.string()}}); };
  switch (refusal) {
    case FileRefusal::NotFound:
      return said(tr("There is no file \"{file}\". Check its name and folder."));
    case FileRefusal::NotAllowed:
      return said(tr("\"{file}\" may not be opened. Check who owns it and its folder."));
    case FileRefusal::NotAFile:
      return said(tr("\"{file}\" is not a file. Name a file, not a folder."));
    case FileRefusal::NotAFolder:
      return said(tr("\"{file}\" is not a folder. Choose another folder, or move that file away."));
    case FileRefusal::TooLarge:
      return said(tr("\"{file}\" is larger than any list should be. Split it."));
    case FileRefusal::BadName:
      return said(
          tr("\"{file}\" cannot be a file: the name is too long, holds a character that does not "
             "go there, or links lead back to it. Check the name."));
    case FileRefusal::ReadOnly:
      return said(
          tr("\"{file}\" could not be written: it lies where nothing can be written. Open the "
             "slide of the stick or card, or use another one."));
    case FileRefusal::Full:
      return said(
          tr("\"{file}\" could not be written: the disk is full. Make room and try again."));
    case FileRefusal::Unreadable:
      break;
  }
  return said(
      tr("\"{file}\" could not be read or written. Check that its disk or stick is in and whole, "
         "then try again."));
}

std::string folderSentence(FileRefusal refusal, const std::filesystem::path& folder) {
  const std::string notMade = "The folder \"" + folder.string() + "\" could not be made: ";
  switch (refusal) {
    case FileRefusal::NotFound:
      return notMade + "the folder around it is not there. Choose another one.";
    case FileRefusal::NotAllowed:
      return notMade + "you may not write around it. Check who owns that, or choose another one.";
    case FileRefusal::NotAFile:
    case FileRefusal::NotAFolder:
      return notMade +
             "a file stands where a folder should be. Choose another one, or move "
             "that file away.";
    case FileRefusal::BadName:
      return notMade + "the name is too long, or links lead back to it. Choose another one.";
    case FileRefusal::ReadOnly:
      return notMade + "it lies where nothing can be written. Choose another one.";
    case FileRefusal::Full:
      return notMade + "the disk is full. Make room and try again.";
    case FileRefusal::TooLarge:
    case FileRefusal::Unreadable:
      break;
  }
  return notMade + "the disk gave an error. Check the disk.";
}

Result<std::string, FileRefusal> readFile(const std::filesystem::path& file, std::size_t maxBytes,
                                          Links links) {
  // O_NONBLOCK: opening a pipe must not wait for its writer.
  constexpr int kFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
  const Descriptor opened(links == Links::Refused ? openWithoutLinks(file, kFlags)
                                                  : ::open(file.c_str(), kFlags));
  if (!opened.open()) {
    const bool link = links == Links::Refused && errno == ELOOP;
    return link ? FileRefusal::NotAFile : refusalOf(errno);
  }
  struct stat facts {};
  if (::fstat(opened.number(), &facts) != 0) return refusalOf(errno);
  if (!S_ISREG(facts.st_mode)) return FileRefusal::NotAFile;
  if (static_cast<std::uint64_t>(facts.st_size) > maxBytes) return FileRefusal::TooLarge;
  std::string content(static_cast<std::size_t>(facts.st_size), '\0');
  const ssize_t got = readUpTo(opened.number(), content.data(), content.size());
  if (got < 0) return refusalOf(errno);
  content.resize(static_cast<std::size_t>(got));
  return content;
}

Result<Done, FileRefusal> replaceFile(const std::filesystem::path& file, std::string_view content) {
  const auto nothingToCheck = [](int) { return true; };
  return write(file, content,
               {file.filename().string() + ".new", O_TRUNC, 0600, nothingToCheck, ::fsync});
}

Result<Done, FileRefusal> exportFile(const std::filesystem::path& file, std::string_view content) {
  const std::string name = "." + file.filename().string() + ".part";
  const std::filesystem::path draft = file.parent_path() / name;
  ::unlink(draft.c_str());  // Of an export that was cut off.
  const auto isOnMedium = [&](int opened) { return holds(opened, content) && isAt(draft, opened); };
  // O_EXCL: a link of that name on the stick must not lead us elsewhere.
  return write(file, content, {name, O_EXCL, 0644, isOnMedium, ::syncfs});
}

Result<Done, FileRefusal> makeFolder(const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) return Done{};
  if (folder.has_parent_path() && folder != folder.parent_path()) {
    if (auto parent = makeFolder(folder.parent_path()); !parent) return parent;
  }
  if (::mkdir(folder.c_str(), 0700) == 0) return Done{};
  if (errno != EEXIST) return refusalOf(errno);
  // Made meanwhile by another program, or named with a slash at its end.
  if (std::filesystem::is_directory(folder, error)) return Done{};
  return FileRefusal::NotAFolder;
}

}  // namespace platform

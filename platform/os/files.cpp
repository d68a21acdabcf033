#include "platform/os/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

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
    case EROFS:
      return FileRefusal::NotAllowed;
    case EISDIR:
      return FileRefusal::NotAFile;
    case ENAMETOOLONG:
    case ELOOP:
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

bool syncFolder(const std::filesystem::path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return opened.open() && ::fsync(opened.number()) == 0;
}

}  // namespace

std::string sentence(FileRefusal refusal, const std::filesystem::path& file) {
  const std::string name = "\"" + file.string() + "\"";
  switch (refusal) {
    case FileRefusal::NotFound:
      return "There is no file " + name + ". Check its name and folder.";
    case FileRefusal::NotAllowed:
      return name + " may not be opened. Check who owns it and its folder.";
    case FileRefusal::NotAFile:
      return name + " is not a file. Name a file, not a folder.";
    case FileRefusal::NotAFolder:
      return name + " is not a folder. Choose another folder, or move that file away.";
    case FileRefusal::TooLarge:
      return name + " is larger than any list should be. Split it.";
    case FileRefusal::BadName:
      return name +
             " cannot be a file: the name is too long, or links lead back to it. Check the name.";
    case FileRefusal::Full:
      return name + " could not be written: the disk is full. Make room and try again.";
    case FileRefusal::Unreadable:
      break;
  }
  return name + " could not be read or written. Check the disk, or copy the file again.";
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
    case FileRefusal::Full:
      return notMade + "the disk is full. Make room and try again.";
    case FileRefusal::TooLarge:
    case FileRefusal::Unreadable:
      break;
  }
  return notMade + "the disk gave an error. Check the disk.";
}

Result<std::string, FileRefusal> readFile(const std::filesystem::path& file, std::size_t maxBytes) {
  // O_NONBLOCK: opening a pipe must not wait for its writer.
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!opened.open()) return refusalOf(errno);
  struct stat facts {};
  if (::fstat(opened.number(), &facts) != 0) return refusalOf(errno);
  if (!S_ISREG(facts.st_mode)) return FileRefusal::NotAFile;
  if (static_cast<std::uint64_t>(facts.st_size) > maxBytes) return FileRefusal::TooLarge;
  std::string content(static_cast<std::size_t>(facts.st_size), '\0');
  std::size_t got = 0;
  while (got < content.size()) {
    const ssize_t count = ::read(opened.number(), content.data() + got, content.size() - got);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return refusalOf(errno);
    if (count == 0) break;
    got += static_cast<std::size_t>(count);
  }
  content.resize(got);
  return content;
}

Result<Done, FileRefusal> replaceFile(const std::filesystem::path& file, std::string_view content) {
  const std::filesystem::path temporary = file.string() + ".new";
  {
    const Descriptor opened(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!opened.open()) return refusalOf(errno);
    if (!writeAll(opened.number(), content)) {
      const int error = errno;
      ::unlink(temporary.c_str());
      return refusalOf(error);
    }
  }
  if (::rename(temporary.c_str(), file.c_str()) != 0) {
    const int error = errno;
    ::unlink(temporary.c_str());
    return refusalOf(error);
  }
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (!syncFolder(folder)) return FileRefusal::Unreadable;
  return Done{};
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

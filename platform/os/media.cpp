#include "platform/os/media.h"

#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace platform {
namespace {

namespace fs = std::filesystem;

constexpr int kMostFolders = 2;
constexpr std::size_t kMostFiles = 500;
/// A stick with more entries than this is not looked through to its end: nobody waits for that.
constexpr std::size_t kMostEntries = 20'000;
/// More than any hub has room for.
constexpr std::size_t kMostSticks = 16;

/// Something that a folder holds, links not followed.
struct Entry {
  fs::path path;
  struct stat facts {};

  [[nodiscard]] bool isFile() const { return S_ISREG(facts.st_mode); }
  [[nodiscard]] bool isFolder() const { return S_ISDIR(facts.st_mode); }
};

std::optional<Entry> entryAt(fs::path path) {
  Entry entry{std::move(path)};
  if (::lstat(entry.path.c_str(), &entry.facts) != 0) return std::nullopt;
  return entry;
}

bool isHidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.empty() || name.front() == '.' || name.front() == '$' ||
         name == "System Volume Information";
}

/// What `folder` holds and is shown, as far as it can be read; looks at no more than `left`
/// entries, and takes them off. Hidden ones count: a stick can hold nothing else, by the million.
std::vector<Entry> entriesOf(const fs::path& folder, std::size_t& left) {
  std::vector<Entry> entries;
  std::error_code error;
  for (fs::directory_iterator each(folder, error), end; !error && each != end;
       each.increment(error)) {
    if (left == 0) break;
    --left;
    if (isHidden(each->path())) continue;
    if (auto entry = entryAt(each->path())) entries.push_back(std::move(*entry));
  }
  return entries;
}

/// Whether something is mounted at `folder`: it lies on another device than the folder around it.
bool isMountPoint(const fs::path& folder) {
  struct stat inside {};
  struct stat around {};
  return ::stat(folder.c_str(), &inside) == 0 && ::stat((folder / "..").c_str(), &around) == 0 &&
         inside.st_dev != around.st_dev;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool endsIn(const fs::path& path, const std::string& ending) {
  std::string found = path.extension().string();
  std::string wanted = "." + ending;
  std::transform(found.begin(), found.end(), found.begin(), lower);
  std::transform(wanted.begin(), wanted.end(), wanted.begin(), lower);
  return found == wanted;
}

/// Looks for files on one stick after the other.
class Search {
 public:
  explicit Search(const std::vector<std::string>& endings) : endings_(endings) {}

  /// What another stick holds leaves no less of this one.
  void lookThrough(const fs::path& stick) {
    entriesLeft_ = kMostEntries;
    const auto root = entryAt(stick / ".");
    if (root) lookInto(stick, stick, {root->facts.st_dev, kMostFolders});
  }

  std::vector<MediaFile> newestFirst() {
    std::sort(found_.begin(), found_.end(), [](const Found& left, const Found& right) {
      if (left.time != right.time) return left.time > right.time;
      return left.file.path < right.file.path;
    });
    if (found_.size() > kMostFiles) found_.erase(found_.begin() + kMostFiles, found_.end());
    std::vector<MediaFile> files;
    for (Found& one : found_) files.push_back(std::move(one.file));
    return files;
  }

 private:
  struct Found {
    std::pair<std::int64_t, std::int64_t> time;  ///< Seconds, and nanoseconds of the next.
    MediaFile file;
  };
  /// Where not to go further: another device is a stick of its own.
  struct Bounds {
    dev_t device;
    int folders;
  };

  void lookInto(const fs::path& stick, const fs::path& folder, Bounds bounds) {
    for (Entry& entry : entriesOf(folder, entriesLeft_)) {
      if (entry.isFile() && isWanted(entry.path)) take(stick, entry);
      if (entry.isFolder() && bounds.folders > 0 && entry.facts.st_dev == bounds.device) {
        lookInto(stick, entry.path, {bounds.device, bounds.folders - 1});
      }
    }
  }

  [[nodiscard]] bool isWanted(const fs::path& path) const {
    return std::any_of(endings_.begin(), endings_.end(),
                       [&](const std::string& ending) { return endsIn(path, ending); });
  }

  void take(const fs::path& stick, const Entry& entry) {
    found_.push_back({{entry.facts.st_mtim.tv_sec, entry.facts.st_mtim.tv_nsec},
                      {entry.path, entry.path.lexically_relative(stick).string(),
                       static_cast<std::uint64_t>(entry.facts.st_size)}});
  }

  const std::vector<std::string>& endings_;
  std::size_t entriesLeft_ = kMostEntries;
  std::vector<Found> found_;
};

/// The folder without links on the way to it, so that a file of a stick can be read by a path that
/// may not have one.
fs::path withoutLinks(const fs::path& folder) {
  std::error_code error;
  fs::path real = fs::canonical(folder, error);
  return error ? folder : real;
}

}  // namespace

std::vector<fs::path> Media::sticks() const {
  const fs::path root = withoutLinks(folder_);
  std::size_t left = kMostEntries;
  std::vector<fs::path> mounted;
  std::vector<fs::path> folders;
  bool holdsFiles = false;
  for (const Entry& entry : entriesOf(root, left)) {
    if (entry.isFile()) holdsFiles = true;
    if (entry.isFolder()) (isMountPoint(entry.path) ? mounted : folders).push_back(entry.path);
  }
  std::vector<fs::path> sticks = std::move(mounted);
  if (holdsFiles || (sticks.empty() && isMountPoint(root))) {
    sticks.push_back(root);
  } else {
    sticks.insert(sticks.end(), folders.begin(), folders.end());
  }
  std::sort(sticks.begin(), sticks.end());
  if (sticks.size() > kMostSticks) sticks.resize(kMostSticks);
  return sticks;
}

std::vector<MediaFile> Media::files(const std::vector<std::string>& endings) const {
  Search search(endings);
  for (const fs::path& stick : sticks()) search.lookThrough(stick);
  return search.newestFirst();
}

}  // namespace platform

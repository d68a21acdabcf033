#include "tests/support/folder_disk.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <utility>

namespace tests {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSectorBytes = 512;

std::string contentOf(const fs::path& file) {
  std::error_code error;
  const auto bytes = fs::file_size(file, error);
  std::string content(error ? 0 : bytes, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(content.data(), static_cast<std::streamsize>(content.size()));
  content.resize(static_cast<std::size_t>(in.gcount()));
  return content;
}

/// In which bytes a sector of `now` differs from what is durable; nothing where it does not.
void addSector(const std::string& durable, const std::string& now, std::size_t from,
               std::vector<UnsyncedChange>& changes) {
  const std::size_t end = std::min(from + kSectorBytes, now.size());
  const bool isBeyond = from >= durable.size();
  if (!isBeyond && durable.compare(from, end - from, now, from, end - from) == 0) return;
  const auto differs = [&](std::size_t at) {
    return at >= durable.size() || durable[at] != now[at];
  };
  std::size_t first = from;
  while (first < end && !differs(first)) ++first;
  if (first == end) return;
  std::size_t last = end - 1;
  while (!differs(last)) --last;
  changes.push_back({first, now.substr(first, last - first + 1), false});
}

std::vector<UnsyncedChange> changesOf(const std::string& durable, const std::string& now) {
  std::vector<UnsyncedChange> changes;
  if (now.size() < durable.size()) changes.push_back({now.size(), "", true});
  for (std::size_t from = 0; from < now.size(); from += kSectorBytes) {
    addSector(durable, now, from, changes);
  }
  return changes;
}

std::string folderOf(const std::string& name) { return fs::path(name).parent_path().string(); }

}  // namespace

FolderDisk::FolderDisk(fs::path folder) : folder_(std::move(folder)) {
  look();
  durableNames_ = names_;
  unsynced_.clear();
  for (const auto& [name, node] : names_) node->durable = node->seen;
}

std::shared_ptr<FolderDisk::Node> FolderDisk::nodeOf(const std::string& name, ino_t number) const {
  const auto same = names_.find(name);
  if (same != names_.end() && same->second->number == number) return same->second;
  for (const auto& [other, node] : names_) {
    if (node->number == number) return node;
  }
  auto made = std::make_shared<Node>();
  made->number = number;
  return made;
}

void FolderDisk::look() {
  Names now;
  for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
    struct stat facts {};
    if (::lstat(entry.path().c_str(), &facts) != 0) continue;
    const std::string name = entry.path().lexically_relative(folder_).string();
    auto node = nodeOf(name, facts.st_ino);
    node->isFolder = S_ISDIR(facts.st_mode);
    if (S_ISREG(facts.st_mode)) node->seen = contentOf(entry.path());
    now.emplace(name, std::move(node));
  }
  NameChange change;
  for (const auto& [name, node] : now) {
    const auto before = names_.find(name);
    if (before == names_.end() || before->second != node) change.made.emplace(name, node);
  }
  for (const auto& [name, node] : names_) {
    if (!now.contains(name)) change.removed.push_back(name);
  }
  if (!change.made.empty() || !change.removed.empty()) unsynced_.push_back(std::move(change));
  names_ = std::move(now);
}

void FolderDisk::apply(const NameChange& change, Names& names) {
  for (const auto& [name, node] : change.made) names[name] = node;
  for (const std::string& name : change.removed) names.erase(name);
}

void FolderDisk::syncFolder(const std::string& folder) {
  const auto isIn = [&](const NameChange& change) {
    return std::any_of(change.made.begin(), change.made.end(),
                       [&](const auto& made) { return folderOf(made.first) == folder; }) ||
           std::any_of(change.removed.begin(), change.removed.end(),
                       [&](const std::string& name) { return folderOf(name) == folder; });
  };
  std::vector<NameChange> left;
  for (NameChange& change : unsynced_) {
    if (isIn(change)) {
      apply(change, durableNames_);
    } else {
      left.push_back(std::move(change));
    }
  }
  unsynced_ = std::move(left);
}

void FolderDisk::synced(const fs::path& what) {
  if (lies_) return;
  look();
  std::error_code none;
  const std::string name = what == folder_ ? "" : what.lexically_relative(folder_).string();
  if (fs::is_directory(what, none)) return syncFolder(name);
  const auto found = names_.find(name);
  if (found != names_.end()) found->second->durable = found->second->seen;
}

FolderDisk::Files FolderDisk::afterCut(std::uint32_t seed) const {
  Dice dice(seed);
  Names names = durableNames_;
  for (const NameChange& change : unsynced_) {
    if (dice.survives()) apply(change, names);
  }
  Files left;
  for (const auto& [name, node] : names) {
    const std::string around = folderOf(name);
    if (node->isFolder || (!around.empty() && !names.contains(around))) continue;
    left.emplace(name, leftOf(node->durable, changesOf(node->durable, node->seen), dice));
  }
  return left;
}

void FolderDisk::put(const Files& files, const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) fs::remove_all(entry.path());
  for (const auto& [name, content] : files) {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << content;
  }
}

}  // namespace tests

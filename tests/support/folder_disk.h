#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/power_loss.h"

namespace tests {

/// A real folder that other processes work in, and what a loss of power would leave of it. It is
/// told of every sync, and looks at the folder itself for all else.
///
/// What is left of a file: power_loss.h. A name that was made, removed or moved is so, or as
/// before, with one chance in two until a sync of the folder that it is in; each alone, in no
/// order. A move is whole or not done.
class FolderDisk {
 public:
  /// Contents by path within the folder.
  using Files = std::map<std::string, std::string>;

  /// All that is there now is durable.
  explicit FolderDisk(std::filesystem::path folder);

  /// Sees which names there are now. To be called before each change: two changes at once would
  /// count as one.
  void look();

  /// The file or folder was synced.
  void synced(const std::filesystem::path& what);

  /// From now on it only says that it synced.
  void lie() { lies_ = true; }

  /// What would be there if the power went now; the same for the same seed.
  [[nodiscard]] Files afterCut(std::uint32_t seed) const;

  /// Makes `folder` hold these files and nothing else.
  static void put(const Files& files, const std::filesystem::path& folder);

 private:
  struct Node {
    ino_t number = 0;
    bool isFolder = false;
    std::string durable;
    std::string seen;  ///< As it was when it was looked at last.
  };
  using Names = std::map<std::string, std::shared_ptr<Node>>;
  struct NameChange {
    Names made;
    std::vector<std::string> removed;
  };

  [[nodiscard]] std::shared_ptr<Node> nodeOf(const std::string& name, ino_t number) const;
  void syncFolder(const std::string& folder);
  static void apply(const NameChange& change, Names& names);

  std::filesystem::path folder_;
  Names names_;
  Names durableNames_;
  std::vector<NameChange> unsynced_;
  bool lies_ = false;
};

}  // namespace tests

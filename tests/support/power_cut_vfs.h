#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/power_loss.h"

namespace tests {

/// A disk in memory under SQLite, as a VFS of its own, that knows what a loss of power would leave
/// and that fails when it is told to. For one connection at a time, on one thread.
///
/// What a loss of power leaves of a file: power_loss.h. A file that was made or removed is there,
/// or gone, with one chance in two until its folder was synced. A write never changes bytes beside
/// its own (SQLITE_IOCAP_POWERSAFE_OVERWRITE, as SQLite's own VFS says of every disk).
///
/// The folder is synced where SQLite's own VFS does it: at the first sync of a journal or log that
/// it made, and at a removal that asks for it.
class PowerCutDisk {
 public:
  /// Contents by path.
  using Files = std::map<std::string, std::string>;

  enum class Fault : std::uint8_t {
    None,
    Io,     ///< Any call gives EIO.
    Full,   ///< A write, and whatever else needs room, gives ENOSPC.
    Short,  ///< A write takes half of its bytes and then finds the disk full.
    Sync,   ///< A sync fails. What it should have made durable is then as after a loss of power,
            ///< though it can still be read, and no later sync tells of it (as Linux does).
  };
  struct Plan {
    Fault fault = Fault::None;
    int at = 0;          ///< Which of the calls that can fail so, from 1.
    bool stays = false;  ///< Every later one too.
    std::uint32_t seed = 0;
  };

  /// Registers it with SQLite under that name, which no other disk may have.
  explicit PowerCutDisk(const std::string& name);
  ~PowerCutDisk();
  PowerCutDisk(const PowerCutDisk&) = delete;
  PowerCutDisk& operator=(const PowerCutDisk&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }

  /// From now on these files are there, all of them synced, and nothing fails. No connection may be
  /// open.
  void load(const Files& files);

  /// As `other` is now, which may be in use: the disk of a program that was killed, of which the
  /// system still has what was not synced. No connection to this one may be open.
  void adopt(const PowerCutDisk& other);

  /// What a program reads now.
  [[nodiscard]] Files files() const;

  /// What would be there if the power went now; the same for the same seed.
  [[nodiscard]] Files afterCut(std::uint32_t seed) const;

  /// Makes empty files of the right sizes in the real folder, for what is asked of the system and
  /// not of SQLite: whether `file` and what belongs to it are there, and how large they are.
  void mirror(const std::string& file) const;

  /// To be called before each write, truncation, sync, removal and making of a file; {} = no more.
  void beforeChange(std::function<void()> call) { beforeChange_ = std::move(call); }

  /// From now on it only says that it synced.
  void lie() { lies_ = true; }

  /// Counts from here on.
  void fail(const Plan& plan);

  /// Whether a call has failed since then.
  [[nodiscard]] bool hasFailed() const { return hasFailed_; }

 private:
  friend struct PowerCutCalls;

  enum class Call : std::uint8_t { Read, Write, Truncate, Sync, Size, Make, Remove, Map };

  struct Node {
    std::string content;
    std::string durable;
    std::vector<UnsyncedChange> unsynced;
    std::vector<std::unique_ptr<char[]>> shared;  ///< Pages of the log's index.
  };
  using Names = std::map<std::string, std::shared_ptr<Node>>;
  struct NameChange {
    std::string name;
    std::shared_ptr<Node> node;  ///< nullptr: removed.
  };

  [[nodiscard]] int troubleWith(Call call);
  void changing() const;
  std::shared_ptr<Node> make(const std::string& name);
  void remove(const std::string& name);
  void write(Node& node, std::string bytes, std::size_t at);
  void sync(Node& node);
  void loseUnsynced(Node& node);
  void syncFolder();

  std::string name_;
  sqlite3_vfs vfs_{};
  Names names_;
  Names durableNames_;
  std::vector<NameChange> unsyncedNames_;
  std::function<void()> beforeChange_;
  Plan plan_;
  int calls_ = 0;
  bool hasFailed_ = false;
  bool lies_ = false;
};

}  // namespace tests

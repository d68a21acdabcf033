#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <new>
#include <random>
#include <string>
#include <vector>

#include "tests/kiosk/ledger/residue.h"

namespace tests {

/// A disk under SQLite whose process ends before its n-th write, truncation, sync or removal, or
/// that is full from then on. To be used in a process of its own; the VFS is named "cut".
///
/// Where the power goes, too, the files that are left are those of another folder: of what was not
/// synced, each sector of 512 bytes is there with one chance in two, or is garbage with two in a
/// hundred (trust.md 1).
class CutDisk {
 public:
  enum class Way : std::uint8_t {
    Kill,   ///< What was written is there: the system still has it.
    Power,  ///< What was synced is there.
    Liar,   ///< The power goes, and the disk has only said that it synced.
    Full,   ///< Nothing ends; from that operation on every write finds the disk full.
  };
  struct Plan {
    int before = 0;  ///< Which operation does not happen, from 1.
    Way way = Way::Kill;
    std::uint32_t seed = 0;
    std::filesystem::path left;  ///< Where files go that a loss of power leaves.
  };

  /// Once in a process, before anything is opened.
  static void install() {
    Disk& disk = theDisk();
    disk.system = sqlite3_vfs_find(nullptr);
    disk.vfs = *disk.system;
    disk.vfs.zName = "cut";
    disk.vfs.pNext = nullptr;
    disk.vfs.szOsFile = static_cast<int>(sizeof(File)) + disk.system->szOsFile;
    disk.vfs.xOpen = open;
    disk.vfs.xDelete = remove;
    sqlite3_vfs_register(&disk.vfs, 0);
  }

  /// Counts from here on.
  static void arm(const Plan& plan) {
    theDisk().plan = plan;
    theDisk().random.seed(plan.seed);
    theDisk().left = plan.before;
  }

 private:
  static constexpr std::size_t kSector = 512;

  struct Change {
    std::size_t at = 0;
    std::string bytes;
    bool truncates = false;  ///< To `at` bytes.
  };
  struct Image {
    std::string durable;
    std::vector<Change> unsynced;
  };
  struct File {
    sqlite3_file base;
    Image* image;
    [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };
  struct Disk {
    sqlite3_vfs* system = nullptr;
    sqlite3_vfs vfs{};
    std::map<std::string, Image> images;
    Plan plan;
    std::mt19937 random;
    int left = 0;
  };

  static Disk& theDisk() {
    static Disk disk;
    return disk;
  }

  static sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }
  static Image& image(sqlite3_file* file) { return *reinterpret_cast<File*>(file)->image; }

  static void apply(std::string& content, const Change& change) {
    if (change.truncates) return content.resize(change.at);
    if (content.size() < change.at + change.bytes.size()) {
      content.resize(change.at + change.bytes.size());
    }
    content.replace(change.at, change.bytes.size(), change.bytes);
  }

  static bool chance(int ofHundred) {
    return static_cast<int>(theDisk().random() % 100U) < ofHundred;
  }

  static void applyByChance(std::string& content, const Change& change) {
    if (change.truncates) {
      if (chance(50)) apply(content, change);
      return;
    }
    for (std::size_t from = 0; from < change.bytes.size(); from += kSector) {
      std::string sector = change.bytes.substr(from, kSector);
      if (chance(2)) {
        for (char& byte : sector) byte = static_cast<char>(theDisk().random());
      } else if (!chance(50)) {
        continue;
      }
      apply(content, {change.at + from, sector, false});
    }
  }

  static void leaveFiles() {
    for (auto& [path, kept] : theDisk().images) {
      std::string content = kept.durable;
      for (const Change& change : kept.unsynced) applyByChance(content, change);
      const auto file = theDisk().plan.left / std::filesystem::path(path).filename();
      std::ofstream(file, std::ios::binary) << content;
    }
  }

  /// What SQLite is told: SQLITE_OK, unless this one finds the disk full.
  static int count() {
    Disk& disk = theDisk();
    if (disk.left == 0) return SQLITE_OK;
    if (disk.left > 1) {
      --disk.left;
      return SQLITE_OK;
    }
    if (disk.plan.way == Way::Full) return SQLITE_FULL;
    if (disk.plan.way != Way::Kill) leaveFiles();
    return std::raise(SIGKILL);
  }

  static int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out) {
    Disk& disk = theDisk();
    auto* opened = new (file) File{{nullptr}, nullptr};
    const int code = disk.system->xOpen(disk.system, name, opened->real(), flags, out);
    if (code != SQLITE_OK || name == nullptr) return code == SQLITE_OK ? SQLITE_CANTOPEN : code;
    const auto known = disk.images.try_emplace(name);
    if (known.second) known.first->second.durable = rawBytes(name);
    opened->image = &known.first->second;
    static const sqlite3_io_methods methods = wrapped();
    opened->base.pMethods = &methods;
    return SQLITE_OK;
  }

  static int remove(sqlite3_vfs*, const char* name, int syncsFolder) {
    (void)count();
    theDisk().images[name] = {};
    return theDisk().system->xDelete(theDisk().system, name, syncsFolder);
  }

  static int write(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 at) {
    if (const int full = count(); full != SQLITE_OK) return full;
    const auto* first = static_cast<const char*>(from);
    image(file).unsynced.push_back(
        {static_cast<std::size_t>(at), std::string(first, first + bytes), false});
    return real(file)->pMethods->xWrite(real(file), from, bytes, at);
  }

  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    (void)count();
    image(file).unsynced.push_back({static_cast<std::size_t>(size), "", true});
    return real(file)->pMethods->xTruncate(real(file), size);
  }

  static int sync(sqlite3_file* file, int flags) {
    (void)count();
    Image& kept = image(file);
    if (theDisk().plan.way != Way::Liar || theDisk().left == 0) {
      for (const Change& change : kept.unsynced) apply(kept.durable, change);
      kept.unsynced.clear();
    }
    return real(file)->pMethods->xSync(real(file), flags);
  }

  /// Everything else goes on to the system's own.
  static sqlite3_io_methods wrapped() {
    sqlite3_io_methods all{};
    all.iVersion = 2;  // without the memory mapping of version 3
    all.xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); };
    all.xRead = [](sqlite3_file* f, void* to, int bytes, sqlite3_int64 at) {
      return real(f)->pMethods->xRead(real(f), to, bytes, at);
    };
    all.xWrite = write;
    all.xTruncate = truncate;
    all.xSync = sync;
    all.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) {
      return real(f)->pMethods->xFileSize(real(f), size);
    };
    all.xLock = [](sqlite3_file* f, int kind) { return real(f)->pMethods->xLock(real(f), kind); };
    all.xUnlock = [](sqlite3_file* f, int kind) {
      return real(f)->pMethods->xUnlock(real(f), kind);
    };
    all.xCheckReservedLock = [](sqlite3_file* f, int* held) {
      return real(f)->pMethods->xCheckReservedLock(real(f), held);
    };
    all.xFileControl = [](sqlite3_file* f, int what, void* with) {
      return real(f)->pMethods->xFileControl(real(f), what, with);
    };
    all.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
    all.xDeviceCharacteristics = [](sqlite3_file* f) {
      return real(f)->pMethods->xDeviceCharacteristics(real(f));
    };
    all.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** at) {
      return real(f)->pMethods->xShmMap(real(f), page, size, extend, at);
    };
    all.xShmLock = [](sqlite3_file* f, int at, int count, int flags) {
      return real(f)->pMethods->xShmLock(real(f), at, count, flags);
    };
    all.xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); };
    all.xShmUnmap = [](sqlite3_file* f, int removes) {
      return real(f)->pMethods->xShmUnmap(real(f), removes);
    };
    return all;
  }
};

}  // namespace tests

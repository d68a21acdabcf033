// What SQLite calls.
#include "tests/support/power_cut_vfs.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <new>

namespace tests {

struct PowerCutCalls {
  using Disk = PowerCutDisk;
  using Call = PowerCutDisk::Call;

  struct File {
    sqlite3_file base;
    Disk* disk;
    std::shared_ptr<Disk::Node> node;
    bool syncsFolder;  ///< With its next sync.
  };

  static Disk& diskOf(sqlite3_vfs* vfs) { return *static_cast<Disk*>(vfs->pAppData); }
  static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }

  static int open(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* into, int flags,
                  int* given) {
    Disk& disk = diskOf(vfs);
    into->pMethods = nullptr;
    const auto known = name == nullptr ? disk.names_.end() : disk.names_.find(name);
    std::shared_ptr<Disk::Node> node;
    if (name == nullptr) {
      node = std::make_shared<Disk::Node>();
    } else if (known != disk.names_.end()) {
      node = known->second;
    } else {
      // The ledger makes its own file before it asks SQLite to open it.
      const bool makes = (flags & SQLITE_OPEN_CREATE) != 0 || std::filesystem::exists(name);
      if (!makes || disk.troubleWith(Call::Make) != SQLITE_OK) return SQLITE_CANTOPEN;
      disk.changing();
      node = disk.make(name);
    }
    constexpr int logs = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;
    const bool isNewLog = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & logs) != 0;
    auto* opened = new (into) File{{nullptr}, &disk, std::move(node), isNewLog};
    opened->base.pMethods = methods();
    if (given != nullptr) *given = flags;
    return SQLITE_OK;
  }

  static int close(sqlite3_file* file) {
    of(file).~File();
    return SQLITE_OK;
  }

  static int remove(sqlite3_vfs* vfs, const char* name, int syncsFolder) {
    Disk& disk = diskOf(vfs);
    if (!disk.names_.contains(name)) return SQLITE_IOERR_DELETE_NOENT;
    if (const int code = disk.troubleWith(Call::Remove); code != SQLITE_OK) return code;
    disk.changing();
    disk.remove(name);
    if (syncsFolder != 0) disk.syncFolder();
    return SQLITE_OK;
  }

  static int access(sqlite3_vfs* vfs, const char* name, int flags, int* there) {
    const auto& names = diskOf(vfs).names_;
    const auto known = names.find(name);
    *there = known != names.end() ? 1 : 0;
    // As SQLite's own does: an empty file counts as none.
    if (flags == SQLITE_ACCESS_EXISTS && *there != 0)
      *there = known->second->content.empty() ? 0 : 1;
    return SQLITE_OK;
  }

  static int read(sqlite3_file* file, void* to, int bytes, sqlite3_int64 at) {
    if (const int code = of(file).disk->troubleWith(Call::Read); code != SQLITE_OK) return code;
    const std::string& content = of(file).node->content;
    const auto wanted = static_cast<std::size_t>(bytes);
    const auto from = std::min(static_cast<std::size_t>(at), content.size());
    const auto there = std::min(wanted, content.size() - from);
    std::memcpy(to, content.data() + from, there);
    if (there == wanted) return SQLITE_OK;
    std::memset(static_cast<char*>(to) + there, 0, wanted - there);
    return SQLITE_IOERR_SHORT_READ;
  }

  static int write(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 at) {
    Disk& disk = *of(file).disk;
    std::string all(static_cast<const char*>(from), static_cast<std::size_t>(bytes));
    const int code = disk.troubleWith(Call::Write);
    if (code != SQLITE_OK && disk.plan_.fault != Disk::Fault::Short) return code;
    if (code != SQLITE_OK) all.resize(all.size() / 2);
    disk.changing();
    disk.write(*of(file).node, std::move(all), static_cast<std::size_t>(at));
    return code;
  }

  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    Disk& disk = *of(file).disk;
    if (const int code = disk.troubleWith(Call::Truncate); code != SQLITE_OK) return code;
    disk.changing();
    of(file).node->content.resize(static_cast<std::size_t>(size));
    of(file).node->unsynced.push_back({static_cast<std::size_t>(size), "", true});
    return SQLITE_OK;
  }

  static int sync(sqlite3_file* file, int) {
    Disk& disk = *of(file).disk;
    if (const int code = disk.troubleWith(Call::Sync); code != SQLITE_OK) {
      disk.loseUnsynced(*of(file).node);
      return code;
    }
    disk.changing();
    disk.sync(*of(file).node);
    if (of(file).syncsFolder) disk.syncFolder();
    of(file).syncsFolder = false;
    return SQLITE_OK;
  }

  static int size(sqlite3_file* file, sqlite3_int64* bytes) {
    if (const int code = of(file).disk->troubleWith(Call::Size); code != SQLITE_OK) return code;
    *bytes = static_cast<sqlite3_int64>(of(file).node->content.size());
    return SQLITE_OK;
  }

  static int map(sqlite3_file* file, int page, int size, int extend, void volatile** at) {
    *at = nullptr;
    auto& shared = of(file).node->shared;
    const auto wanted = static_cast<std::size_t>(page);
    if (wanted >= shared.size()) {
      if (extend == 0) return SQLITE_OK;
      if (const int code = of(file).disk->troubleWith(Call::Map); code != SQLITE_OK) return code;
    }
    while (wanted >= shared.size()) {
      shared.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    }
    *at = shared[wanted].get();
    return SQLITE_OK;
  }

  static int unmap(sqlite3_file* file, int) {
    of(file).node->shared.clear();  // Of one connection this is the last one.
    return SQLITE_OK;
  }

  static const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods all = [] {
      sqlite3_io_methods made{};
      made.iVersion = 2;  // without the memory mapping of version 3
      made.xClose = close;
      made.xRead = read;
      made.xWrite = write;
      made.xTruncate = truncate;
      made.xSync = sync;
      made.xFileSize = size;
      made.xLock = [](sqlite3_file*, int) { return SQLITE_OK; };
      made.xUnlock = [](sqlite3_file*, int) { return SQLITE_OK; };
      made.xCheckReservedLock = [](sqlite3_file*, int* held) {
        *held = 0;
        return SQLITE_OK;
      };
      made.xFileControl = [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; };
      made.xSectorSize = [](sqlite3_file*) { return 4096; };
      made.xDeviceCharacteristics = [](sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; };
      made.xShmMap = map;
      made.xShmLock = [](sqlite3_file*, int, int, int) { return SQLITE_OK; };
      made.xShmBarrier = [](sqlite3_file*) {};
      made.xShmUnmap = unmap;
      return made;
    }();
    return &all;
  }

  static int fullName(sqlite3_vfs*, const char* name, int size, char* into) {
    const std::size_t bytes = std::strlen(name) + 1;
    if (bytes > static_cast<std::size_t>(size)) return SQLITE_CANTOPEN;
    std::memcpy(into, name, bytes);
    return SQLITE_OK;
  }
};

PowerCutDisk::PowerCutDisk(const std::string& name) : name_(name) {
  vfs_ = *sqlite3_vfs_find(nullptr);  // For the clock and chance.
  vfs_.zName = name_.c_str();
  vfs_.pNext = nullptr;
  vfs_.pAppData = this;
  vfs_.szOsFile = static_cast<int>(sizeof(PowerCutCalls::File));
  vfs_.xOpen = PowerCutCalls::open;
  vfs_.xDelete = PowerCutCalls::remove;
  vfs_.xAccess = PowerCutCalls::access;
  vfs_.xFullPathname = PowerCutCalls::fullName;
  sqlite3_vfs_register(&vfs_, 0);
}

PowerCutDisk::~PowerCutDisk() { sqlite3_vfs_unregister(&vfs_); }

}  // namespace tests

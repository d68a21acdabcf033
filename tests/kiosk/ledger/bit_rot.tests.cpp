// One bit turns over in the ledger, its log, the mark beside it or a backup: that is found, or it
// is harmless. Harmless means that every code that is held or given from then on is the right one,
// and none is given twice. The negative controls take the same flips without the checks.
//
// HALLPASS_FLIPS=10000 test_ledger "[bit-rot]" takes that many instead of the sample.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include "kiosk/ledger/copies.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/residue.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Ledger;
using hallpass::Role;
namespace fs = std::filesystem;

namespace {

constexpr int kHolders = 6;
constexpr int kNewcomers = 4;
constexpr int kRotCodes = 14;

constexpr int kSample = 400;  ///< Flips of all cases together, where nobody asks for more.

enum class Find : std::uint8_t { Found, Harmless, Wrong };

int flipsOf(int sample) {
  const char* asked = std::getenv("HALLPASS_FLIPS");  // NOLINT(concurrency-mt-unsafe)
  return asked == nullptr ? sample : std::atoi(asked) * sample / kSample;
}

/// A folder in memory, where there is one: what is written thousands of times here need not last.
class QuickFolder {
 public:
  QuickFolder() {
    const bool memory = fs::is_directory("/dev/shm");
    std::string pattern =
        (memory ? fs::path("/dev/shm") : fs::temp_directory_path()) / "rot-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
  }
  ~QuickFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  QuickFolder(const QuickFolder&) = delete;
  QuickFolder& operator=(const QuickFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }
  [[nodiscard]] fs::path file() const { return path_ / "ledger.db"; }

 private:
  fs::path path_;
};

/// What a ledger holds, and how to tell that it still does.
struct RotRoom {
  RotRoom() {
    room.openClass();
    room.addCodes(tests::newCodes(0, kRotCodes));
    for (int number = 0; number < kHolders; ++number) {
      const auto who = room.student("Student " + std::to_string(number));
      held[who.value] = room.claim(who).value().code.reveal();
    }
    for (int number = 0; number < kNewcomers; ++number) {
      newcomers.push_back(room.student("New " + std::to_string(number)));
    }
    for (const auto& entry : fs::directory_iterator(room.folder.path())) keep(entry.path());
    room.ledger.reset();
    closed = tests::rawBytes(room.folder.file());
  }

  void keep(const fs::path& file) {
    if (file.extension() != ".db-shm") open[file.filename()] = tests::rawBytes(file);
  }

  /// The files as they were: after a kill (with the log), or closed.
  void putBack(bool withLog) const {
    for (const auto& entry : fs::directory_iterator(place.path())) fs::remove_all(entry.path());
    for (const auto& [name, bytes] : open) write(name, bytes);
    if (withLog) return;
    write("ledger.db", closed);
    fs::remove(place.file().string() + "-wal");
  }

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(place.path() / name, std::ios::binary) << bytes;
  }

  /// Turns one bit of `name` over.
  void flip(const std::string& name, std::mt19937& random) const {
    std::string bytes = tests::rawBytes(place.path() / name);
    char& byte = bytes[random() % bytes.size()];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << random() % 8));
    write(name, bytes);
  }

  /// Uses the ledger as a class would.
  [[nodiscard]] Find look(bool checked) const {
    const auto opened = Ledger::open(place.file(), room.clock);
    if (!opened) return Find::Found;
    Ledger& ledger = **opened;
    if (checked) {
      const auto sound = ledger.isSound();
      if (!sound || !*sound) return Find::Found;
    }
    return use(ledger);
  }

  [[nodiscard]] Find use(Ledger& ledger) const {
    std::set<std::string> given;
    for (const auto& [who, code] : held) {
      const auto claim = ledger.claims().find({who});
      if (!claim) return Find::Found;
      if (!*claim || (*claim)->code.reveal() != code) return Find::Wrong;
      given.insert(code);
    }
    for (const auto& who : newcomers) {
      const auto claim = ledger.claims().make(who, Role::Student);
      if (!claim) return Find::Found;
      const std::string& code = claim->code.reveal();
      if (!given.insert(code).second || !isOurs(code)) return Find::Wrong;
    }
    return Find::Harmless;
  }

  static bool isOurs(const std::string& code) {
    for (int number = 0; number < kRotCodes; ++number) {
      if (tests::newCode(number).code.reveal() == code) return true;
    }
    return false;
  }

  tests::Room room;
  QuickFolder place;
  std::map<std::int64_t, std::string> held;
  std::vector<hallpass::StudentId> newcomers;
  std::map<std::string, std::string> open;  ///< The files of a ledger that is in use.
  std::string closed;                       ///< The ledger's file once it was closed.
};

struct Tally {
  int found = 0;
  int harmless = 0;
  int wrong = 0;
  void add(Find one) {
    found += one == Find::Found ? 1 : 0;
    harmless += one == Find::Harmless ? 1 : 0;
    wrong += one == Find::Wrong ? 1 : 0;
  }
};

void tell(const char* what, const Tally& tally) {
  std::printf("bit rot, %s: %d found, %d harmless, %d wrong\n", what, tally.found, tally.harmless,
              tally.wrong);
}

}  // namespace

TEST_CASE("a bit of the ledger that turns over is found or harmless", "[ledger][bit-rot]") {
  const RotRoom rot;
  std::mt19937 random(1);
  Tally checked;
  for (int number = flipsOf(150); number > 0; --number) {
    rot.putBack(false);
    rot.flip("ledger.db", random);
    checked.add(rot.look(true));
  }
  tell("ledger", checked);
  CHECK(checked.wrong == 0);
  CHECK(checked.found > 0);
}

TEST_CASE("a bit of the log that turns over is found or harmless", "[ledger][bit-rot]") {
  const RotRoom rot;
  std::mt19937 random(2);
  Tally checked;
  for (int number = flipsOf(150); number > 0; --number) {
    rot.putBack(true);
    rot.flip("ledger.db-wal", random);
    checked.add(rot.look(true));
  }
  tell("log", checked);
  CHECK(checked.wrong == 0);
  CHECK(checked.found > 0);
}

TEST_CASE("a bit of the mark that turns over is harmless", "[ledger][bit-rot]") {
  const RotRoom rot;
  std::mt19937 random(3);
  Tally checked;
  for (int number = flipsOf(50); number > 0; --number) {
    rot.putBack(true);
    rot.flip("ledger.db-head", random);
    checked.add(rot.look(true));
  }
  tell("mark", checked);
  CHECK(checked.wrong == 0);
  CHECK(checked.found == 0);
}

TEST_CASE("a bit of a backup that turns over is found", "[ledger][bit-rot]") {
  RotRoom rot;
  rot.putBack(false);
  const auto backup = hallpass::makeBackup(rot.place.file(), rot.room.clock.time).value();
  const std::string name = "backups/" + backup.file.filename().string();
  const std::string whole = tests::rawBytes(backup.file);
  std::mt19937 random(4);
  int missed = 0;
  for (int number = flipsOf(50); number > 0; --number) {
    rot.flip(name, random);
    missed += hallpass::inspectCopy(backup.file).ok() ? 1 : 0;
    rot.write(name, whole);
  }
  CHECK(missed == 0);
}

TEST_CASE("without the mark a damaged log gives codes a second time", "[ledger][bit-rot]") {
  const RotRoom rot;
  std::mt19937 random(2);
  Tally unmarked;
  for (int number = 0; number < 40; ++number) {
    rot.putBack(true);
    fs::remove(rot.place.file().string() + "-head");
    rot.flip("ledger.db-wal", random);
    unmarked.add(rot.look(true));
  }
  tell("log, without the mark", unmarked);
  CHECK(unmarked.wrong > 0);
}

TEST_CASE("without the check before it serves, a bit of a claim shows another's code",
          "[ledger][bit-rot]") {
  const RotRoom rot;
  rot.putBack(false);
  const auto root = tests::RawSql(rot.place.file())
                        .text("SELECT rootpage FROM sqlite_schema WHERE name = 'claim'");
  const std::size_t end = std::stoul(root) * 4096;
  bool missed = false;
  for (std::size_t back = 1; back < 400 && !missed; ++back) {
    std::string bytes = rot.closed;
    bytes[end - back] = static_cast<char>(bytes[end - back] ^ 1);
    rot.putBack(false);
    rot.write("ledger.db", bytes);
    missed = rot.look(false) == Find::Wrong;
    rot.putBack(false);
    rot.write("ledger.db", bytes);
    if (missed) CHECK(rot.look(true) == Find::Found);
  }
  CHECK(missed);
}

TEST_CASE("SQLite's own check does not see a letter of a code that changed", "[ledger][bit-rot]") {
  const RotRoom rot;
  std::string bytes = rot.closed;
  const std::string code = tests::newCode(kRotCodes - 1).code.reveal();
  for (auto at = bytes.find(code); at != std::string::npos; at = bytes.find(code, at + 1)) {
    std::string rotten = bytes;
    rotten[at + 2] = static_cast<char>(rotten[at + 2] ^ 4);
    rot.putBack(false);
    rot.write("ledger.db", rotten);
    tests::RawSql raw(rot.place.file());
    const bool unseen = raw.text("PRAGMA integrity_check") == "ok";
    CHECK(rot.look(true) == Find::Found);
    if (unseen) return;
  }
  FAIL("the check sees all of it: then nothing else has to");
}
